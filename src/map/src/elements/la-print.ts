import { parseMapPosition } from "../page/map-position";
import { atPlace } from "../page/urls";

/** `<la-print>` round a link to the page that prints: a press takes along where the map looks, which only the browser knows. */
export class PrintElement extends HTMLElement {
  #stop = new AbortController();

  connectedCallback(): void {
    this.#stop = new AbortController();
    // Before the click, so that the browser and enhanced navigation follow the same address.
    for (const event of ["pointerdown", "focusin", "click"])
      this.addEventListener(event, () => this.#place(), { capture: true, signal: this.#stop.signal });
  }

  disconnectedCallback(): void {
    this.#stop.abort();
  }

  #place(): void {
    const position = parseMapPosition(location.hash);
    const link = this.querySelector("a");
    if (!position || !link) return;
    link.href = atPlace(new URL(link.href), position.latitude, position.longitude, position.zoom);
  }
}
