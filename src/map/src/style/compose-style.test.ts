import type { LayerSpecification, StyleSpecification } from "maplibre-gl";
import { describe, expect, it } from "vitest";
import { composeStyle, visibleLayers, type Choices } from "./compose-style";

const layer = (code: string, role: string, type: string, more: object = {}): LayerSpecification =>
  ({
    id: `${code}.${role}`,
    type,
    source: code,
    "source-layer": code,
    metadata: { "longan:layer": code, "longan:role": role },
    ...more,
  }) as LayerSpecification;

const style: StyleSpecification = {
  version: 8,
  metadata: {
    "longan:sheet": [105.3, 10.2, 107, 11.2],
    "longan:basemaps": [
      { code: "osm", nameVi: "OSM", nameEn: "OSM", kind: "raster", url: "https://tile.test/{z}/{x}/{y}.png" },
    ],
  },
  sources: {
    neighbours: { type: "vector", tiles: ["http://plan.test/tiles/neighbours/{z}/{x}/{y}.mvt"] },
    districts: { type: "vector", tiles: ["http://plan.test/tiles/districts/{z}/{x}/{y}.mvt"] },
  },
  layers: [
    { id: "paper", type: "background" },
    layer("neighbours", "fill", "fill"),
    layer("districts", "fill", "fill", { paint: { "fill-opacity": 0.4 } }),
    layer("districts", "line", "line", { layout: { visibility: "none" } }),
    layer("districts", "label", "symbol"),
  ],
};

const choices: Choices = {
  layers: undefined,
  opacity: new Map(),
  basemap: "own",
  packed: [],
  colours: { selected: "#b4531a", hovered: "#0b5d66", casing: "#fff", paper: "#fbfaf6", edge: "#7a8a90" },
};

const find = (composed: StyleSpecification, id: string) => composed.layers.find((candidate) => candidate.id === id);

describe("a composed style", () => {
  it("shows exactly the layers that the page names", () => {
    const composed = composeStyle(style, { ...choices, layers: ["districts"] });
    expect(find(composed, "neighbours.fill")?.layout?.visibility).toBe("none");
    expect(find(composed, "districts.line")?.layout?.visibility).toBe("visible");
    expect(find(composed, "paper")).toEqual(style.layers[0]);
  });

  it("leaves the style's own visibility when the page names none", () => {
    expect(find(composeStyle(style, choices), "districts.line")?.layout?.visibility).toBe("none");
    expect(visibleLayers(style, undefined)).toEqual(["neighbours", "districts"]);
    expect(visibleLayers(style, ["districts", "unknown"])).toEqual(["districts"]);
  });

  it("makes a layer as transparent as the page says, on top of the style", () => {
    const composed = composeStyle(style, { ...choices, opacity: new Map([["districts", 0.5]]) });
    expect(find(composed, "districts.fill")?.paint).toEqual({ "fill-opacity": 0.2 });
  });

  it("marks areas once and below the labels", () => {
    const ids = composeStyle(style, choices).layers.map(({ id }) => id);
    expect(ids.filter((id) => id.startsWith("districts.marked"))).toEqual([
      "districts.marked-casing",
      "districts.marked-line",
    ]);
    expect(ids.indexOf("districts.marked-line")).toBeLessThan(ids.indexOf("districts.label"));
  });

  it("puts another basemap on the ground and takes our own land away", () => {
    const ids = composeStyle(style, { ...choices, basemap: "osm" }).layers.map(({ id }) => id);
    expect(ids.slice(0, 2)).toEqual(["paper", "basemap"]);
    expect(ids).not.toContain("neighbours.fill");
    expect(ids).not.toContain("beyond");
  });

  it("ends like a printed sheet where our own basemap's data end, labels above the edge", () => {
    const ids = composeStyle(style, choices).layers.map(({ id }) => id);
    expect(ids.indexOf("beyond")).toBeGreaterThan(ids.indexOf("districts.line"));
    expect(ids.indexOf("beyond")).toBeLessThan(ids.indexOf("districts.label"));
  });
});
