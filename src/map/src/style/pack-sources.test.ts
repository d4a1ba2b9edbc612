import type { StyleSpecification, VectorSourceSpecification } from "maplibre-gl";
import { describe, expect, it } from "vitest";
import { packSources } from "./pack-sources";

const source = (code: string, query: string): VectorSourceSpecification => ({
  type: "vector",
  tiles: [`http://plan.test/tiles/${code}/{z}/{x}/{y}.mvt${query}`],
  maxzoom: 16,
});

const style: StyleSpecification = {
  version: 8,
  sources: {
    districts: source("districts", "?revision=1&as-of=2026-01-01"),
    projects: source("projects", "?revision=7&as-of=2026-01-01"),
    canals: source("canals", "?revision=1&as-of=2026-01-01"),
    elsewhere: source("elsewhere", "?revision=1&as-of=2024-01-01"),
  },
  layers: [
    { id: "districts.line", type: "line", source: "districts", "source-layer": "districts" },
    { id: "projects.symbol", type: "symbol", source: "projects", "source-layer": "projects" },
    { id: "canals.line", type: "line", source: "canals", "source-layer": "canals" },
  ],
};

describe("packing the sources of the first picture", () => {
  const packed = packSources(style, ["districts", "projects", "elsewhere"]);

  it("asks for the layers of one moment together, at the newest of their revisions", () => {
    expect(packed.sources["pack"]).toMatchObject({
      tiles: ["http://plan.test/tiles/districts,projects/{z}/{x}/{y}.mvt?revision=7&as-of=2026-01-01"],
      maxzoom: 16,
    });
    expect(packed.layers.map((layer) => "source" in layer && layer.source)).toEqual(["pack", "pack", "canals"]);
  });

  it("leaves other layers and other moments a source of their own", () => {
    expect(Object.keys(packed.sources)).toEqual(["pack", "canals", "elsewhere"]);
  });

  it("does nothing for a single layer", () => {
    expect(packSources(style, ["districts"])).toBe(style);
    expect(packSources(style, ["unknown", "districts"])).toBe(style);
  });
});
