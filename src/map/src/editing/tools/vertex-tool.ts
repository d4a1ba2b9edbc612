import { make } from "../../elements/dom";
import { say } from "../../say";
import type { Editor } from "../editor";
import type { HandLabel } from "../hand-label";
import { nameOf } from "../model/draft";
import type { Key } from "../model/plan-draft";
import { insertShared, removeShared } from "../model/shared-edits";
import { pathsOf, same, type Position } from "../operations/shapes";
import { between } from "../operations/snap";
import { edgesOf } from "../operations/vertices";
import type { Picture } from "../picture";
import type { Snapping } from "../snapping";
import { handleAt } from "./handles";
import { DragFigures } from "./drag-figures";
import { pick } from "./select-tool";
import type { PointerPlace, Tool } from "./tool";
import { VertexDrag, type Edge } from "./vertex-drag";
import type { Workbench } from "./workbench";

/** Moves by arrows that follow one another within this time are one move. */
const arrowMilliseconds = 400;

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** Moves, adds and removes vertices, of all features of the layer that share them. */
export class VertexTool implements Tool {
  readonly name = "vertices";
  readonly #editor: Editor;
  readonly #picture: Picture;
  readonly #snapping: Snapping;
  readonly #label: HandLabel;
  readonly #figures: DragFigures;
  #drag: VertexDrag | undefined;
  /** Set while arrows move the vertex: when they have been quiet for a while, it is dropped. */
  #arrows: ReturnType<typeof setTimeout> | undefined;

  constructor(workbench: Workbench) {
    this.#editor = workbench.editor;
    this.#picture = workbench.picture;
    this.#snapping = workbench.snapping;
    this.#label = workbench.label;
    this.#figures = new DragFigures(workbench);
  }

  start(): void {
    this.#picture.handles = true;
  }

  stop(): void {
    this.settle();
    this.cancel();
    this.#picture.handles = false;
    this.#editor.selectVertex(undefined);
    this.#editor.plan.map.getCanvas().style.cursor = "";
  }

