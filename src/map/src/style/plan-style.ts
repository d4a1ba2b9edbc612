import type { LayerSpecification, StyleSpecification } from "maplibre-gl";

/** What a style layer is for; the server writes it beside the plan layer's code. */
export type Role = "fill" | "line" | "symbol" | "label" | "highlight";

/** A basemap other than our own that the service is configured to offer. */
export interface Basemap {
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly kind: "raster" | "vector";
  readonly url: string;
  readonly attribution?: string;
}

/** The plan layer that a style layer draws, if it draws one. */
export function planLayerOf(layer: LayerSpecification): string | undefined {
  const code = metadata(layer)["longan:layer"];
  return typeof code === "string" ? code : undefined;
}

export function roleOf(layer: LayerSpecification): Role | undefined {
  return metadata(layer)["longan:role"] as Role | undefined;
}

export function basemapsOf(style: StyleSpecification): readonly Basemap[] {
  const list = metadata(style)["longan:basemaps"] as readonly Basemap[] | undefined;
  return list ?? [];
}

/** The codes of the plan layers a style draws, bottom first. */
export function planLayersOf(style: StyleSpecification): readonly string[] {
  return [...new Set(style.layers.map(planLayerOf).filter((code) => code !== undefined))];
}

/** Land as such, of our own basemap: nothing to point at, and another basemap draws it itself. */
export function isGround(code: string | undefined): boolean {
  return code === undefined || ground.has(code);
}

const ground = new Set(["sea", "neighbours", "neighbour-borders", "province"]);

/** Label points travel in an MVT layer of their own, `{code}.label`; both speak of the same feature. */
export function planLayerOfTileLayer(tileLayer: string | undefined): string {
  return (tileLayer ?? "").replace(/\.label$/, "");
}

function metadata(of: { metadata?: unknown }): Record<string, unknown> {
  return (of.metadata ?? {}) as Record<string, unknown>;
}

/** The name of a plan layer in the style's language, or its code when the style does not say. */
export function layerName(style: StyleSpecification, code: string): string {
  const names = metadata(style)["longan:layers"];
  const name = typeof names === "object" && names !== null ? (names as Record<string, unknown>)[code] : undefined;
  return typeof name === "string" ? name : code;
}
