import type { FeatureIdentifier, Map as MapLibreMap, StyleSpecification } from "maplibre-gl";
import { formatFeatureKey, type FeatureKey } from "../page/view";
import { siteSource } from "../sites/site-style";
import { planLayerOf } from "../style/plan-style";

type Mark = "selected" | "hovered";

/** Which features are marked on the map, as feature state, so that marking never lays out a tile again. */
export class Marks {
  readonly #map: MapLibreMap;
  readonly #style: () => StyleSpecification;
  readonly #marked: Record<Mark, Map<string, FeatureKey>> = { selected: new Map(), hovered: new Map() };

  constructor(map: MapLibreMap, style: () => StyleSpecification) {
    this.#map = map;
    this.#style = style;
  }

  /** Marks exactly these features; earlier ones of the same kind lose the mark. */
  set(mark: Mark, keys: readonly FeatureKey[]): void {
    const next = new Map(keys.map((key) => [formatFeatureKey(key), key]));
    for (const [text, key] of this.#marked[mark]) if (!next.has(text)) this.#write(key, mark, false);
    for (const key of next.values()) this.#write(key, mark, true);
    this.#marked[mark] = next;
  }

  /** Writes all marks again after the style's sources have changed. */
  restore(): void {
    for (const mark of ["selected", "hovered"] as const)
      for (const key of this.#marked[mark].values()) this.#write(key, mark, true);
  }

  #write(key: FeatureKey, mark: Mark, value: boolean): void {
    const target = this.#target(key);
    if (target) this.#map.setFeatureState(target, { [mark]: value });
    if (this.#map.getSource(siteSource))
      this.#map.setFeatureState({ source: siteSource, id: key.id }, { [mark]: value });
  }

  /** A layer's source may be the pack or its own; the style says which. */
  #target({ layer, id }: FeatureKey): FeatureIdentifier | undefined {
    const drawn = this.#style().layers.find((one) => planLayerOf(one) === layer && "source" in one);
    if (!drawn || !("source" in drawn) || !this.#map.getSource(drawn.source)) return undefined;
    return { source: drawn.source, sourceLayer: layer, id };
  }
}
