import type { FeatureCollection, Geometry } from "geojson";
import { isGround } from "../style/plan-style";
import { visibleLayers } from "../style/compose-style";
import type { Editor } from "./editor";
import { readBase } from "./model/draft";

type Window = readonly [number, number, number, number];

/**
 * Loads what is in force around the draft, at full precision, for the window that is looked at and a margin round it.
 * A window that lies in one already loaded asks for nothing.
 */
export class Surroundings {
  readonly #editor: Editor;
  readonly #address: string;
  readonly #followMap = () => void this.load();
  #loaded: { readonly layers: string; readonly window: Window }[] = [];
  #request: AbortController | undefined;
  /** True while the window holds more than the service gives at once. */
  truncated = false;

  constructor(editor: Editor, address: string) {
    this.#editor = editor;
    this.#address = address;
    editor.plan.map.on("moveend", this.#followMap);
    void this.load();
  }

  stop(): void {
    this.#editor.plan.map.off("moveend", this.#followMap);
    this.#request?.abort();
  }

  /** Asks for everything again, as after a publication. */
  async reload(): Promise<void> {
    this.#loaded = [];
    await this.load({ anew: true });
  }

  async load({ anew = false } = {}): Promise<void> {
    const bounds = this.#editor.plan.map.getBounds();
    const [west, south, east, north] = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
    const layers = this.#layers();
    const name = [...layers].sort().join();
    if (
      layers.length === 0 ||
      this.#loaded.some((one) => one.layers === name && holds(one.window, [west, south, east, north]))
    )
      return;
    const [across, up] = [(east - west) / 4, (north - south) / 4];
    const window: Window = [west - across, south - up, east + across, north + up];
    this.#request?.abort();
    const request = (this.#request = new AbortController());
    try {
      const box = window.map((degrees) => degrees.toFixed(6)).join();
      const response = await fetch(`${this.#address}/surroundings?bbox=${box}&layers=${layers.join()}`, {
        signal: request.signal,
      });
      if (!response.ok) throw new Error(`The surroundings answered ${response.status}`);
      const { features, truncated = false } = (await response.json()) as FeatureCollection<Geometry | null> & {
        truncated?: boolean;
      };
      if (anew) this.#editor.draft.forgetSurroundings();
      this.#editor.draft.surround(features.map(readBase));
      this.truncated = truncated;
      if (!truncated) this.#loaded.push({ layers: name, window });
      this.#editor.tell("selection");
    } catch (reason) {
      if (!request.signal.aborted) console.warn("The surroundings could not be loaded", reason);
    }
  }

  /** The layers one sees, as far as the draft knows them, and the one that is drawn in. */
  #layers(): string[] {
    const { plan, layers, layer } = this.#editor;
    const visible = new Set(visibleLayers(plan.style, plan.view.layers));
    return [...layers.keys()].filter((code) => code === layer?.code || (visible.has(code) && !isGround(code)));
  }
}

function holds(outer: Window, inner: Window): boolean {
  return outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3];
}
