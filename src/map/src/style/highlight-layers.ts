import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from "maplibre-gl";
import { planLayerOf, roleOf } from "./plan-style";

export interface HighlightColours {
  readonly selected: string;
  readonly hovered: string;
  readonly casing: string;
}

/**
 * One quiet outline over every feature, shown by feature state: pointing at a feature then repaints a uniform instead
 * of laying out its tile again. Selected wins over hovered.
 */
export function highlightLayers(style: StyleSpecification, colours: HighlightColours): LayerSpecification[] {
  const shapes = new Map<string, LayerSpecification>();
  for (const layer of style.layers) {
    const code = planLayerOf(layer);
    const shape = code && shapeOf(layer);
    if (shape && (!shapes.has(`${code}/${shape}`) || layer.layout?.visibility !== "none"))
      shapes.set(`${code}/${shape}`, layer);
  }
  const areas = new Set([...shapes.keys()].filter((key) => key.endsWith("/area")).map((key) => key.split("/")[0]));
  return [...shapes].flatMap(([key, layer]) => {
    const [code = "", shape = ""] = key.split("/");
    // The outline of an area is a line layer too; one highlight is enough.
    if (shape === "line" && areas.has(code)) return [];
    return outline(code, shape, layer, colours);
  });
}

function shapeOf(layer: LayerSpecification): "area" | "line" | "point" | undefined {
  const role = roleOf(layer);
  if (!("source-layer" in layer) || role === "label" || role === "highlight") return undefined;
  if (layer.type === "fill") return "area";
  if (layer.type === "line") return "line";
  return layer.type === "symbol" || layer.type === "circle" ? "point" : undefined;
}

const isSelected: ExpressionSpecification = ["boolean", ["feature-state", "selected"], false];
const isHovered: ExpressionSpecification = ["boolean", ["feature-state", "hovered"], false];
const whenMarked = (opacity: number): ExpressionSpecification => ["case", ["any", isSelected, isHovered], opacity, 0];

function outline(
  code: string,
  shape: string,
  like: LayerSpecification,
  colours: HighlightColours,
): LayerSpecification[] {
  const colour: ExpressionSpecification = ["case", isSelected, colours.selected, colours.hovered];
  const common = {
    source: "source" in like ? like.source : "",
    "source-layer": "source-layer" in like ? (like["source-layer"] ?? code) : code,
    metadata: { "longan:layer": code, "longan:role": "highlight" },
    layout: { visibility: like.layout?.visibility ?? "visible" },
  };
  if (shape === "point")
    return [
      {
        ...common,
        id: `${code}.marked`,
        type: "circle",
        filter: ["==", ["geometry-type"], "Point"],
        paint: {
          "circle-radius": ["interpolate", ["linear"], ["zoom"], 8, 11, 14, 16],
          "circle-color": colour,
          "circle-opacity": whenMarked(0.16),
          "circle-stroke-color": colour,
          "circle-stroke-width": 2.5,
          "circle-stroke-opacity": whenMarked(1),
        },
      },
    ];
  const width = shape === "area" ? 2.5 : 4;
  const line = (id: string, lineColour: string | ExpressionSpecification, lineWidth: number): LayerSpecification => ({
    ...common,
    id,
    type: "line",
    filter: ["!=", ["geometry-type"], "Point"],
    layout: { ...common.layout, "line-join": "round", "line-cap": "round" },
    paint: { "line-color": lineColour, "line-width": lineWidth, "line-opacity": whenMarked(1) },
  });
  return [line(`${code}.marked-casing`, colours.casing, width + 3), line(`${code}.marked-line`, colour, width)];
}
