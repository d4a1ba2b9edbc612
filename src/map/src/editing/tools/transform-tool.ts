import { make } from "../../elements/dom";
import { say, sayNumber } from "../../say";
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
  readonly #figures = make("output", { class: "edit-figures", "aria-live": "off" });
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
    const { turn, factor } = this.#latest;
    this.#picture.drag(new Map([[drag.key, transform(drag.shape, centre, turn, factor)]]));
    this.#figures.textContent = say(
      `xoay ${sayNumber(turn, 1)}° · tỷ lệ ${sayNumber(factor * 100, 1)} %`,
      `turn ${sayNumber(turn, 1)}° · scale ${sayNumber(factor * 100, 1)}%`,
    );
  }

  release(): void {
    const latest = this.#latest;
    if (latest && this.#apply(latest.turn, latest.factor)) this.#picture.land();
    this.#end();
  }

  cancel(): boolean {
    if (!this.#drag) return false;
    this.#end();
    return true;
  }

  key(event: KeyboardEvent): boolean {
    return event.key === "Escape" && this.cancel();
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
      this.#figures,
      make(
        "p",
        { class: "edit-hint" },
        say("Hoặc kéo trên bản đồ: xoay; giữ Shift: co giãn.", "Or drag on the map: turn; with Shift: scale."),
      ),
    ];
  }

  #apply(turn: number, factor: number): boolean {
    const { key, shape, draft } = this.#editor;
    if (key === undefined || !shape || factor <= 0) {
      this.#editor.announce(say("Hãy chọn một đối tượng trước.", "Please select a feature first."));
      return false;
    }
    const steps = reshape(draft, [key], (one) => transform(one, pivotOf(shape), turn, factor));
    return this.#editor.run({ label: say("xoay, co giãn", "turn and scale"), steps });
  }

  #end(): void {
    this.#drag = undefined;
    this.#latest = undefined;
    this.#figures.textContent = "";
    this.#picture.drop();
  }
}
