import type { StyleSpecification } from "maplibre-gl";
import { describe, expect, it } from "vitest";
import { withForeignBasemap } from "./foreign-basemap";

const plan: StyleSpecification = {
  version: 8,
  sources: { water: { type: "vector", tiles: ["http://plan.test/tiles/water/{z}/{x}/{y}.mvt"] } },
  layers: [
    { id: "ground", type: "background" },
    { id: "sea.fill", type: "fill", source: "sea", metadata: { "longan:layer": "sea", "longan:role": "fill" } },
    { id: "water.line", type: "line", source: "water", metadata: { "longan:layer": "waterways" } },
  ],
};

const theirs: StyleSpecification = {
  version: 8,
  sources: { water: { type: "vector", url: "https://maps.test/tiles.json" } },
  layers: [
    { id: "ground", type: "background" },
    { id: "names", type: "symbol", source: "water", layout: { "icon-image": "dot", "text-field": "{name}" } },
  ],
};

describe("another basemap on the ground", () => {
  it("lies between our ground and the plan, and our own land gives way", () => {
    const basemap = { code: "photo", nameVi: "", nameEn: "", kind: "raster", url: "https://x/{z}/{x}/{y}" } as const;
    const { layers } = withForeignBasemap(plan, basemap, undefined);
    expect(layers.map(({ id }) => id)).toEqual(["ground", "basemap", "water.line"]);
  });

  it("may be a whole style, whose names never meet ours and whose icons stay away", () => {
    const basemap = { code: "v", nameVi: "", nameEn: "", kind: "vector", url: "https://x/style.json" } as const;
    const style = withForeignBasemap(plan, { ...basemap, attribution: "© X" }, theirs);
    expect(style.sources).toMatchObject({
      water: plan.sources["water"],
      "basemap:water": { type: "vector", url: "https://maps.test/tiles.json", attribution: "© X" },
    });
    expect(style.layers.slice(1, 3)).toEqual([
      { id: "basemap:ground", type: "background" },
      { id: "basemap:names", type: "symbol", source: "basemap:water", layout: { "text-field": "{name}" } },
    ]);
  });

  it("is our plain ground while a vector style has not arrived", () => {
    const basemap = { code: "v", nameVi: "", nameEn: "", kind: "vector", url: "https://x/style.json" } as const;
    expect(withForeignBasemap(plan, basemap, undefined).layers.map(({ id }) => id)).toEqual(["ground", "water.line"]);
  });
});
