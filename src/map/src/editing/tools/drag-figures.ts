import { make } from "../../elements/dom";
import { say, sayNumber } from "../../say";
import type { Editor } from "../editor";
import type { HandLabel } from "../hand-label";
import { nameOf } from "../model/draft";
import type { Key } from "../model/plan-draft";
import { figuresOf } from "../operations/plane";
import { kindOf, type Shape } from "../operations/shapes";
import type { Shares } from "../shares";
import { sayArea, sayLength } from "../words";
import type { VertexDrag } from "./vertex-drag";
import type { Workbench } from "./workbench";

/** Shapes with more vertices are measured when the hand rests: their projection would take the time of a frame. */
const manyVertices = 3000;
const restMilliseconds = 120;
/** Neighbours that are told of by name; a corner rarely has more. */
const mostNeighbours = 3;

/** What a drag comes to, told while it lasts: in short beside the pointer, in full beside the tools when the hand rests. */
export class DragFigures {
  readonly root = make("output", { class: "edit-figures", "aria-live": "off" });
  readonly #editor: Editor;
  readonly #shares: Shares;
  readonly #label: HandLabel;
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor({ editor, shares, label }: Workbench) {
    this.#editor = editor;
    this.#shares = shares;
    this.#label = label;
  }

  show(drag: VertexDrag): void {
    const own = drag.moved.get(drag.key);
    const { vertices = 0 } = drag.before.get(drag.key) ?? {};
    if (own && vertices <= manyVertices) this.#label.figures = this.#brief(drag, own);
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.#tell(drag), restMilliseconds);
  }

  end(): void {
    clearTimeout(this.#rest);
    this.#shares.forget();
    this.#label.hide();
    this.root.textContent =
      this.#editor.key === undefined
        ? say("Chọn một đối tượng để sửa đỉnh.", "Select a feature to edit its vertices.")
        : say("Kéo một đỉnh, hoặc điểm giữa cạnh để thêm đỉnh.", "Drag a vertex, or the middle of an edge to add one.");
  }

  #tell(drag: VertexDrag): void {
    const own = drag.moved.get(drag.key);
    if (!own) return;
    const brief = this.#brief(drag, own);
    this.#label.figures = brief;
    const neighbours = [...drag.moved]
      .filter(([key]) => key !== drag.key)
      .slice(0, mostNeighbours)
      .map(([key, shape]) => this.#neighbour(drag, key, shape));
    const isArea = kindOf(own) === "polygon";
    const perimeter = isArea
      ? say(`chu vi ${sayLength(figuresOf(own).lengthMetres)}`, `perimeter ${sayLength(figuresOf(own).lengthMetres)}`)
      : "";
    const shares = isArea ? this.#shares.inWords(own, () => this.#tell(drag)) : "";
    this.root.textContent = [brief, perimeter, ...neighbours, shares].filter((text) => text !== "").join(" · ");
  }

  #brief({ before, key }: VertexDrag, shape: Shape): string {
    const was = before.get(key);
    if (!was || kindOf(shape) === "point") return "";
    const { areaSquareMetres, lengthMetres } = figuresOf(shape);
    return kindOf(shape) === "line"
      ? sayLength(lengthMetres)
      : `${sayArea(areaSquareMetres)} (${signed(areaSquareMetres - was.areaSquareMetres)})`;
  }

  #neighbour({ before }: VertexDrag, key: Key, shape: Shape): string {
    const [was, content] = [before.get(key), this.#editor.draft.feature(key)];
    return was && content && kindOf(shape) === "polygon"
      ? `${nameOf(content)} ${signed(figuresOf(shape).areaSquareMetres - was.areaSquareMetres)}`
      : "";
  }
}

/** “+0,42 ha”, with a true minus sign. */
function signed(squareMetres: number): string {
  const hectares = squareMetres / 10_000;
  const sign = Math.abs(hectares) < 0.00005 ? "±" : hectares < 0 ? "−" : "+";
  return `${sign}${sayNumber(Math.abs(hectares), Math.abs(hectares) < 10 ? 4 : 2)} ha`;
}
