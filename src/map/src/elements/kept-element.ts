/**
 * An element that makes its own content on an ordinary part of the page. Enhanced navigation takes such content away,
 * because the server knows nothing of it; it is put back before the next paint.
 */
export abstract class KeptElement extends HTMLElement {
  /** Aborted when the element leaves the page. */
  protected stop = new AbortController();
  readonly #observer = new MutationObserver(() => this.#keep());
  #language = "";

  connectedCallback(): void {
    this.stop = new AbortController();
    this.#draw();
    this.#observer.observe(this, { childList: true });
    // The language of the page may change under an element that stays.
    this.#observer.observe(document.documentElement, { attributeFilter: ["lang"] });
  }

  disconnectedCallback(): void {
    this.#observer.disconnect();
    this.stop.abort();
  }

  /** The element's content in the page's language. */
  protected abstract content(): readonly Node[];

  /** Draws the content again after something it shows has changed. */
  protected redraw(): void {
    this.#draw();
  }

  #keep(): void {
    if (!this.firstChild || this.#language !== document.documentElement.lang) this.#draw();
  }

  #draw(): void {
    this.#language = document.documentElement.lang;
    this.replaceChildren(...this.content());
    this.#observer.takeRecords();
  }
}
