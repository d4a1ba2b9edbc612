import { parseView, viewAttributes } from "../page/view";
import { views } from "../page/views";

/**
 * `<la-view style-url="…" layers="…" extent="…" …>`: what the page wants the map to show. Enhanced navigation patches
 * several attributes one after the other, so they are gathered into one announcement.
 */
export class ViewElement extends HTMLElement {
  static readonly observedAttributes = viewAttributes;
  #scheduled = false;

  connectedCallback(): void {
    this.hidden = true;
    this.#schedule();
  }

  attributeChangedCallback(): void {
    this.#schedule();
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      if (this.isConnected) views.announce(parseView((name) => this.getAttribute(name)));
    });
  }
}
