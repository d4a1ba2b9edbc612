import type { MapGeoJSONFeature } from "maplibre-gl";
import { planLayerOf, planLayerOfTileLayer, roleOf } from "../../style/plan-style";
import type { Editor } from "../editor";
import { keyOfFeature, type Key } from "../model/plan-draft";
import type { PointerPlace } from "./tool";

/** The features of the draft's layers under a pointer, topmost first; each once. */
export function featuresAt({ plan, draft, layers }: Editor, { screen, touch }: PointerPlace): Key[] {
  const { map } = plan;
  const ids = plan.drawnStyle.layers
    .filter((layer) => {
      if (layer.id.startsWith("edit-draft.") || layer.id.startsWith("edit.")) return true;
      const code = planLayerOf(layer);
      return code !== undefined && layers.has(code) && roleOf(layer) !== "highlight";
    })
    .map(({ id }) => id)
    .filter((id) => map.getLayer(id));
  const reach = touch ? 14 : 5;
  const near = map
    .queryRenderedFeatures(
      [
        [screen.x - reach, screen.y - reach],
        [screen.x + reach, screen.y + reach],
      ],
      { layers: ids },
    )
    .filter(({ layer }) => layer.type !== "fill");
  const under = map
    .queryRenderedFeatures([screen.x, screen.y], { layers: ids })
    .filter(({ layer }) => layer.type === "fill");
  const keys = [...near, ...under]
    .map(keyOf)
    .filter((key): key is Key => key !== undefined && draft.feature(key) !== undefined);
  return [...new Set(keys)];

  function keyOf(feature: MapGeoJSONFeature): Key | undefined {
    const own: unknown = feature.properties["edit-key"];
    if (typeof own === "string") return own;
    return layers.has(planLayerOfTileLayer(feature.sourceLayer)) && typeof feature.id === "number"
      ? keyOfFeature(feature.id)
      : undefined;
  }
}
