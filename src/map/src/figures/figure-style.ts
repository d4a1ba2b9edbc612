import type { ExpressionSpecification, LayerSpecification, SourceSpecification, StyleSpecification } from "maplibre-gl";
import { isGround, planLayerOf } from "../style/plan-style";
import type { FigurePicture } from "./figure-picture";
import type { RegionLabel } from "./figure-states";

/** The names of our sources in the style. */
export const regionSource = "regions";
export const labelSource = "region-labels";

/** The layer that the pointer is held against. */
export const regionFill = "regions.fill";

export interface FigureLook {
  readonly picture: FigurePicture;
  readonly origin: string;
  /** In the style, because MapLibre takes what the style does not say away. */
  readonly labels: readonly RegionLabel[];
  readonly dark: boolean;
  /** Larger names for a room full of people. */
  readonly present: boolean;
  readonly colours: {
    readonly selected: string;
    readonly hovered: string;
    readonly casing: string;
    readonly hatch: string;
  };
}

const number = (name: string): ExpressionSpecification => ["number", ["feature-state", name], 0];
const colour = (name: string): ExpressionSpecification => ["to-color", ["feature-state", name], "rgba(0, 0, 0, 0)"];
const isMarked: ExpressionSpecification = [
  "case",
  ["any", ["boolean", ["feature-state", "selected"], false], ["boolean", ["feature-state", "hovered"], false]],
  1,
  0,
];

/**
 * Puts an indicator into a style: its regions right above the ground, so that plan layers that the reader switches on
 * stay visible over them, its circles and names above everything. How each region looks is feature state; the layers
 * are the same for every indicator and period.
 */
export function withFigures(style: StyleSpecification, look: FigureLook): StyleSpecification {
  const last = style.layers.reduce((found, layer, index) => (isLand(layer) ? index : found), -1);
  // The small names of the plan are not read from the back of a room.
  const below = look.present ? style.layers.filter((layer) => layer.type !== "symbol") : style.layers;
  return {
    ...style,
    sources: { ...style.sources, ...sources(look) },
    layers: [...below.slice(0, last + 1), ...areas(look), ...below.slice(last + 1), ...points(look)],
  };
}

function isLand(layer: LayerSpecification): boolean {
  return layer.type === "background" || (layer.type === "fill" && isGround(planLayerOf(layer)));
}

function sources({ picture, origin, labels }: FigureLook): Record<string, SourceSpecification> {
  return {
    [regionSource]: {
      type: "vector",
      tiles: [origin + picture.tiles],
      minzoom: 0,
      maxzoom: picture.deepestZoom,
      promoteId: { regions: "code" },
    },
    [labelSource]: {
      type: "geojson",
      data: { type: "FeatureCollection", features: [...labels] },
      promoteId: "code",
    },
  };
}

function areas({ picture, dark, colours }: FigureLook): LayerSpecification[] {
  const common = { source: regionSource, "source-layer": "regions" } as const;
  const line = (
    id: string,
    lineColour: string | ExpressionSpecification,
    width: number,
    opacity: ExpressionSpecification,
  ) =>
    ({
      ...common,
      id,
      type: "line",
      layout: { "line-join": "round" },
      paint: { "line-color": lineColour, "line-width": width, "line-opacity": opacity },
    }) satisfies LayerSpecification;
  // On a map of circles the land is only their ground.
  const outlined: ExpressionSpecification = picture.mode === "circles" ? ["*", 0.45, number("drawn")] : number("drawn");
  return [
    {
      ...common,
      id: regionFill,
      type: "fill",
      paint: { "fill-color": colour("colour"), "fill-opacity": number("shade"), "fill-antialias": false },
    },
    {
      ...common,
      id: "regions.missing",
      type: "fill",
      paint: { "fill-pattern": `pattern/hatch/${colours.hatch.replace("#", "")}`, "fill-opacity": number("missing") },
    },
    {
      ...common,
      id: "regions.estimated",
      type: "fill",
      // Light enough for the class below it to show, on dark classes as on pale ones.
      paint: {
        "fill-pattern": `pattern/dots/${colours.hatch.replace("#", "")}`,
        "fill-opacity": ["*", 0.7, number("estimated")],
      },
    },
    line("regions.outline", dark ? picture.outlineOnDark : picture.outline, 1, outlined),
    line("regions.marked-casing", colours.casing, 6, isMarked),
    line(
      "regions.marked-line",
      ["case", ["boolean", ["feature-state", "selected"], false], colours.selected, colours.hovered],
      3,
      isMarked,
    ),
  ];
}

function points({ picture, present, dark }: FigureLook): LayerSpecification[] {
  const circles: LayerSpecification[] =
    picture.mode !== "circles"
      ? []
      : [
          {
            id: "regions.circle",
            type: "circle",
            source: labelSource,
            paint: {
              "circle-radius": number("radius"),
              "circle-color": colour("circle"),
              "circle-opacity": ["case", [">", number("estimated"), 0], 0.45, 0.82],
              "circle-stroke-color": dark ? picture.outlineOnDark : picture.outline,
              "circle-stroke-width": ["case", [">", number("radius"), 0], 1, 0],
            },
          },
        ];
  return [
    ...circles,
    // What lies lower gets its place later: a region too small for its name still tells its value, and where the name stands
    // there is no room for the value a second time. Beside a circle there would be.
    ...(picture.mode === "circles"
      ? []
      : [label("regions.value", ["format", ["get", "label"], heavier], ["center"], present)]),
    label(
      "regions.label",
      ["format", ["get", "name"], {}, "\n", {}, ["get", "label"], heavier],
      // Beside its place where it has no room in it, rather than not at all.
      picture.mode === "circles" ? ["top", "bottom", "left", "right"] : ["center", "top", "bottom"],
      present,
    ),
  ];
}

const heavier: { "font-scale": number; "text-font": ["literal", string[]] } = {
  "font-scale": 1.08,
  "text-font": ["literal", ["Be Vietnam Pro SemiBold"]],
};

type Anchor = "center" | "top" | "bottom" | "left" | "right";

function label(id: string, text: ExpressionSpecification, anchors: Anchor[], present: boolean): LayerSpecification {
  return {
    id,
    type: "symbol",
    source: labelSource,
    layout: {
      "text-field": text,
      "text-font": ["Be Vietnam Pro"],
      "text-size": present ? 28 : ["interpolate", ["linear"], ["zoom"], 8, 10.5, 9, 11.5, 10, 12.5, 12, 14.5],
      "text-line-height": 1.25,
      "text-max-width": 8,
      "text-padding": 1,
      "text-variable-anchor": anchors,
      "text-radial-offset": ["/", ["get", "below"], present ? 28 : 11.5],
      "text-justify": "auto",
      "symbol-sort-key": ["get", "order"],
    },
    paint: {
      "text-color": ["get", "ink"],
      "text-halo-color": ["get", "halo"],
      "text-halo-width": 1.6,
    },
  };
}
