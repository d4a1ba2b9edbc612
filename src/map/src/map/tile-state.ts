import type { Map as MapLibreMap, StyleSpecification } from "maplibre-gl";
import { isForeign } from "../style/foreign-basemap";
import { packName } from "../style/pack-sources";
import { planLayerOf } from "../style/plan-style";

/** What the map is waiting for and what it could not get, told in plan layers. */
export class TileState {
  readonly #map: MapLibreMap;
  readonly #style: () => StyleSpecification;
  readonly #failedSources = new Set<string>();
  readonly #changed: () => void;

  /**
   * @param changed called when something begins to load, has arrived or has failed
   * @param packFailed called instead when the layers that are asked for together have failed
   */
  constructor(
    map: MapLibreMap,
    style: () => StyleSpecification,
    { changed, packFailed }: { changed: () => void; packFailed: () => void },
  ) {
    this.#map = map;
    this.#style = style;
    this.#changed = changed;
    map.on("error", (event) => {
      const { sourceId } = event as { sourceId?: string };
      if (!sourceId) {
        console.error(event.error);
        return;
      }
      if (sourceId === packName) {
        packFailed();
        return;
      }
      this.#failedSources.add(sourceId);
      this.#changed();
    });
    // Told to assistive technology, and to whoever waits for the finished picture.
    const element = map.getContainer().closest("la-map");
    map.on("dataloading", () => element?.setAttribute("aria-busy", "true"));
    map.on("idle", () => element?.setAttribute("aria-busy", "false"));
    this.#bringToRest();
    map.on("dataloading", changed);
    map.on("sourcedata", changed);
    map.on("idle", changed);
  }

  get loading(): readonly string[] {
    return this.#layersOf((source) => this.#map.getSource(source) !== undefined && !this.#map.isSourceLoaded(source));
  }

  get failed(): readonly string[] {
    return this.#layersOf((source) => this.#failedSources.has(source));
  }

  /** Whether tiles of the basemap in use, other than our own, could not be had. */
  get basemapFailed(): boolean {
    return [...this.#failedSources].some((source) => isForeign(source) && this.#style().sources[source] !== undefined);
  }

  /** The sources that failed, which are thereby forgotten: they are about to be asked again. */
  takeFailed(): ReadonlySet<string> {
    const failed = new Set(this.#failedSources);
    this.#failedSources.clear();
    return failed;
  }

  /**
   * MapLibre neither tells nor draws when a tile proves to be what it was (another day, the same ETag), so that it never
   * says it is at rest. While something loads it is therefore asked to draw now and then.
   */
  #bringToRest(): void {
    let nudge: ReturnType<typeof setInterval> | undefined;
    const stop = () => {
      clearInterval(nudge);
      nudge = undefined;
    };
    this.#map.on("dataloading", () => (nudge ??= setInterval(() => this.#map.triggerRepaint(), 1000)));
    this.#map.on("idle", stop);
    this.#map.on("remove", stop);
  }

  #layersOf(chosen: (source: string) => boolean): readonly string[] {
    const layers = this.#style().layers.filter((layer) => "source" in layer && layer.layout?.visibility !== "none");
    const sources = [...new Set(layers.map((layer) => ("source" in layer ? layer.source : "")))].filter(chosen);
    const codes = layers
      .filter((layer) => "source" in layer && sources.includes(layer.source))
      .map(planLayerOf)
      .filter((code) => code !== undefined);
    return [...new Set(codes)];
  }
}
