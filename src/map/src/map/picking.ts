import type { Map as MapLibreMap, MapGeoJSONFeature, PointLike, StyleSpecification } from "maplibre-gl";
import type { FeatureKey } from "../page/view";
import { isGround, planLayerOf, planLayerOfTileLayer, roleOf } from "../style/plan-style";

export interface PickedFeature extends FeatureKey {
  readonly name: string;
}

/** How far from the pointer a thin line or a small symbol still counts, in CSS pixels. */
const reach = { mouse: 4, touch: 14 };

/** The features under a point of the screen, topmost first, each once. */
export function pick(
  map: MapLibreMap,
  style: StyleSpecification,
  point: { x: number; y: number },
  pointer: keyof typeof reach,
): readonly PickedFeature[] {
  const layers = style.layers
    .filter((layer) => !isGround(planLayerOf(layer)) && roleOf(layer) !== "highlight" && map.getLayer(layer.id))
    .map(({ id }) => id);
  const distance = reach[pointer];
  const around: [PointLike, PointLike] = [
    [point.x - distance, point.y - distance],
    [point.x + distance, point.y + distance],
  ];
  // What lies exactly under the pointer comes before what is only near it, unless it is a whole area.
  const near = map.queryRenderedFeatures(around, { layers }).filter((feature) => !isArea(feature));
  const under = map.queryRenderedFeatures([point.x, point.y], { layers }).filter(isArea);
  const picked = new Map<string, PickedFeature>();
  for (const feature of [...near, ...under]) {
    const layer = planLayerOfTileLayer(feature.sourceLayer);
    if (typeof feature.id !== "number" || picked.has(`${layer}/${feature.id}`)) continue;
    picked.set(`${layer}/${feature.id}`, { layer, id: feature.id, name: nameOf(feature) });
  }
  return [...picked.values()];
}

function isArea(feature: MapGeoJSONFeature): boolean {
  return feature.layer.type === "fill" || feature.layer.type === "fill-extrusion";
}

function nameOf({ properties }: MapGeoJSONFeature): string {
  const name: unknown = properties["name"] ?? properties["code"];
  return typeof name === "string" ? name : "";
}
