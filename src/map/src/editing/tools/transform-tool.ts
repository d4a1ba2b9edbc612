import { make } from "../../elements/dom";
import { say } from "../../say";
import type { Editor } from "../editor";
import type { Key } from "../model/plan-draft";
import { reshape } from "../model/shared-edits";
import { readNumber } from "../operations/numbers";
import { bearing, distance, pivotOf, toPlane, transform } from "../operations/plane";
import type { Position, Shape } from "../operations/shapes";
import type { Picture } from "../picture";
import type { PointerPlace, Tool } from "./tool";

/** Turns the selected feature by dragging round its middle, scales it with Shift; or both by numbers. */
export class TransformTool implements Tool {
  readonly name = "transform";
  readonly #editor: Editor;
  readonly #picture: Picture;
  #drag: { readonly key: Key; readonly shape: Shape; readonly from: Position } | undefined;
  #latest: { readonly turn: number; readonly factor: number } | undefined;

  constructor(editor: Editor, picture: Picture) {
    this.#editor = editor;
    this.#picture = picture;
  }

  start(): void {
    this.#editor.plan.map.getCanvas().style.cursor = "move";
  }

  stop(): void {
    this.#end();
    this.#editor.plan.map.getCanvas().style.cursor = "";
  }

  press({ position }: PointerPlace): boolean {
    const { key, shape, mayEdit } = this.#editor;
    if (key === undefined || !shape || !mayEdit) return false;
    this.#drag = { key, shape, from: position };
    return true;
  }

  drag({ position, shift }: PointerPlace): void {
    const drag = this.#drag;
    if (!drag) return;
    const centre = pivotOf(drag.shape);
    const [from, to] = [toPlane(drag.from), toPlane(position)];
    this.#latest = shift
      ? { turn: 0, factor: Math.max(0.01, distance(centre, to) / Math.max(0.1, distance(centre, from))) }
      : { turn: bearing(centre, to) - bearing(centre, from), factor: 1 };
    this.#picture.moving = new Map([[drag.key, transform(drag.shape, centre, this.#latest.turn, this.#latest.factor)]]);
  }

  release(): void {
    const latest = this.#latest;
    this.#end();
    if (latest) this.#apply(latest.turn, latest.factor);
  }

  options(): readonly Node[] {
    const turn = make("input", { type: "text", inputmode: "decimal", class: "edit-number", value: "0" });
    const scale = make("input", { type: "text", inputmode: "decimal", class: "edit-number", value: "100" });
    const apply = make("button", { type: "button" }, say("Áp dụng", "Apply"));
    const run = () => this.#apply(readNumber(turn.value)[0] ?? 0, (readNumber(scale.value)[0] ?? 100) / 100);
    apply.addEventListener("click", run);
    for (const field of [turn, scale]) field.addEventListener("keydown", (event) => event.key === "Enter" && run());
    return [
      make("label", { class: "edit-field" }, say("Xoay theo chiều kim đồng hồ (°)", "Turn clockwise (°)"), turn),
      make("label", { class: "edit-field" }, say("Tỷ lệ (%)", "Scale (%)"), scale),
      apply,
      make(
        "p",
        { class: "edit-hint" },
        say("Hoặc kéo trên bản đồ: xoay; giữ Shift: co giãn.", "Or drag on the map: turn; with Shift: scale."),
      ),
    ];
  }

  #apply(turn: number, factor: number): void {
    const { key, shape, draft } = this.#editor;
    if (key === undefined || !shape || factor <= 0) {
      this.#editor.announce(say("Hãy chọn một đối tượng trước.", "Please select a feature first."));
      return;
    }
    const steps = reshape(draft, [key], (one) => transform(one, pivotOf(shape), turn, factor));
    this.#editor.run({ label: say("xoay, co giãn", "turn and scale"), steps });
  }

  #end(): void {
    this.#drag = undefined;
    this.#latest = undefined;
    this.#picture.moving = new Map();
  }
}