  options(): readonly Node[] {
    const { vertex, mayEdit } = this.#editor;
    const button = make(
      "button",
      { type: "button", class: "quiet", disabled: !vertex || !mayEdit },
      say("Bỏ đỉnh", "Remove the vertex"),
    );
    button.addEventListener("click", () => this.#editor.vertex && this.remove(this.#editor.vertex));
    if (!this.#drag) this.#figures.end();
    return [this.#figures.root, make("div", { class: "edit-actions" }, button)];
  }

  move(place: PointerPlace): void {
    const handle = handleAt(this.#editor, place);
    this.#editor.plan.map.getCanvas().style.cursor = handle ? (place.alt ? "not-allowed" : "grab") : "";
  }

  press(place: PointerPlace): boolean {
    this.settle();
    const { key, mayEdit } = this.#editor;
    const handle = handleAt(this.#editor, place);
    if (!handle || key === undefined || place.alt || !mayEdit) return false;
    this.#begin(key, handle.at, handle.edge);
    this.#editor.selectVertex(handle.at);
    this.#editor.plan.map.getCanvas().style.cursor = "grabbing";
    return true;
  }

  drag({ screen, position, alt, touch }: PointerPlace): void {
    const drag = this.#drag;
    if (!drag) return;
    const snap = this.#snapping.at(screen, position, alt);
    drag.rests = snap;
    this.#label.move(screen, touch);
    this.#label.snap = snap && this.#snapping.inWords(snap);
    this.#picture.snap = snap;
    this.#moveTo(drag, snap?.position ?? position);
  }

  release(): void {
    this.#drop();
    this.#editor.plan.map.getCanvas().style.cursor = "grab";
  }

  cancel(): boolean {
    if (!this.#drag) return false;
    const { from } = this.#drag;
    this.#end();
    this.#picture.drop();
    this.#editor.selectVertex(from);
    return true;
  }

  settle(): void {
    if (this.#arrows !== undefined) this.#drop();
  }

  click(place: PointerPlace): void {
    const handle = handleAt(this.#editor, place);
    if (handle && place.alt) this.remove(handle.at);
    else if (handle && !handle.edge) this.#editor.selectVertex(handle.at);
    else if (!handle) pick(this.#editor, place);
  }

  key(event: KeyboardEvent): boolean {
    const { vertex, key } = this.#editor;
    if (event.key === "Escape" && this.cancel()) return true;
    // With the button held, the hand decides.
    if (this.#drag && this.#arrows === undefined) return true;
    const step = arrows[event.key];
    if (step && vertex && key !== undefined) {
      this.#nudge(key, vertex, step, event.shiftKey ? 10 : 1);
      return true;
    }
    this.settle();
    const at = this.#editor.vertex;
    if (event.key === "n" || event.key === "p") this.#walk(event.key === "n" ? 1 : -1);
    else if (event.key === "i" && at) this.#insertAfter(at);
    else if ((event.key === "Delete" || event.key === "Backspace") && at) this.remove(at);
    else if (event.key === "Escape" && at) this.#editor.selectVertex(undefined);
    else return false;
    return true;
  }

  remove(at: Position): void {
    this.settle();
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

  #begin(key: Key, at: Position, edge: Edge | undefined): VertexDrag {
    const drag = (this.#drag = new VertexDrag(this.#editor.draft, key, at, edge));
    this.#snapping.ignore = drag.ignores;
    return drag;
  }

  #moveTo(drag: VertexDrag, to: Position): void {
    drag.to = to;
    this.#editor.vertex = to;
    this.#picture.drag(drag.moved, { at: to, ends: drag.ends });
    this.#figures.show(drag);
    this.#editor.propose(() => {
      const steps = drag.steps(this.#coverage);
      return typeof steps === "string" ? [] : steps;
    });
  }

  #end(): void {
    clearTimeout(this.#arrows);
    this.#arrows = undefined;
    this.#drag = undefined;
    this.#snapping.ignore = () => false;
    this.#picture.snap = undefined;
    this.#figures.end();
    this.#editor.propose(undefined);
  }

  #drop(): void {
    const drag = this.#drag;
    if (!drag) return;
    this.#end();
    const steps = drag.steps(this.#coverage);
    if (typeof steps === "string") {
      this.#picture.drop();
      this.#editor.announce(
        steps === "too few vertices"
          ? say("Không dời được: hình sẽ còn quá ít đỉnh.", "It can't be moved there: too few vertices would remain.")
          : say(
              "Đỉnh này vừa được người khác thay đổi, nên chưa dời.",
              "Somebody else has just changed this vertex, so it was not moved.",
            ),
      );
      this.#editor.selectVertex(undefined);
      return;
    }
    const isMoved = !same(drag.from, drag.to);
    const label = isMoved ? say("dời đỉnh", "move a vertex") : say("thêm đỉnh", "add a vertex");
    if (this.#editor.run({ label, steps })) this.#picture.land();
    else this.#picture.drop();
    this.#editor.selectVertex(drag.to);
    if (isMoved) this.#nameNeighbours(drag);
  }

  /** The layer that is drawn in, when its areas must lie side by side without gaps. */
  get #coverage(): string | undefined {
    const { layer } = this.#editor;
    return layer?.isCoverage ? layer.code : undefined;
  }

  #nameNeighbours({ key, shapes }: VertexDrag): void {
    const names = [...shapes.keys()].flatMap((one) => {
      const content = one === key ? undefined : this.#editor.draft.feature(one);
      return content ? [nameOf(content)] : [];
    });
    if (names.length > 0)
      this.#editor.announce(
        say(`Ranh chung đã dời cùng: ${names.join(", ")}`, `The shared boundary moved with: ${names.join(", ")}`),
      );
  }

  #nudge(key: Key, vertex: Position, [across, down]: readonly [number, number], pixels: number): void {
    if (!this.#editor.mayEdit) return;
    const drag = this.#drag ?? this.#begin(key, vertex, undefined);
    const { map } = this.#editor.plan;
    const { x, y } = map.project([drag.to[0], drag.to[1]]);
    const { lng, lat } = map.unproject([x + across * pixels, y + down * pixels]);
    this.#label.move({ x: x + across * pixels, y: y + down * pixels });
    this.#moveTo(drag, [Number(lng.toFixed(9)), Number(lat.toFixed(9))]);
    clearTimeout(this.#arrows);
    this.#arrows = setTimeout(() => this.#drop(), arrowMilliseconds);
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
}
