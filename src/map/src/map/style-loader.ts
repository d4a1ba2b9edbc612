import type { StyleSpecification } from "maplibre-gl";
import { takeEarly } from "../page/style-address";

/** Fetches the service's style for a moment; the latest request wins. */
export class StyleLoader {
  #request: AbortController | undefined;
  #last: { address: string; style: StyleSpecification } | undefined;

  /** Resolves with undefined when a newer request has taken over. */
  async load(address: string): Promise<StyleSpecification | undefined> {
    this.#request?.abort();
    const request = (this.#request = new AbortController());
    if (this.#last?.address === address) return this.#last.style;
    try {
      const response = await (takeEarly(address) ?? fetch(address, { signal: request.signal }));
      if (!response.ok) throw new Error(`The style answered ${response.status}`);
      const style = (await response.json()) as StyleSpecification;
      if (request.signal.aborted) return undefined;
      this.#last = { address, style };
      return style;
    } catch (reason) {
      if (request.signal.aborted) return undefined;
      throw reason;
    }
  }

  cancel(): void {
    this.#request?.abort();
  }
}
