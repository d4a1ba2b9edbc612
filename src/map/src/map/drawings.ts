import type { GeoJSON } from "geojson";
import type { GeoJSONSource, LayerSpecification, Map as MapLibreMap, StyleSpecification } from "maplibre-gl";

/** What tools draw over the plan, kept apart so that composing the style anew does not wipe it away. */
export class Drawings {
  readonly #drawings = new Map<string, { data: GeoJSON | string; layers: readonly LayerSpecification[] }>();

  /** Draws or changes a drawing, given as GeoJSON or as its address; true when the style must be composed again because it is new. */
  set(map: MapLibreMap, name: string, data: GeoJSON | string, layers: readonly LayerSpecification[]): boolean {
    const isNew = !this.#drawings.has(name);
    this.#drawings.set(name, { data, layers });
    if (!isNew) void map.getSource<GeoJSONSource>(name)?.setData(data);
    return isNew;
  }

  remove(name: string): void {
    this.#drawings.delete(name);
  }

  on(style: StyleSpecification): StyleSpecification {
    const sources = [...this.#drawings].map(([name, { data }]) => [name, { type: "geojson", data }] as const);
    const layers = [...this.#drawings.values()].flatMap((drawing) => drawing.layers);
    return {
      ...style,
      sources: { ...style.sources, ...Object.fromEntries(sources) },
      layers: [...style.layers, ...layers],
    };
  }
}
