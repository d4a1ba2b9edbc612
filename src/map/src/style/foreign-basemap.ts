import type { LayerSpecification, SourceSpecification, StyleSpecification } from "maplibre-gl";
import { isGround, planLayerOf, type Basemap } from "./plan-style";

const prefix = "basemap:";
const rasterName = "basemap";

/** Whether a source is another basemap's, and none of the plan's. */
export function isForeign(source: string): boolean {
  return source === rasterName || source.startsWith(prefix);
}

/**
 * Puts another basemap on the ground, under the plan, and takes our own land away. A raster basemap is one source; a
 * vector one brings its own style, of which sources and layers are taken over under names of their own. Its icons are
 * left out, since a map has one sprite, and its labels are drawn from the reader's fonts.
 */
export function withForeignBasemap(
  style: StyleSpecification,
  basemap: Basemap,
  foreign: StyleSpecification | undefined,
): StyleSpecification {
  const base = basemap.kind === "raster" ? raster(basemap) : foreign ? vector(foreign, basemap) : nothing;
  const ground = style.layers.filter((layer) => layer.type === "background");
  const plan = style.layers.filter(
    (layer) => layer.type !== "background" && !(layer.type === "fill" && isGround(planLayerOf(layer))),
  );
  return {
    ...style,
    sources: { ...style.sources, ...base.sources },
    layers: [...ground, ...base.layers, ...plan],
  };
}

interface Base {
  readonly sources: Readonly<Record<string, SourceSpecification>>;
  readonly layers: readonly LayerSpecification[];
}

const nothing: Base = { sources: {}, layers: [] };

function raster({ url, attribution }: Basemap): Base {
  const source: SourceSpecification = { type: "raster", tiles: [url], tileSize: 256, attribution: attribution ?? "" };
  return { sources: { [rasterName]: source }, layers: [{ id: rasterName, type: "raster", source: rasterName }] };
}

function vector(foreign: StyleSpecification, { attribution }: Basemap): Base {
  const sources = Object.entries(foreign.sources).map(([name, source]): [string, SourceSpecification] => [
    prefix + name,
    attribution ? ({ ...source, attribution } as SourceSpecification) : source,
  ]);
  const layers = foreign.layers.map((layer): LayerSpecification => {
    const renamed = { ...layer, id: prefix + layer.id };
    if ("source" in renamed) renamed.source = prefix + renamed.source;
    if (renamed.type !== "symbol") return renamed;
    const layout = { ...renamed.layout };
    delete layout["icon-image"];
    return { ...renamed, layout };
  });
  return { sources: Object.fromEntries(sources), layers };
}
