import type { StyleSpecification } from "maplibre-gl";
import type { Basemap } from "../style/plan-style";

/** The style of the vector basemap in use, fetched once for as long as it is in use. */
export class ForeignStyle {
  #url: string | undefined;
  #style: StyleSpecification | undefined;

  get style(): StyleSpecification | undefined {
    return this.#style;
  }

  /** A basemap that cannot be had leaves the plan on plain ground. */
  async load(basemap: Basemap | undefined): Promise<void> {
    const url = basemap?.kind === "vector" ? basemap.url : undefined;
    if (url === this.#url) return;
    this.#url = url;
    this.#style = undefined;
    if (url === undefined) return;
    try {
      const response = await fetch(url);
      if (!response.ok) throw new Error(`The basemap answered ${response.status}`);
      const style = (await response.json()) as StyleSpecification;
      if (this.#url === url) this.#style = style;
    } catch (reason) {
      console.warn(`The basemap ${url} could not be loaded`, reason);
      this.#url = undefined;
    }
  }
}
