import { language } from "../../say";
import type { Editor } from "../editor";
import { readChecked } from "./checks";
import { editsOf } from "./edits";

/** Long enough for a drag to pause, short enough to feel live. */
const pauseMilliseconds = 400;

/**
 * Asks the service's rules about the draft once nothing has moved for a moment: unsaved edits included, and what a
 * gesture under way would do.
 */
export class Checker {
  readonly #editor: Editor;
  readonly #address: string;
  readonly #stop: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #request: AbortController | undefined;

  constructor(editor: Editor, address: string) {
    this.#editor = editor;
    this.#address = address;
    const stops = [
      editor.draft.onChange(() => this.soon()),
      editor.listen((topics) => topics.has("proposal") && this.soon()),
    ];
    this.#stop = () => stops.forEach((stop) => stop());
    this.soon();
  }

  stop(): void {
    this.#stop();
    clearTimeout(this.#timer);
    this.#request?.abort();
  }

  soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(), pauseMilliseconds);
  }

  async #ask(): Promise<void> {
    this.#request?.abort();
    const request = (this.#request = new AbortController());
    this.#editor.checking = true;
    this.#editor.tell("check");
    try {
      const { draft, proposal } = this.#editor;
      const edits = editsOf(draft, draft.unsaved, proposal).map(({ edit }) => edit);
      const response = await fetch(`${this.#address}/check?lang=${language()}`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ edits }),
        signal: request.signal,
      });
      // A refusal is no finding; saving the same edits says what is wrong with them.
      if (response.ok) this.#editor.checked = readChecked(await response.json(), proposal.length > 0);
    } catch (reason) {
      if (request.signal.aborted) return;
      console.warn("The rules could not be asked", reason);
    }
    this.#editor.checking = false;
    this.#editor.tell("check");
  }
}
