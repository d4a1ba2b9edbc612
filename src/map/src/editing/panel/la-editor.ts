import { make } from "../../elements/dom";
import { KeptElement } from "../../elements/kept-element";
import { say } from "../../say";
import type { Editor } from "../editor";
import type { Action } from "../toolbar";
import { EditorPanel } from "./editor-panel";

/** An open draft, as the panel beside the map needs it. */
export interface OpenEditor {
  readonly editor: Editor;
  readonly run: (action: Action) => void;
  readonly save: () => Promise<void>;
  /** Imports a file into the layer that is drawn in. */
  readonly take: (file: File) => Promise<void>;
}

/** Where the map's editing session and the page's `<la-editor>` meet, whichever comes first. */
class Editors {
  #current: OpenEditor | undefined;
  readonly #listeners = new Set<() => void>();

  get current(): OpenEditor | undefined {
    return this.#current;
  }

  announce(open: OpenEditor | undefined): void {
    this.#current = open;
    for (const listener of [...this.#listeners]) listener();
  }

  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
}

export const editors = new Editors();

/** `<la-editor change-set="…">`: what is drawn, in words, fields and tables; all of it works by keyboard. */
export class EditorElement extends KeptElement {
  #panel: EditorPanel | undefined;
  #open: OpenEditor | undefined;
  #unlisten: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unlisten = editors.listen(() => this.redraw());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unlisten?.();
    this.#panel?.stop();
    this.#panel = undefined;
    this.#open = undefined;
  }

  /** The same panel is put back after enhanced navigation has taken it away, with what was being typed in it. */
  protected content(): readonly Node[] {
    const { current } = editors;
    if (!current) return [make("p", { class: "muted" }, say("Đang mở bản vẽ…", "Opening the draft…"))];
    if (!this.#panel || this.#open !== current) {
      this.#panel?.stop();
      this.#open = current;
      this.#panel = new EditorPanel(current);
    }
    return [this.#panel.root];
  }
}
