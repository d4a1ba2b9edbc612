import { make } from "../../elements/dom";
import { say } from "../../say";
import type { Editor } from "../editor";
import { fits, inWords } from "../model/draft";
import { readNumber } from "../operations/numbers";
import { offset } from "../operations/offset";
import { kindOf, type Shape } from "../operations/shapes";
import { sayArea } from "../words";
import { figuresOf } from "../operations/plane";
import type { Tool } from "./tool";

/** A corridor from its axis and width, or an area grown and shrunk by a distance; shown before it is made. */
export class OffsetTool implements Tool {
  readonly name = "offset";
  readonly #editor: Editor;
  #text = "60";
  #result: Shape | undefined;

  constructor(editor: Editor) {
    this.#editor = editor;
  }

  start(): void {
    this.#compute();
  }

  stop(): void {
    this.#show(undefined);
  }

  options(): readonly Node[] {
    const { layer, shape } = this.#editor;
    const isLine = shape ? kindOf(shape) === "line" : true;
    const label = isLine
      ? say("Bề rộng hành lang (m)", "Width of the corridor (m)")
      : say("Mở rộng (m, số âm: thu vào)", "Grow by (m, negative: shrink)");
    const field = make("input", { type: "text", inputmode: "decimal", class: "edit-number", value: this.#text });
    const figures = make("output", { class: "edit-figures" });
    const describe = () => {
      figures.textContent = this.#result
        ? sayArea(figuresOf(this.#result).areaSquareMetres)
        : say("Chọn một đường hoặc một vùng.", "Select a line or an area.");
    };
    field.addEventListener("input", () => {
      this.#text = field.value;
      this.#compute();
      describe();
    });
    const create = make(
      "button",
      { type: "button" },
      say(`Tạo trong lớp ${layer ? inWords(layer.name) : ""}`, `Create in ${layer ? inWords(layer.name) : ""}`),
    );
    create.addEventListener("click", () => this.#create());
    const nodes: Node[] = [make("label", { class: "edit-field" }, label, field), figures];
    if (layer && this.#result && !fits(layer, this.#result))
      nodes.push(
        make(
          "p",
          { class: "edit-hint" },
          say(
            "Lớp đang vẽ không nhận vùng: hãy chọn lớp khác ở “Lớp đang vẽ”.",
            "The layer takes no areas: choose another one under “Layer to draw in”.",
          ),
        ),
      );
    nodes.push(create);
    describe();
    return nodes;
  }

  key(event: KeyboardEvent): boolean {
    if (event.key !== "Enter") return false;
    this.#create();
    return true;
  }

  #compute(): void {
    const { shape } = this.#editor;
    const [entered] = readNumber(this.#text);
    const metres = shape && kindOf(shape) === "line" ? (entered ?? 0) / 2 : (entered ?? 0);
    this.#show(shape && kindOf(shape) !== "point" && metres !== 0 ? offset(shape, metres) : undefined);
  }

  #show(result: Shape | undefined): void {
    this.#result = result;
    this.#editor.preview = result ? [result] : [];
    this.#editor.tell("selection");
  }

  #create(): void {
    const result = this.#result;
    if (!result) {
      this.#editor.announce(
        say("Hãy chọn một đường hoặc vùng và nhập bề rộng.", "Please select a line or an area and type a width."),
      );
      return;
    }
    if (this.#editor.create(result)) this.#show(undefined);
  }
}
