import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from "maplibre-gl";
import type { SiteData } from "./site-data";

export const siteSource = "sites";
export const siteSymbols = "sites.symbol";
export const siteClusters = "sites.cluster";

/** From so many sites on, those that crowd each other are drawn as one circle with their number. */
const crowd = 400;

export interface SiteColours {
  readonly selected: string;
  readonly hovered: string;
  readonly ink: string;
  readonly surface: string;
}

/** A style with the sites over everything else. */
export function withSites(style: StyleSpecification, data: SiteData, colours: SiteColours): StyleSpecification {
  const isCrowded = data.features.length > crowd;
  return {
    ...style,
    sources: {
      ...style.sources,
      [siteSource]: isCrowded
        ? { type: "geojson", data, cluster: true, clusterRadius: 36, clusterMaxZoom: 12 }
        : { type: "geojson", data },
    },
    layers: [...style.layers, ...(isCrowded ? clusters(colours) : []), marked(colours), symbols(colours)],
  };
}

function symbols(colours: SiteColours): LayerSpecification {
  return {
    id: siteSymbols,
    type: "symbol",
    source: siteSource,
    filter: ["!", ["has", "point_count"]],
    layout: {
      "icon-image": ["get", "symbol"],
      "icon-size": ["interpolate", ["linear"], ["zoom"], 8, 0.7, 12, 1],
      "icon-allow-overlap": true,
      "text-field": ["step", ["zoom"], "", 10.5, ["get", "name"]],
      "text-font": ["Be Vietnam Pro"],
      "text-size": 12,
      "text-line-height": 1.35,
      "text-max-width": 9,
      "text-optional": true,
      "text-variable-anchor": ["left", "right", "top", "bottom"],
      "text-radial-offset": 1.3,
      "text-justify": "auto",
    },
    paint: { "text-color": colours.ink, "text-halo-color": colours.surface, "text-halo-width": 1.4 },
  };
}

function marked(colours: SiteColours): LayerSpecification {
  return {
    id: "sites.marked",
    type: "circle",
    source: siteSource,
    filter: ["!", ["has", "point_count"]],
    paint: {
      "circle-radius": ["interpolate", ["linear"], ["zoom"], 8, 12, 14, 18],
      "circle-color": colours.surface,
      "circle-stroke-width": 3,
      "circle-stroke-color": ["case", isMarked("selected"), colours.selected, colours.hovered],
      "circle-opacity": whenMarked(0.6),
      "circle-stroke-opacity": whenMarked(1),
    },
  };
}

const whenMarked = (opacity: number): ExpressionSpecification => [
  "case",
  ["any", isMarked("selected"), isMarked("hovered")],
  opacity,
  0,
];

function isMarked(mark: string): ExpressionSpecification {
  return ["boolean", ["feature-state", mark], false];
}

function clusters(colours: SiteColours): LayerSpecification[] {
  const isCluster: ["has", string] = ["has", "point_count"];
  return [
    {
      id: siteClusters,
      type: "circle",
      source: siteSource,
      filter: isCluster,
      paint: {
        "circle-color": colours.hovered,
        "circle-radius": ["interpolate", ["linear"], ["sqrt", ["get", "point_count"]], 1, 11, 30, 26],
        "circle-stroke-color": colours.surface,
        "circle-stroke-width": 2,
      },
    },
    {
      id: "sites.count",
      type: "symbol",
      source: siteSource,
      filter: isCluster,
      layout: {
        "text-field": ["to-string", ["get", "point_count"]],
        "text-font": ["Be Vietnam Pro"],
        "text-size": 12,
        "text-allow-overlap": true,
      },
      paint: { "text-color": colours.surface },
    },
  ];
}
