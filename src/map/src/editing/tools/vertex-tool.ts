import { say } from "../../say";
import type { Editor } from "../editor";
import { nameOf } from "../model/draft";
import type { Key, Step } from "../model/plan-draft";
import { insertShared, joined, moveShared, removeShared, reshape, sharing } from "../model/shared-edits";
import { kindOf, pathsOf, same, type Position, type Shape } from "../operations/shapes";
import { between } from "../operations/snap";
import { edgesOf, moveVertex, withoutRepeats } from "../operations/vertices";
import type { Picture } from "../picture";
import type { Snapping } from "../snapping";
import { pick } from "./select-tool";
import type { PointerPlace, Tool } from "./tool";

const handlePixels = { mouse: 9, touch: 22 };

interface Drag {
  readonly key: Key;
  readonly from: Position;
  /** The shapes that move together, as they were, with the vertex already inserted where the drag began on an edge. */
  readonly shapes: ReadonlyMap<Key, Shape>;
  readonly inserted: readonly Step[];
  to: Position;
  /** The edge of a neighbour that the vertex came to rest on; it gets the vertex too. */
  rests: { readonly key: Key; readonly a: Position; readonly b: Position } | undefined;
}

/** Moves, adds and removes vertices, of all features of the layer that share them. */
export class VertexTool implements Tool {
  readonly name = "vertices";
  readonly #editor: Editor;
  readonly #picture: Picture;
  readonly #snapping: Snapping;
  readonly #chip: (text: string | undefined) => void;
  #drag: Drag | undefined;

  constructor(editor: Editor, picture: Picture, snapping: Snapping, chip: (text: string | undefined) => void) {
    this.#editor = editor;
    this.#picture = picture;
    this.#snapping = snapping;
    this.#chip = chip;
  }

  start(): void {
    this.#picture.handles = true;
  }

  stop(): void {
    this.#cancelDrag();
    this.#picture.handles = false;
    this.#editor.selectVertex(undefined);
    this.#editor.plan.map.getCanvas().style.cursor = "";
  }

  move(place: PointerPlace): void {
    const handle = this.#handleAt(place);
    this.#editor.plan.map.getCanvas().style.cursor = handle ? (place.alt ? "not-allowed" : "grab") : "";
  }

  press(place: PointerPlace): boolean {
    const { key, draft, mayEdit } = this.#editor;
    const handle = this.#handleAt(place);
    if (!handle || key === undefined || place.alt || !mayEdit) return false;
    const { at, edge } = handle;
    const inserted = edge ? insertShared(draft, key, edge[0], edge[1], at) : [];
    const together = edge ? inserted.map((step) => step.key) : sharing(draft, key, at);
    const shapes = new Map<Key, Shape>();
    for (const one of together) {
      const shape = inserted.find((step) => step.key === one)?.after?.geometry ?? draft.shape(one);
      if (shape) shapes.set(one, shape);
    }
    this.#drag = { key, from: at, shapes, inserted, to: at, rests: undefined };
    this.#snapping.ignore = ({ key: other, a, b }) =>
      shapes.has(other) && (same(a, at) || same(b, at) || (!!edge && isEdge(edge, a, b)));
    this.#editor.selectVertex(at);
    return true;
  }

