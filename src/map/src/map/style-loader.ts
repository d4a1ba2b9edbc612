import type { StyleSpecification } from "maplibre-gl";
import { withParameter } from "../page/urls";
import { theme } from "../theme-colours";

/** Fetches the service's style for a moment and the theme in effect; the latest request wins. */
export class StyleLoader {
  #request: AbortController | undefined;
  #last: { url: string; style: StyleSpecification } | undefined;

  /** Resolves with undefined when a newer request has taken over. */
  async load(styleUrl: string): Promise<StyleSpecification | undefined> {
    this.#request?.abort();
    const url = withParameter(styleUrl, "theme", theme());
    if (this.#last?.url === url) return this.#last.style;
    const request = (this.#request = new AbortController());
    try {
      const response = await fetch(url, { signal: request.signal, headers: { Accept: "application/json" } });
      if (!response.ok) throw new Error(`The style answered ${response.status}`);
      const style = (await response.json()) as StyleSpecification;
      this.#last = { url, style };
      return style;
    } catch (reason) {
      if (request.signal.aborted) return undefined;
      throw reason;
    }
  }

  /** The next load asks again even for the same URL, for example after a publication. */
  forget(): void {
    this.#last = undefined;
  }

  cancel(): void {
    this.#request?.abort();
  }
}
