import { say } from "../say";
import { layerName } from "../style/plan-style";
import type { Editor } from "./editor";
import { inWords, nameOf } from "./model/draft";
import { snap, snapReachPixels, type ScreenPoint, type Snap } from "./operations/snap";
import type { Position } from "./operations/shapes";
import type { Segment } from "./operations/topology";

/** What a pointer is drawn to on this map: features of visible layers, unless Alt is held or snapping is off. */
export class Snapping {
  readonly #editor: Editor;
  /** Features and vertices that must not catch what is being moved. */
  ignore: (segment: Segment) => boolean = () => false;

  constructor(editor: Editor) {
    this.#editor = editor;
  }

  at(screen: ScreenPoint, place: Position, suspended: boolean): Snap | undefined {
    const { plan, draft, snapping } = this.#editor;
    if (!snapping || suspended) return undefined;
    const aside = plan.map.unproject([screen.x + snapReachPixels, screen.y]);
    const reach = Math.abs(aside.lng - place[0]) * 1.05;
    const visible = plan.view.layers && new Set(plan.view.layers);
    const layer = this.#editor.layer?.code;
    const near = draft.topology.near(place, reach).filter((segment) => {
      const code = draft.feature(segment.key)?.layer;
      return !this.ignore(segment) && (!visible || code === layer || (code !== undefined && visible.has(code)));
    });
    return snap(screen, near, ([lng, lat]) => plan.map.project([lng, lat]));
  }

  /** “bắt điểm: ranh KCN Long Hậu”. */
  inWords({ key, kind }: Snap): string {
    const content = this.#editor.draft.feature(key);
    const layer = content && this.#editor.layers.get(content.layer);
    const name = content ? nameOf(content) : "";
    const of = name || (layer ? inWords(layer.name) : layerName(this.#editor.plan.style, content?.layer ?? ""));
    if (kind === "vertex") return say(`bắt điểm: đỉnh ${of}`, `snap: vertex of ${of}`);
    if (kind === "edge") return say(`bắt điểm: ranh ${of}`, `snap: edge of ${of}`);
    return say(`bắt điểm: giao điểm ${of}`, `snap: crossing on ${of}`);
  }
}
