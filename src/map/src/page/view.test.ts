import { describe, expect, it } from "vitest";
import { parseFeatureKey, parseView } from "./view";

const view = (attributes: Record<string, string>) => parseView((name) => attributes[name] ?? null);

describe("a view", () => {
  it("reads everything a page can say", () => {
    expect(
      view({
        "style-url": "/styles/plan.json?revision=13",
        layers: "districts,projects",
        opacity: "districts:0.5,projects:2",
        basemap: "osm",
        extent: "105.5,10.4,106.8,11.1",
        highlight: "projects/7,nonsense",
        compare: "r11@2026-01-01|r13@2026-11-22",
        here: "106.4,10.5",
      }),
    ).toEqual({
      styleUrl: "/styles/plan.json?revision=13",
      layers: ["districts", "projects"],
      opacity: new Map([["districts", 0.5]]),
      basemap: "osm",
      extent: [105.5, 10.4, 106.8, 11.1],
      highlight: [{ layer: "projects", id: 7 }],
      compare: [
        { revision: "11", asOf: "2026-01-01" },
        { revision: "13", asOf: "2026-11-22" },
      ],
      here: [106.4, 10.5],
    });
  });

  it("leaves the style's own choice of layers when the page says nothing", () => {
    expect(view({}).layers).toBeUndefined();
    expect(view({ layers: "" }).layers).toEqual([]);
  });

  it("does not guess an extent from fewer than four numbers", () => {
    expect(view({ extent: "105.5,10.4,106.8" }).extent).toBeUndefined();
    expect(view({ extent: "a,b,c,d" }).extent).toBeUndefined();
  });
});

describe("the indicator of a view", () => {
  const figures = (attributes: Record<string, string>) => view(attributes).figures;

  it("is an address, a period, classes and a region", () => {
    expect(
      figures({ figures: "/indicators/a/map.json", period: "2018", only: "0,4", region: "795-798", present: "" }),
    ).toEqual({ address: "/indicators/a/map.json", period: "2018", only: [0, 4], region: "795-798", present: true });
  });

  it("is none without a period", () => {
    expect(figures({ figures: "/indicators/a/map.json" })).toBeUndefined();
    expect(figures({ period: "2018" })).toBeUndefined();
  });
});

describe("a feature key", () => {
  it.each([null, "", "projects", "projects/", "projects/x", "Projects/1", "a/b/1"])("is not %s", (text) => {
    expect(parseFeatureKey(text)).toBeUndefined();
  });
});
