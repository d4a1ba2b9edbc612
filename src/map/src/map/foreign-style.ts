import type { StyleSpecification } from "maplibre-gl";
import type { Basemap } from "../style/plan-style";

/** The style of the vector basemap in use, fetched once for as long as it is in use. */
export class ForeignStyle {
  #url: string | undefined;
  #style: StyleSpecification | undefined;
  #failed = false;

  get style(): StyleSpecification | undefined {
    return this.#style;
  }

  /** Whether the basemap in use could not be had, so that the plan lies on plain ground. */
  get failed(): boolean {
    return this.#failed;
  }

  /** A basemap that cannot be had leaves the plan on plain ground; loading it again asks again. */
  async load(basemap: Basemap | undefined): Promise<void> {
    const url = basemap?.kind === "vector" ? basemap.url : undefined;
    if (url === this.#url && !this.#failed) return;
    this.#url = url;
    this.#style = undefined;
    this.#failed = false;
    if (url === undefined) return;
    try {
      const response = await fetch(url);
      if (!response.ok) throw new Error(`The basemap answered ${response.status}`);
      const style: unknown = await response.json();
      if (!isStyle(style)) throw new TypeError("The basemap answered with something that is not a style");
      if (this.#url === url) this.#style = style;
    } catch (reason) {
      console.warn(`The basemap ${url} could not be loaded`, reason);
      if (this.#url === url) this.#failed = true;
    }
  }
}

function isStyle(answer: unknown): answer is StyleSpecification {
  const { sources, layers } = (answer ?? {}) as { sources?: unknown; layers?: unknown };
  return typeof sources === "object" && sources !== null && Array.isArray(layers);
}
