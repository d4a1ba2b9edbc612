import { language } from "../../say";
import type { Editor } from "../editor";
import { readChecked } from "./checks";
import { editsOf } from "./edits";

/** Long enough for a drag to pause, short enough to feel live. */
const pauseMilliseconds = 400;

/** Asks the service's rules about the draft, unsaved edits included, once nothing has moved for a moment. */
export class Checker {
  readonly #editor: Editor;
  readonly #address: string;
  readonly #stop: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #request: AbortController | undefined;

  constructor(editor: Editor, address: string) {
    this.#editor = editor;
    this.#address = address;
    this.#stop = editor.draft.onChange(() => this.soon());
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
      const edits = editsOf(this.#editor.draft).map(({ edit }) => edit);
      const response = await fetch(`${this.#address}/check?lang=${language()}`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ edits }),
        signal: request.signal,
      });
      // A refusal is no finding; saving the same edits says what is wrong with them.
      if (response.ok) this.#editor.checked = readChecked(await response.json());
    } catch (reason) {
      if (request.signal.aborted) return;
      console.warn("The rules could not be asked", reason);
    }
    this.#editor.checking = false;
    this.#editor.tell("check");
  }
}
