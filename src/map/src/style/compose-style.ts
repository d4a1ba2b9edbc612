import type { ExpressionSpecification, FilterSpecification, LayerSpecification, StyleSpecification } from "maplibre-gl";
import { withForeignBasemap } from "./foreign-basemap";
import { highlightLayers, type HighlightColours } from "./highlight-layers";
import { packSources } from "./pack-sources";
import { basemapsOf, planLayerOf, roleOf } from "./plan-style";
import { scaledOpacity } from "./scaled-opacity";
import { sheetEdge, sheetExtentOf, type SheetColours } from "./sheet-edge";

export interface Choices {
  /** Codes of the layers to show; undefined leaves the style's own visibility. */
  readonly layers: readonly string[] | undefined;
  readonly opacity: ReadonlyMap<string, number>;
  /** `own`, or the code of a configured basemap. */
  readonly basemap: string;
  /** The style of a vector basemap, once it has arrived. */
  readonly foreign?: StyleSpecification | undefined;
  /** Features that something else draws in another form: their ids by layer. */
  readonly hidden?: ReadonlyMap<string, readonly number[]> | undefined;
  /** Layers whose tiles are asked for together. */
  readonly packed: readonly string[];
  readonly colours: HighlightColours & SheetColours;
}

/**
 * The style the map draws: the service's style with the page's choices put in. Pure, so that every change of the page
 * is the same step (compose, then let MapLibre apply the difference) and nothing is left behind by an earlier page.
 */
export function composeStyle(style: StyleSpecification, choices: Choices): StyleSpecification {
  const chosen = style.layers.map((layer) => withChoices(layer, choices));
  const labels = chosen.findIndex((layer) => roleOf(layer) === "label");
  const below = labels < 0 ? chosen.length : labels;
  const marks = highlightLayers({ ...style, layers: chosen }, choices.colours);
  const basemap = basemapsOf(style).find(({ code }) => code === choices.basemap);
  const extent = basemap ? undefined : sheetExtentOf(style);
  const edge = extent ? sheetEdge(extent, choices.colours) : { sources: {}, layers: [] };
  const complete = {
    ...style,
    sources: { ...style.sources, ...edge.sources },
    layers: [...chosen.slice(0, below), ...edge.layers, ...marks, ...chosen.slice(below)],
  };
  return packSources(basemap ? withForeignBasemap(complete, basemap, choices.foreign) : complete, choices.packed);
}

/** The plan layers of a style that are visible, whether by the page's choice or the style's own. */
export function visibleLayers(style: StyleSpecification, layers: readonly string[] | undefined): readonly string[] {
  const codes = style.layers
    .filter((layer) => layer.layout?.visibility !== "none" || layers !== undefined)
    .map(planLayerOf)
    .filter((code) => code !== undefined && (layers === undefined || layers.includes(code)));
  return [...new Set(codes)].filter((code) => code !== undefined);
}

const opacityProperties: Readonly<Record<string, readonly string[]>> = {
  fill: ["fill-opacity"],
  line: ["line-opacity"],
  circle: ["circle-opacity", "circle-stroke-opacity"],
  symbol: ["icon-opacity", "text-opacity"],
};

function withChoices(layer: LayerSpecification, { layers, opacity, hidden }: Choices): LayerSpecification {
  const code = planLayerOf(layer);
  if (code === undefined) return layer;
  const ids = hidden?.get(code);
  if (ids && ids.length > 0 && "source-layer" in layer) layer = { ...layer, filter: without(layer.filter, ids) };
  const visibility = layers === undefined ? layer.layout?.visibility : layers.includes(code) ? "visible" : "none";
  const factor = opacity.get(code) ?? 1;
  const paint: Record<string, unknown> = { ...layer.paint };
  if (factor < 1)
    for (const property of opacityProperties[layer.type] ?? [])
      paint[property] = scaledOpacity(paint[property], factor);
  return { ...layer, layout: { ...layer.layout, ...(visibility ? { visibility } : {}) }, paint };
}

function without(filter: FilterSpecification | undefined, ids: readonly number[]): FilterSpecification {
  const others: ExpressionSpecification = ["!", ["in", ["id"], ["literal", [...ids]]]];
  return filter === undefined ? others : (["all", filter, others] as ExpressionSpecification);
}
