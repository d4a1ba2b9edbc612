import { block, step } from "../operations/grid-cells";
import { say } from "../say";
import { make } from "./dom";

interface Finding {
  readonly field: string | null;
  readonly severity: "error" | "question";
  readonly message: string;
}

/** What the check answers. */
interface Answer {
  readonly changed: number;
  readonly findings: readonly Finding[];
}

const CHECK_AFTER_MS = 500;

/**
 * `<la-grid check="…">` round a table of fields that works without it: takes a block of cells copied from a spreadsheet,
 * moves by arrow keys and Enter, marks what was changed, and asks the server (the same rules as saving) what is wrong while
 * somebody types.
 */
export class GridElement extends HTMLElement {
  #status: HTMLElement | undefined;
  #timer: number | undefined;
  #asking: AbortController | undefined;

  connectedCallback(): void {
    this.addEventListener("paste", this.#paste);
    this.addEventListener("keydown", this.#move);
    this.addEventListener("input", this.#changed);
    this.addEventListener("focusin", select);
    if (this.#status?.isConnected) return;
    this.#status = make("div", { class: "grid-status", role: "status" });
    this.append(this.#status);
    this.#mark();
  }

  disconnectedCallback(): void {
    this.removeEventListener("paste", this.#paste);
    this.removeEventListener("keydown", this.#move);
    this.removeEventListener("input", this.#changed);
    this.removeEventListener("focusin", select);
    clearTimeout(this.#timer);
    this.#asking?.abort();
    this.#status?.remove();
    this.#status = undefined;
  }

  get #fields(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>("input[data-row]")];
  }

  #at(row: number, column: number): HTMLInputElement | undefined {
    return this.#fields.find((field) => place(field).row === row && place(field).column === column);
  }

  readonly #paste = (event: ClipboardEvent): void => {
    const from = event.target;
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (!(from instanceof HTMLInputElement) || !/[\t\n]/.test(text.trimEnd())) return;
    event.preventDefault();
    const { row, column } = place(from);
    const cells = block(text);
    let lost = 0;
    for (const [down, line] of cells.entries())
      for (const [right, value] of line.entries()) {
        const field = this.#at(row + down, column + right);
        if (field) field.value = value.trim();
        else if (value.trim()) lost++;
      }
    this.#mark();
    this.#ask();
    const height = String(cells.length);
    const width = String(Math.max(...cells.map((line) => line.length)));
    const outside = String(lost);
    this.#tell(
      say(`Đã dán ${height} dòng, ${width} cột.`, `Pasted ${height} rows, ${width} columns.`) +
        (lost
          ? say(` ${outside} ô nằm ngoài bảng, không được dán.`, ` ${outside} cells lay outside and were not pasted.`)
          : ""),
    );
  };

  readonly #move = (event: KeyboardEvent): void => {
    const field = event.target;
    if (!(field instanceof HTMLInputElement) || !field.dataset["row"] || event.altKey || event.ctrlKey || event.metaKey)
      return;
    const caret = { start: field.selectionStart ?? 0, end: field.selectionEnd ?? 0, length: field.value.length };
    const way = step(event.key, event.shiftKey, caret);
    if (!way) return;
    // Enter in a grid goes down; the button sends.
    event.preventDefault();
    const limit = this.#fields.length;
    let { row, column } = place(field);
    for (let tried = 0; tried < limit; tried++) {
      row += way.down;
      column += way.right;
      const next = this.#at(row, column);
      if (next) {
        next.focus();
        return;
      }
    }
  };

  readonly #changed = (): void => {
    this.#mark();
    this.#ask();
  };

  #mark(): void {
    for (const field of this.#fields)
      field.classList.toggle("changed", field.value.trim() !== (field.dataset["shown"] ?? ""));
  }

  #ask(): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#check(), CHECK_AFTER_MS);
  }

  async #check(): Promise<void> {
    const form = this.closest("form");
    const address = this.getAttribute("check");
    if (!form || !address) return;
    this.#asking?.abort();
    this.#asking = new AbortController();
    try {
      const answer = await fetch(address, {
        method: "POST",
        headers: { Accept: "application/json" },
        body: new URLSearchParams(
          [...new FormData(form)].map(([name, value]) => [name, typeof value === "string" ? value : ""]),
        ),
        signal: this.#asking.signal,
      });
      if (answer.ok) this.#show((await answer.json()) as Answer);
      else
        this.#tell(
          say("Chưa kiểm tra được; khi gửi sẽ kiểm tra lại.", "It could not be checked; sending it checks again."),
        );
    } catch (error) {
      if (!(error instanceof DOMException && error.name === "AbortError"))
        this.#tell(say("Mất kết nối; khi gửi sẽ kiểm tra lại.", "No connection; sending it checks again."));
    }
  }

  #show(answer: Answer): void {
    const messages = new Map(answer.findings.map((finding) => [finding.field, finding.message]));
    for (const field of this.#fields) {
      const message = messages.get(field.name);
      field.toggleAttribute("aria-invalid", false);
      if (message) field.setAttribute("aria-invalid", "true");
      field.title = message ?? "";
    }
    const changed = String(answer.changed);
    this.#tell(
      answer.findings.length
        ? say(`${String(answer.findings.length)} chỗ cần sửa:`, `${String(answer.findings.length)} to be mended:`)
        : say(`${changed} ô thay đổi, không có lỗi.`, `${changed} cells changed, nothing wrong.`),
      answer.findings.slice(0, 8).map((finding) => finding.message),
    );
  }

  #tell(text: string, lines: readonly string[] = []): void {
    this.#status?.replaceChildren(
      make("p", {}, text),
      ...(lines.length ? [make("ul", {}, ...lines.map((line) => make("li", {}, line)))] : []),
    );
  }
}

function place(field: HTMLInputElement): { row: number; column: number } {
  return { row: Number(field.dataset["row"]), column: Number(field.dataset["column"]) };
}

// As in a spreadsheet, what is typed into a cell that one comes to replaces what was there.
function select(event: Event): void {
  if (event.target instanceof HTMLInputElement && event.target.dataset["row"]) event.target.select();
}
