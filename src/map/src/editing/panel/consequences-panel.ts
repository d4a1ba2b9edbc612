import { make } from "../../elements/dom";
import { say, sayNumber } from "../../say";
import type { Editor } from "../editor";
import type { LedgerRow } from "../model/checks";
import { sayArea } from "../words";
import type { PanelPart } from "./parts";

/** What the draft comes to before it is submitted: in words, in the land-quota ledger, what stands there, tasks, districts. */
export class ConsequencesPanel implements PanelPart {
  readonly root = make("section", { class: "editor-consequences", "aria-label": say("Hệ quả", "Effects") });
  readonly #editor: Editor;

  constructor(editor: Editor) {
    this.#editor = editor;
  }

  update(topics: ReadonlySet<string>): void {
    if (!topics.has("check")) return;
    const consequences = this.#editor.checked?.consequences;
    if (!consequences) {
      this.root.replaceChildren(
        make("p", { class: "muted" }, say("Sẽ hiện sau lần kiểm tra đầu tiên.", "Shown after the first check.")),
      );
      return;
    }
    const { words, ledger, conflicts, tasks, byDistrict } = consequences;
    this.root.replaceChildren(
      make("h2", {}, say("Bằng lời", "In words")),
      list(words, say("Chưa có gì thay đổi.", "Nothing has changed yet.")),
      make("h2", {}, say("Chỉ tiêu sử dụng đất", "Land quota")),
      ledger.length === 0
        ? make("p", { class: "muted" }, say("Thay đổi này không chạm đến chỉ tiêu nào.", "No quota is touched."))
        : table(ledger),
      make("h2", {}, say("Công trình trên đất thay đổi", "What stands on ground that changes")),
      list(
        conflicts.map(({ name, why }) => `${name}: ${why}`),
        say("Không có.", "None."),
      ),
      make("h2", {}, say("Nhiệm vụ bị ảnh hưởng", "Tasks affected")),
      list(
        tasks.map(({ code, name, why }) => `${code} ${name}: ${why}`),
        say("Không có.", "None."),
      ),
      make("h2", {}, say("Theo địa bàn", "By district")),
      list(
        byDistrict.map(({ name, hectares }) => `${name}: ${sayArea(hectares * 10_000)}`),
        say("Không có diện tích.", "No area."),
      ),
    );
  }
}

function list(items: readonly string[], none: string): HTMLElement {
  return items.length === 0
    ? make("p", { class: "muted" }, none)
    : make("ul", {}, ...items.map((item) => make("li", {}, item)));
}

// The quota stands below its class, so that the three columns fit the panel without scrolling sideways.
function table(ledger: readonly LedgerRow[]): HTMLElement {
  const head = [say("Loại đất", "Land class"), say("Trước", "Before"), say("Sau", "After")];
  const figure = (value: number) => sayNumber(value, 1);
  const rows = ledger.map(({ landClass, name, area, plannedHa, plannedHaTo, beforeHa, afterHa }) => {
    const over = plannedHa !== null && afterHa > (plannedHaTo ?? plannedHa);
    const span = plannedHaTo === null ? "" : `–${figure(plannedHaTo)}`;
    const quota = plannedHa === null ? "" : `${say("chỉ tiêu", "quota")} ${figure(plannedHa)}${span}`;
    const notes = [area?.name ?? "", quota].filter((note) => note !== "");
    return make(
      "tr",
      over ? { class: "over" } : {},
      make("th", { scope: "row" }, `${landClass} ${name}`, ...notes.map((note) => make("small", {}, note))),
      make("td", { class: "number" }, figure(beforeHa)),
      make("td", { class: "number" }, figure(afterHa), over ? make("b", {}, say(" vượt", " over")) : ""),
    );
  });
  return make(
    "div",
    { class: "table-frame" },
    make(
      "table",
      {},
      make("caption", {}, say("Héc-ta", "Hectares")),
      make("thead", {}, make("tr", {}, ...head.map((text) => make("th", { scope: "col" }, text)))),
      make("tbody", {}, ...rows),
    ),
  );
}
