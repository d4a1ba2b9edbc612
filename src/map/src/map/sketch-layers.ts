import type { Map as MapLibreMap, StyleSpecification } from "maplibre-gl";

/** The prefix of the sources and layers that the drawing library adds to the map by itself. */
export const sketchPrefix = "td";

/** A style with the sketch in it that is being drawn: applying a style would otherwise wipe it off the map. */
export function withSketch(map: MapLibreMap, style: StyleSpecification): StyleSpecification {
  if (!map.getLayer(`${sketchPrefix}-polygon`)) return style;
  const isSketch = (name: string) => name.startsWith(`${sketchPrefix}-`);
  const { sources, layers } = map.getStyle();
  return {
    ...style,
    sources: { ...style.sources, ...Object.fromEntries(Object.entries(sources).filter(([name]) => isSketch(name))) },
    layers: [...style.layers, ...layers.filter(({ id }) => isSketch(id))],
  };
}
