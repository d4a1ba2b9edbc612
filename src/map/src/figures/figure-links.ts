import { views } from "../page/views";
import type { FigurePicture } from "./figure-picture";
import type { KeptAnswers } from "./kept-answers";

/**
 * Links to other indicators (`data-figures` names their picture): pointing at one fetches its picture, so that following
 * it recolours the map at once, while the page is still on its way.
 */
export class FigureLinks {
  readonly #pictures: KeptAnswers<FigurePicture>;
  readonly #ready = new Map<string, FigurePicture>();
  readonly #stop = new AbortController();

  constructor(pictures: KeptAnswers<FigurePicture>) {
    this.#pictures = pictures;
    const { signal } = this.#stop;
    for (const begin of ["pointerover", "focusin", "pointerdown"])
      document.addEventListener(begin, ({ target }) => void this.#fetch(addressAt(target)), { signal });
    // Before the framework's own listener, which prevents the default of every link that it follows itself.
    document.addEventListener("click", (event) => this.#followed(event), { signal, capture: true });
  }

  disconnect(): void {
    this.#stop.abort();
  }

  async #fetch(address: string | undefined): Promise<void> {
    if (!address || this.#ready.has(address)) return;
    try {
      this.#ready.set(address, await this.#pictures.get(address));
    } catch (reason) {
      // Whoever follows the link hears of it from the page.
      console.warn(reason);
    }
  }

  #followed(event: MouseEvent): void {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const address = addressAt(event.target);
    const view = views.current;
    const newest = address ? this.#ready.get(address)?.periods.at(-1) : undefined;
    if (!address || !view?.figures || !newest) return;
    views.announce({ ...view, figures: { ...view.figures, address, period: newest.period, only: [] } });
  }
}

function addressAt(target: EventTarget | null): string | undefined {
  const link = target instanceof Element ? target.closest("a[data-figures]") : null;
  return link?.getAttribute("data-figures") ?? undefined;
}
