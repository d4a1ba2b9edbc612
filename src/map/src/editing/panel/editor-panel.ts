import { make } from "../../elements/dom";
import { say } from "../../say";
import type { Topic } from "../editor";
import { AttributeForm } from "./attribute-form";
import { ChangeList } from "./change-list";
import { ConsequencesPanel } from "./consequences-panel";
import { CoordinateTable } from "./coordinate-table";
import { FindingsPanel } from "./findings-panel";
import type { OpenEditor } from "./la-editor";
import { LayerChoice } from "./layer-choice";
import type { PanelPart } from "./parts";
import { SaveLine } from "./save-line";

interface Tab {
  readonly name: string;
  readonly label: () => string;
  readonly parts: readonly PanelPart[];
}

/** The editor's panel: how saving stands, which layer is drawn in, and four tabs. */
export class EditorPanel {
  readonly root = make("div", { class: "editor" });
  readonly #parts: readonly PanelPart[];
  readonly #tabs: readonly { readonly tab: Tab; readonly button: HTMLButtonElement; readonly panel: HTMLElement }[];
  readonly #unlisten: () => void;

  constructor(open: OpenEditor) {
    const { editor } = open;
    const findings = new FindingsPanel(editor);
    const head = [new SaveLine(open), new LayerChoice(open)];
    const tabs: readonly Tab[] = [
      {
        name: "feature",
        label: () => say("Đối tượng", "Features"),
        parts: [new AttributeForm(editor), new ChangeList(editor)],
      },
      { name: "corners", label: () => say("Tọa độ", "Corners"), parts: [new CoordinateTable(editor, open.run)] },
      { name: "rules", label: () => findings.title, parts: [findings] },
      { name: "consequences", label: () => say("Hệ quả", "Effects"), parts: [new ConsequencesPanel(editor)] },
    ];
    this.#tabs = tabs.map((tab) => this.#makeTab(tab));
    this.#parts = [...head, ...tabs.flatMap(({ parts }) => parts)];
    const list = make(
      "div",
      { class: "editor-tabs", role: "tablist", "aria-label": say("Bản vẽ", "Draft") },
      ...this.#tabs.map(({ button }) => button),
    );
    list.addEventListener("keydown", (event) => this.#rove(event));
    this.root.append(...head.map(({ root }) => root), list, ...this.#tabs.map(({ panel }) => panel));
    this.#open("feature");
    this.#unlisten = editor.listen((topics) => this.#update(topics));
    this.#update(new Set<Topic>(["draft", "selection", "tool", "save", "check", "people", "layer"]));
  }

  stop(): void {
    this.#unlisten();
  }

  #update(topics: ReadonlySet<Topic>): void {
    for (const part of this.#parts) part.update(topics);
    for (const { tab, button } of this.#tabs) {
      const label = tab.label();
      if (button.textContent !== label) button.textContent = label;
    }
  }

  #makeTab(tab: Tab) {
    const button = make("button", {
      type: "button",
      role: "tab",
      id: `editor-tab-${tab.name}`,
      "aria-controls": `editor-${tab.name}`,
    });
    button.addEventListener("click", () => this.#open(tab.name));
    const panel = make(
      "div",
      { id: `editor-${tab.name}`, role: "tabpanel", "aria-labelledby": `editor-tab-${tab.name}`, class: "editor-tab" },
      ...tab.parts.map(({ root }) => root),
    );
    return { tab, button, panel };
  }

  #open(name: string): void {
    for (const { tab, button, panel } of this.#tabs) {
      const open = tab.name === name;
      button.setAttribute("aria-selected", String(open));
      button.tabIndex = open ? 0 : -1;
      panel.hidden = !open;
    }
  }

  #rove(event: KeyboardEvent): void {
    const at = this.#tabs.findIndex(({ button }) => button === document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: this.#tabs.length - 1 }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    const next = this.#tabs[(to + this.#tabs.length) % this.#tabs.length];
    if (!next) return;
    this.#open(next.tab.name);
    next.button.focus();
  }
}