  drag({ screen, position, alt }: PointerPlace): void {
    const drag = this.#drag;
    if (!drag) return;
    const snap = this.#snapping.at(screen, position, alt);
    drag.to = snap?.position ?? position;
    drag.rests = snap?.kind === "edge" && snap.edge ? { key: snap.key, a: snap.edge[0], b: snap.edge[1] } : undefined;
    this.#chip(snap && this.#snapping.inWords(snap));
    this.#picture.snap = snap;
    this.#editor.vertex = drag.to;
    this.#picture.moving = new Map(
      [...drag.shapes].map(([key, shape]) => [key, moveVertex(shape, drag.from, drag.to)]),
    );
  }

  release(): void {
    const drag = this.#drag;
    this.#cancelDrag();
    if (!drag) return;
    if (!same(drag.from, drag.to)) this.#settle(drag);
    else if (drag.inserted.length > 0)
      this.#editor.run({ label: say("thêm đỉnh", "add a vertex"), steps: drag.inserted });
    this.#editor.selectVertex(drag.to);
  }

  click(place: PointerPlace): void {
    const handle = this.#handleAt(place);
    if (handle && place.alt) this.remove(handle.at);
    else if (handle && !handle.edge) this.#editor.selectVertex(handle.at);
    else if (!handle) pick(this.#editor, place);
  }

  key(event: KeyboardEvent): boolean {
    const { vertex, key } = this.#editor;
    const pixels = event.shiftKey ? 10 : 1;
    const steps: Readonly<Record<string, readonly [number, number]>> = {
      ArrowUp: [0, -1],
      ArrowDown: [0, 1],
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
    };
    const step = steps[event.key];
    if (step && vertex && key !== undefined) this.#nudge(key, vertex, step[0] * pixels, step[1] * pixels);
    else if (event.key === "n" || event.key === "p") this.#walk(event.key === "n" ? 1 : -1);
    else if (event.key === "i" && vertex) this.#insertAfter(vertex);
    else if ((event.key === "Delete" || event.key === "Backspace") && vertex) this.remove(vertex);
    else if (event.key === "Escape" && this.#drag) this.#cancelDrag();
    else if (event.key === "Escape" && vertex) this.#editor.selectVertex(undefined);
    else return false;
    return true;
  }

  remove(at: Position): void {
    const { key, draft } = this.#editor;
    if (key === undefined) return;
    const steps = removeShared(draft, key, at);
    if (!steps) {
      this.#editor.announce(
        say("Không bỏ được: hình sẽ còn quá ít đỉnh.", "It can't be removed: too few vertices would remain."),
      );
      return;
    }
    this.#walk(1);
    this.#editor.run({ label: say("bỏ đỉnh", "remove a vertex"), steps });
    if (this.#editor.vertex && same(this.#editor.vertex, at)) this.#editor.selectVertex(undefined);
  }

  #settle({ key, from, to, shapes, inserted, rests }: Drag): void {
    const { draft, layer } = this.#editor;
    const moved = reshape(draft, [...shapes.keys()], (shape) => shape).flatMap((step): Step[] => {
      const shape = shapes.get(step.key);
      const geometry = shape && withoutRepeats(moveVertex(shape, from, to));
      return geometry && step.after ? [{ ...step, after: { ...step.after, geometry } }] : [];
    });
    if (moved.length < shapes.size) {
      this.#editor.announce(
        say("Không dời được: hình sẽ còn quá ít đỉnh.", "It can't be moved there: too few vertices would remain."),
      );
      return;
    }
    const resting =
      rests && layer?.isCoverage && !shapes.has(rests.key) && draft.feature(rests.key)?.layer === layer.code
        ? insertShared(draft, rests.key, rests.a, rests.b, to)
        : [];
    const names = [...shapes.keys()]
      .filter((one) => one !== key)
      .flatMap((one) => {
        const content = draft.feature(one);
        return content ? [nameOf(content)] : [];
      });
    this.#editor.run({ label: say("dời đỉnh", "move a vertex"), steps: joined([...inserted, ...moved, ...resting]) });
    if (names.length > 0)
      this.#editor.announce(
        say(`Ranh chung đã dời cùng: ${names.join(", ")}`, `The shared boundary moved with: ${names.join(", ")}`),
      );
  }

  #nudge(key: Key, vertex: Position, dx: number, dy: number): void {
    const { map } = this.#editor.plan;
    const { x, y } = map.project([vertex[0], vertex[1]]);
    const { lng, lat } = map.unproject([x + dx, y + dy]);
    const to: Position = [Number(lng.toFixed(9)), Number(lat.toFixed(9))];
    this.#editor.run({
      label: say("dời đỉnh", "move a vertex"),
      steps: moveShared(this.#editor.draft, key, vertex, to),
    });
    this.#editor.selectVertex(to);
  }

  /** To the next or previous vertex; the map follows when it lies outside. */
  #walk(step: 1 | -1): void {
    const { shape, vertex, plan } = this.#editor;
    const all = shape ? pathsOf(shape).flatMap(({ positions }) => positions) : [];
    const at = vertex ? all.findIndex((one) => same(one, vertex)) : step > 0 ? -1 : 0;
    const next = all[(at + step + all.length) % Math.max(1, all.length)];
    if (!next) return;
    this.#editor.selectVertex(next);
    if (!plan.map.getBounds().contains([next[0], next[1]])) plan.map.panTo([next[0], next[1]]);
    const number = all.indexOf(next) + 1;
    this.#editor.announce(say(`Đỉnh ${number} trên ${all.length}`, `Vertex ${number} of ${all.length}`));
  }

  #insertAfter(vertex: Position): void {
    const { key, shape, draft } = this.#editor;
    if (key === undefined || !shape) return;
    const edge = pathsOf(shape)
      .flatMap(edgesOf)
      .find(({ from, to }) => to && same(from, vertex));
    if (!edge?.to) return;
    const at = between(edge.from, edge.to, 0.5);
    this.#editor.run({
      label: say("thêm đỉnh", "add a vertex"),
      steps: insertShared(draft, key, edge.from, edge.to, at),
    });
    this.#editor.selectVertex(at);
  }

  #handleAt({
    screen,
    touch,
  }: PointerPlace): { readonly at: Position; readonly edge?: readonly [Position, Position] } | undefined {
    const { shape, plan } = this.#editor;
    if (!shape) return undefined;
    const reach = handlePixels[touch ? "touch" : "mouse"];
    const near = (position: Position) => {
      const { x, y } = plan.map.project([position[0], position[1]]);
      return Math.hypot(x - screen.x, y - screen.y);
    };
    let best: { at: Position; edge?: readonly [Position, Position]; distance: number } | undefined;
    const offer = (at: Position, distance: number, edge?: readonly [Position, Position]) => {
      if (distance <= reach && (!best || distance < best.distance))
        best = edge ? { at, distance, edge } : { at, distance };
    };
    for (const path of pathsOf(shape)) for (const { from } of edgesOf(path)) offer(from, near(from));
    if (best || kindOf(shape) === "point") return best;
    for (const path of pathsOf(shape))
      for (const { from, to } of edgesOf(path))
        if (to) offer(between(from, to, 0.5), near(between(from, to, 0.5)), [from, to]);
    return best;
  }

  #cancelDrag(): void {
    this.#drag = undefined;
    this.#snapping.ignore = () => false;
    this.#picture.snap = undefined;
    this.#picture.moving = new Map();
    this.#chip(undefined);
  }
}

function isEdge([from, to]: readonly [Position, Position], a: Position, b: Position): boolean {
  return (same(from, a) && same(to, b)) || (same(from, b) && same(to, a));
}
