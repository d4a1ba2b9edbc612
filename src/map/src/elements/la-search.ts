import { numbers, type Extent } from "../page/view";
import { follow, onPageChanged } from "../page/navigation";
import { views } from "../page/views";
import { say } from "../say";
import { make } from "./dom";

/** Long enough not to ask at every key, short enough to feel immediate. */
const typingPauseMilliseconds = 120;

/**
 * `<la-search>` round a GET form: suggests while one types. The service answers `…/suggest?q=` with options
 * (`<li role="option" data-href data-extent>`); without this element the form simply opens the page of results.
 */
export class SearchElement extends HTMLElement {
  readonly #list = make("ul", { id: "suggestions", role: "listbox", class: "suggestions", hidden: true });
  readonly #said = make("div", { class: "unseen", role: "status" });
  #typing: ReturnType<typeof setTimeout> | undefined;
  #request: AbortController | undefined;
  #active = -1;

  connectedCallback(): void {
    this.addEventListener("input", this.#typed);
    this.addEventListener("keydown", this.#key);
    this.addEventListener("focusout", this.#left);
    this.addEventListener("submit", this.#close);
    this.#list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.#list.addEventListener("click", this.#clicked);
    this.#enhance();
    onPageChanged(() => this.#enhance());
  }

  disconnectedCallback(): void {
    this.removeEventListener("input", this.#typed);
    this.removeEventListener("keydown", this.#key);
    this.removeEventListener("focusout", this.#left);
    this.removeEventListener("submit", this.#close);
    this.#request?.abort();
    clearTimeout(this.#typing);
  }

  get #input(): HTMLInputElement | null {
    return this.querySelector('input[name="q"]');
  }

  get #options(): HTMLElement[] {
    return [...this.#list.querySelectorAll<HTMLElement>('[role="option"]')];
  }

  /** Patching the page takes these away each time, since the server renders a plain form. */
  #enhance(): void {
    const input = this.#input;
    if (!input) return;
    this.#list.setAttribute("aria-label", say("Gợi ý", "Suggestions"));
    if (!this.contains(this.#list)) this.append(this.#list, this.#said);
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", this.#list.id);
    input.setAttribute("aria-expanded", String(!this.#list.hidden));
  }

  readonly #typed = () => {
    this.#enhance();
    clearTimeout(this.#typing);
    this.#request?.abort();
    const words = this.#input?.value.trim() ?? "";
    if (words === "") this.#close();
    else this.#typing = setTimeout(() => void this.#suggest(), typingPauseMilliseconds);
  };

  async #suggest(): Promise<void> {
    const form = this.querySelector("form");
    if (!form) return;
    const request = (this.#request = new AbortController());
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === "string") fields.append(name, value);
    try {
      const action = form.getAttribute("action") ?? "/search";
      const response = await fetch(`${action}/suggest?${fields}`, { signal: request.signal });
      if (response.ok) this.#offer(await response.text());
      else this.#close();
    } catch (reason) {
      if (!request.signal.aborted) {
        console.warn("No suggestions", reason);
        this.#close();
      }
    }
  }

  #offer(html: string): void {
    const options = new DOMParser().parseFromString(html, "text/html").body.childNodes;
    this.#list.replaceChildren(...options);
    this.#list.scrollTop = 0;
    this.#show(this.#options.length > 0);
    const places = this.#options.filter((option) => option.dataset["extent"]).length;
    this.#said.textContent =
      places === 0 ? say("Không có gợi ý", "No suggestions") : say(`${places} gợi ý`, `${places} suggestions`);
  }

  #show(open: boolean): void {
    this.#list.hidden = !open;
    this.#input?.setAttribute("aria-expanded", String(open));
    this.#activate(-1);
  }

  readonly #close = () => {
    clearTimeout(this.#typing);
    this.#request?.abort();
    this.#show(false);
    this.#said.textContent = "";
  };

  readonly #left = (event: FocusEvent) => {
    if (!(event.relatedTarget instanceof Node && this.contains(event.relatedTarget))) this.#close();
  };

  #activate(index: number): void {
    const options = this.#options;
    this.#active = index;
    options.forEach((option, at) => option.setAttribute("aria-selected", String(at === index)));
    const active = options[index];
    active?.scrollIntoView({ block: "nearest" });
    if (active?.id) this.#input?.setAttribute("aria-activedescendant", active.id);
    else this.#input?.removeAttribute("aria-activedescendant");
  }

  readonly #key = (event: KeyboardEvent) => {
    if (event.isComposing || event.target !== this.#input) return;
    const count = this.#options.length;
    const open = !this.#list.hidden;
    if (event.key === "Escape" && open) this.#close();
    else if (event.key === "ArrowDown" && !open && count > 0) this.#show(true);
    else if (event.key === "ArrowDown" && open) this.#activate((this.#active + 1) % count);
    else if (event.key === "ArrowUp" && open) this.#activate(this.#active <= 0 ? count - 1 : this.#active - 1);
    else if (event.key === "Enter" && open && this.#active >= 0) this.#choose(this.#options[this.#active]);
    else return;
    event.preventDefault();
  };

  readonly #clicked = (event: MouseEvent) => {
    const option = event.target instanceof Element ? event.target.closest<HTMLElement>('[role="option"]') : null;
    if (option) this.#choose(option);
  };

  /** The map sets out at once; the page arrives with the same extent. */
  #choose(option: HTMLElement | undefined): void {
    const href = option?.dataset["href"];
    if (!option || !href) return;
    const name = option.querySelector(".found-name")?.textContent.trim();
    if (this.#input && name) this.#input.value = name;
    const extent = numbers(option.dataset["extent"] ?? null, 4) as Extent | undefined;
    this.#close();
    follow(href);
    if (extent && views.current) views.announce({ ...views.current, extent });
  }
}
