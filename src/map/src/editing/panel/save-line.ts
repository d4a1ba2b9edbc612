import { make } from "../../elements/dom";
import { say } from "../../say";
import type { SaveState } from "../model/saver";
import { sayTime } from "../words";
import type { OpenEditor } from "./la-editor";
import type { PanelPart } from "./parts";

/** How saving stands, and who else is here. */
export class SaveLine implements PanelPart {
  readonly root = make("div", { class: "editor-save" });
  readonly #open: OpenEditor;
  readonly #said = make("p", { role: "status" });
  readonly #again = make("button", { type: "button", class: "quiet", hidden: true });
  readonly #people = make("p", { class: "editor-people", hidden: true });

  constructor(open: OpenEditor) {
    this.#open = open;
    this.#again.textContent = say("Lưu ngay", "Save now");
    this.#again.addEventListener("click", () => void open.save());
    this.root.append(this.#said, this.#again, this.#people);
  }

  update(topics: ReadonlySet<string>): void {
    const { editor } = this.#open;
    if (topics.has("save") || topics.has("draft")) {
      const said = editor.mayEdit
        ? saySave(editor.save)
        : say("Bạn xem được nhưng không sửa được hồ sơ này.", "You can look at this change set but not edit it.");
      if (this.#said.textContent !== said) this.#said.textContent = said;
      this.root.dataset["state"] = editor.save.kind;
      this.#again.hidden = editor.save.kind !== "retrying";
    }
    if (topics.has("people")) {
      const names = [...new Set(editor.people.map(({ name }) => name))];
      this.#people.hidden = names.length === 0;
      this.#people.textContent = say(`Cùng soạn lúc này: ${names.join(", ")}`, `Here too: ${names.join(", ")}`);
    }
  }
}

function saySave(state: SaveState): string {
  switch (state.kind) {
    case "saved":
      return state.at
        ? say(`Đã lưu ${sayTime(state.at)}`, `Saved ${sayTime(state.at)}`)
        : say("Mọi thay đổi đã được lưu", "All changes are saved");
    case "waiting":
    case "saving":
      return say("Đang lưu…", "Saving…");
    case "retrying":
      return say(
        "Chưa lưu được – còn giữ trên máy này, sẽ tự thử lại",
        "Not saved yet – kept on this device, trying again",
      );
    case "refused":
      return say(
        `Chưa lưu được – còn giữ trên máy này: ${state.message}`,
        `Not saved – kept on this device: ${state.message}`,
      );
    case "closed":
      return say(`Không lưu được nữa: ${state.message}`, `No longer saved: ${state.message}`);
  }
}
