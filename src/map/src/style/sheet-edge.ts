import type { LayerSpecification, SourceSpecification, StyleSpecification } from "maplibre-gl";
import type { Extent } from "../page/view";

export interface SheetColours {
  readonly paper: string;
  readonly edge: string;
}

/**
 * Our own basemap ends where its data end. As on a printed sheet, beyond that stands blank paper behind a neat line,
 * so that nobody takes missing land for sea.
 */
export function sheetEdge(
  extent: Extent,
  { paper, edge }: SheetColours,
): { sources: Record<string, SourceSpecification>; layers: LayerSpecification[] } {
  const [west, south, east, north] = extent;
  const sheet = [
    [west, south],
    [west, north],
    [east, north],
    [east, south],
    [west, south],
  ];
  const world = [
    [-180, -85],
    [180, -85],
    [180, 85],
    [-180, 85],
    [-180, -85],
  ];
  return {
    sources: {
      beyond: {
        type: "geojson",
        data: { type: "Feature", properties: {}, geometry: { type: "Polygon", coordinates: [world, sheet] } },
      },
      "neat-line": {
        type: "geojson",
        data: { type: "Feature", properties: {}, geometry: { type: "LineString", coordinates: sheet } },
      },
    },
    layers: [
      { id: "beyond", type: "fill", source: "beyond", paint: { "fill-color": paper, "fill-antialias": false } },
      {
        id: "neat-line.outer",
        type: "line",
        source: "neat-line",
        paint: { "line-color": edge, "line-width": 2, "line-offset": -5 },
      },
      { id: "neat-line.inner", type: "line", source: "neat-line", paint: { "line-color": edge, "line-width": 0.75 } },
    ],
  };
}

/** The extent of our own basemap's data, which the service writes into the style. */
export function sheetExtentOf(style: StyleSpecification): Extent | undefined {
  const extent = (style.metadata as Record<string, unknown> | undefined)?.["longan:sheet"];
  return Array.isArray(extent) && extent.length === 4 ? (extent as unknown as Extent) : undefined;
}
