import { language, say, sayNumber } from "../say";
import type { Shape } from "./operations/shapes";

interface Share {
  readonly layer: string;
  readonly code: string;
  readonly name: string;
  readonly hectares: number;
}

/** The figure has to rest for this long before it is asked about. */
const pauseMilliseconds = 200;

/**
 * How a figure that is still being drawn or dragged falls to districts. The service measures, as it does for everything
 * official; between two answers the last one stands.
 */
export class Shares {
  readonly #address: string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #request: AbortController | undefined;
  #shape: Shape | undefined;
  #said = "";

  constructor(address: string) {
    this.#address = address;
  }

  stop(): void {
    this.forget();
  }

  /** Nothing is being drawn any more. */
  forget(): void {
    clearTimeout(this.#timer);
    this.#request?.abort();
    this.#shape = undefined;
    this.#said = "";
  }

  /** What is known by now: “Đức Hòa 12,40 ha, Bến Lức 0,31 ha”; calls back when there is more to say. */
  inWords(shape: Shape, told: () => void): string {
    if (shape !== this.#shape) {
      this.#shape = shape;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#ask(shape, told), pauseMilliseconds);
    }
    return this.#said;
  }

  async #ask(geometry: Shape, told: () => void): Promise<void> {
    this.#request?.abort();
    const request = (this.#request = new AbortController());
    try {
      const response = await fetch(`${this.#address}/shares?lang=${language()}`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ geometry }),
        signal: request.signal,
      });
      if (!response.ok) return;
      const { areas } = (await response.json()) as { readonly areas: readonly Share[] };
      if (request.signal.aborted) return;
      this.#said = inWords(areas);
      told();
    } catch (reason) {
      if (!request.signal.aborted) console.warn("The shares by district could not be asked for", reason);
    }
  }
}

/** Districts, which people still count by; communes where there are none. */
function inWords(areas: readonly Share[]): string {
  const districts = areas.filter(({ layer }) => layer === "districts");
  const shown = districts.length > 0 ? districts : areas;
  const list = shown.slice(0, 4).map(({ name, hectares }) => `${name} ${sayNumber(hectares, 2)} ha`);
  const more = shown.length - list.length;
  return [...list, ...(more > 0 ? [say(`và ${more} nơi khác`, `and ${more} more`)] : [])].join(", ");
}
