import { icon, make } from "../../elements/dom";
import { icons } from "../../elements/icons";
import { say } from "../../say";
import { fit } from "../../map/camera";
import { roomTakenFrom } from "../../map/covers";
import type { Editor } from "../editor";
import { inWords, nameOf, type Content } from "../model/draft";
import type { Key } from "../model/plan-draft";
import { boundsOf, positionsOf, type Position, type Shape } from "../operations/shapes";
import type { PanelPart } from "./parts";

/** All changes of the draft; choosing one selects it on the map, and each can be taken back. */
export class ChangeList implements PanelPart {
  readonly root = make("section", { class: "editor-changes" });
  readonly #editor: Editor;
  readonly #title = make("h2", { id: "editor-changes" });
  readonly #list = make("ul", { "aria-labelledby": "editor-changes" });

  constructor(editor: Editor) {
    this.#editor = editor;
    this.root.append(this.#title, this.#list);
  }

  update(topics: ReadonlySet<string>): void {
    if (!topics.has("draft") && !topics.has("selection") && !topics.has("save")) return;
    const { draft } = this.#editor;
    const keys = draft.changed;
    this.#title.textContent = say(`Thay đổi trong hồ sơ (${keys.length})`, `Changes (${keys.length})`);
    const focused = this.#list.contains(document.activeElement)
      ? document.activeElement?.getAttribute("data-focus")
      : undefined;
    this.#list.replaceChildren(...keys.flatMap((key) => this.#row(key)));
    if (keys.length === 0)
      this.#list.append(
        make(
          "li",
          { class: "muted" },
          say(
            "Chưa có. Chọn một đối tượng trên bản đồ để sửa, hoặc vẽ mới.",
            "None yet. Select something on the map to change it, or draw something new.",
          ),
        ),
      );
    if (focused) this.#list.querySelector<HTMLElement>(`[data-focus="${focused}"]`)?.focus();
  }

  #row(key: Key): HTMLElement[] {
    const content = this.#editor.draft.change(key);
    if (!content) return [];
    const layer = this.#editor.layers.get(content.layer);
    const choose = make(
      "button",
      { type: "button", class: "editor-change", "data-focus": `c${key}` },
      sign(content),
      make(
        "span",
        {},
        nameOf(content),
        make("small", {}, `${sayOp(content)} · ${layer ? inWords(layer.name) : content.layer}`),
      ),
    );
    if (this.#editor.key === key) choose.setAttribute("aria-current", "true");
    choose.addEventListener("click", () => {
      this.#editor.select([key]);
      goTo(this.#editor, content.geometry);
    });
    const label = say(`Bỏ thay đổi của ${nameOf(content)}`, `Take back the change of ${nameOf(content)}`);
    const back = make(
      "button",
      { type: "button", class: "quiet editor-icon", "aria-label": label, title: label, "data-focus": `b${key}` },
      icon(icons.undo),
    );
    back.addEventListener("click", () => this.#editor.restore(key));
    const faults = this.#editor.faultsOf(key).map(({ message }) => make("p", { class: "edit-fault" }, message));
    return [make("li", {}, choose, this.#editor.mayEdit ? back : "", ...faults)];
  }
}

function sign({ op }: Content): HTMLElement {
  return make(
    "span",
    { class: `editor-sign ${op}`, "aria-hidden": "true" },
    { create: "+", update: "±", delete: "−" }[op],
  );
}

export function sayOp({ op }: Content): string {
  return { create: say("thêm mới", "new"), update: say("sửa", "changed"), delete: say("bãi bỏ", "abolished") }[op];
}

/** Brings a shape into the part of the map that the page leaves free. */
export function goTo(editor: Editor, shape: Shape | null): void {
  show(editor, shape ? positionsOf(shape) : []);
}

/** Brings several features into sight together. */
export function goToAll(editor: Editor, keys: readonly Key[]): void {
  show(
    editor,
    keys.flatMap((key) => {
      const shape = editor.draft.shape(key);
      return shape ? positionsOf(shape) : [];
    }),
  );
}

function show(editor: Editor, positions: readonly Position[]): void {
  const bounds = boundsOf(positions);
  if (!bounds) return;
  const { map } = editor.plan;
  fit(map, roomTakenFrom(map.getContainer()), bounds);
}
