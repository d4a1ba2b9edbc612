import { icon, make } from "../elements/dom";
import { say } from "../say";
import type { Editor, Topic } from "./editor";
import { editIcons } from "./icons";
import type { ToolName } from "./tools/tool";

/** What the toolbar can ask for: a tool, or something done at once. */
export type Action = ToolName | "merge" | "copy" | "table" | "remove" | "snap" | "undo" | "redo";

interface Item {
  readonly action: Action;
  readonly icon: string;
  readonly label: string;
  /** What is read out and shown as a tooltip, when the label alone is too short. */
  readonly name: string;
  readonly key: string;
}

/** The one toolbar of drawing: tools, then what is done at once, then snapping and the way back. */
export class Toolbar {
  readonly root = make("div", { class: "edit-toolbar", role: "toolbar" });
  readonly options = make("div", { class: "edit-options", role: "group" });
  readonly #editor: Editor;
  readonly #run: (action: Action) => void;
  readonly #buttons = new Map<Action, HTMLButtonElement>();
  #active: ToolName = "select";

  constructor(editor: Editor, run: (action: Action) => void) {
    this.#editor = editor;
    this.#run = run;
    this.root.setAttribute("aria-label", say("Công cụ vẽ", "Drawing tools"));
    this.options.setAttribute("aria-label", say("Tùy chọn của công cụ", "Options of the tool"));
    for (const group of groups()) {
      const buttons = group.map((item) => this.#button(item));
      this.root.append(make("div", { class: "edit-tools" }, ...buttons));
    }
    this.root.addEventListener("keydown", (event) => this.#rove(event));
    for (const [index, button] of [...this.#buttons.values()].entries()) button.tabIndex = index === 0 ? 0 : -1;
    this.update(new Set(["draft", "selection", "tool", "layer"]));
  }

  set active(tool: ToolName) {
    this.#active = tool;
    this.update(new Set(["tool"]));
  }

  /** The active tool's settings; none hides their place. */
  showOptions(nodes: readonly Node[]): void {
    this.options.hidden = nodes.length === 0;
    this.options.replaceChildren(...nodes);
  }

  update(topics: ReadonlySet<Topic>): void {
    if (!["draft", "selection", "tool", "layer", "save"].some((topic) => topics.has(topic as Topic))) return;
    const { draft, selected, snapping, mayEdit, key } = this.#editor;
    for (const [action, button] of this.#buttons) {
      if (isTool(action)) button.setAttribute("aria-pressed", String(action === this.#active));
      if (action === "snap") button.setAttribute("aria-pressed", String(snapping));
    }
    const areas = selected.filter((one) => this.#editor.isArea(one)).length;
    const able: Partial<Record<Action, boolean>> = {
      undo: draft.canUndo !== undefined,
      redo: draft.canRedo !== undefined,
      merge: areas >= 2,
      copy: key !== undefined,
      remove: key !== undefined,
      split: true,
    };
    for (const [action, button] of this.#buttons) {
      const disabled = able[action] === false || (!mayEdit && action !== "select" && action !== "snap");
      // Kept reachable: a tool that vanishes from the order of Tab is not found again.
      button.setAttribute("aria-disabled", String(disabled));
    }
    const undo = draft.canUndo;
    const redo = draft.canRedo;
    this.#buttons
      .get("undo")
      ?.setAttribute("title", `${say("Hoàn tác", "Undo")}${undo ? `: ${undo.label}` : ""} (Ctrl+Z)`);
    this.#buttons
      .get("redo")
      ?.setAttribute("title", `${say("Làm lại", "Redo")}${redo ? `: ${redo.label}` : ""} (Ctrl+Shift+Z)`);
  }

  #button({ action, icon: drawing, label, name, key }: Item): HTMLButtonElement {
    const button = make(
      "button",
      { type: "button", "aria-label": name, title: `${name} (${key})` },
      icon(drawing),
      make("span", { "aria-hidden": "true" }, label),
    );
    button.setAttribute("aria-keyshortcuts", key.replace("Ctrl", "Control"));
    button.addEventListener("click", () => {
      if (button.getAttribute("aria-disabled") !== "true") this.#run(action);
      else if (action === "merge")
        this.#editor.announce(
          say(
            "Giữ Shift và bấm để chọn hai vùng trở lên, rồi gộp.",
            "Hold Shift and click two areas or more, then merge.",
          ),
        );
      else if (action === "copy" || action === "remove")
        this.#editor.announce(say("Hãy chọn một đối tượng trước.", "Please select a feature first."));
    });
    this.#buttons.set(action, button);
    return button;
  }

  /** One stop of Tab for the whole bar; arrows go through it. */
  #rove(event: KeyboardEvent): void {
    const buttons = [...this.#buttons.values()];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const to = {
      ArrowRight: at + 1,
      ArrowDown: at + 1,
      ArrowLeft: at - 1,
      ArrowUp: at - 1,
      Home: 0,
      End: buttons.length - 1,
    }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    const next = buttons[(to + buttons.length) % buttons.length];
    for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
    next?.focus();
  }
}

export function isTool(action: Action): action is ToolName {
  return ["select", "draw", "vertices", "split", "hole", "offset", "transform"].includes(action);
}

/** The keys of the actions, as long as the map has the focus. */
export const actionKeys: Readonly<Record<string, Action>> = {
  d: "draw",
  v: "vertices",
  x: "split",
  m: "merge",
  h: "hole",
  b: "offset",
  r: "transform",
  c: "copy",
  o: "table",
  s: "snap",
};

function groups(): readonly (readonly Item[])[] {
  const item = (action: Action, key: string, label: string, name = label): Item => ({
    action,
    icon: editIcons[action],
    label,
    name,
    key,
  });
  return [
    [
      item("select", "Esc", say("Chọn", "Select")),
      item("draw", "D", say("Vẽ", "Draw")),
      item("vertices", "V", say("Sửa đỉnh", "Vertices"), say("Sửa đỉnh", "Edit vertices")),
    ],
    [
      item("split", "X", say("Cắt", "Split")),
      item("merge", "M", say("Gộp", "Merge")),
      item("hole", "H", say("Khoét lỗ", "Hole"), say("Khoét lỗ", "Cut a hole")),
      item("offset", "B", say("Hành lang", "Corridor"), say("Hành lang, mở rộng", "Corridor, buffer")),
      item("transform", "R", say("Xoay", "Turn"), say("Xoay, co giãn", "Turn and scale")),
      item("copy", "C", say("Sao chép", "Copy"), say("Sao chép sang lớp khác", "Copy to another layer")),
      item("table", "O", say("Bảng tọa độ", "Corners"), say("Nhập bảng tọa độ", "Enter a corner table")),
      item("remove", "Delete", say("Xóa", "Delete"), say("Xóa đối tượng", "Delete the feature")),
    ],
    [
      item("snap", "S", say("Bắt điểm", "Snap")),
      item("undo", "Ctrl+Z", say("Hoàn tác", "Undo")),
      item("redo", "Ctrl+Shift+Z", say("Làm lại", "Redo")),
    ],
  ];
}
