import type { LayerSpecification, StyleSpecification, VectorSourceSpecification } from "maplibre-gl";
import { validateStyleMin } from "@maplibre/maplibre-gl-style-spec";
import { describe, expect, it } from "vitest";
import type { FigurePicture } from "./figure-picture";
import { withFigures, type FigureLook } from "./figure-style";

const land = (code: string, type: string): LayerSpecification =>
  ({
    id: `${code}.${type}`,
    type,
    source: code,
    "source-layer": code,
    metadata: { "longan:layer": code },
  }) as LayerSpecification;

const vector: VectorSourceSpecification = { type: "vector", tiles: ["http://plan.test/{z}/{x}/{y}.mvt"] };
const style: StyleSpecification = {
  version: 8,
  sources: { province: vector, projects: vector },
  layers: [
    { id: "ground", type: "background" },
    land("province", "fill"),
    land("projects", "fill"),
    land("projects", "line"),
  ],
};

const look = (mode: FigurePicture["mode"]): FigureLook => ({
  picture: {
    mode,
    tiles: "/regions/{z}/{x}/{y}.mvt?revision=4",
    deepestZoom: 12,
    outline: "#3B4A50",
    outlineOnDark: "#C9D3D6",
  } as FigurePicture,
  origin: "http://plan.test",
  labels: [],
  dark: false,
  present: false,
  colours: { selected: "#b4531a", hovered: "#0b5d66", casing: "#ffffff", hatch: "#4a5b63" },
});

describe("a style with an indicator", () => {
  it.each(["classes", "circles", "bivariate"] as const)("is valid for %s", (mode) => {
    expect(validateStyleMin(withFigures(style, look(mode)))).toEqual([]);
  });

  it("draws regions above the land and below what the reader switches on", () => {
    const ids = withFigures(style, look("classes")).layers.map(({ id }) => id);
    expect(ids.indexOf("regions.fill")).toBe(ids.indexOf("province.fill") + 1);
    expect(ids.indexOf("projects.fill")).toBeGreaterThan(ids.indexOf("regions.outline"));
    expect(ids.at(-1)).toBe("regions.label");
  });

  it("leaves room for the value alone where a name has none, but not beside circles", () => {
    const ids = (mode: FigurePicture["mode"]) => withFigures(style, look(mode)).layers.map(({ id }) => id);
    expect(ids("classes").slice(-2)).toEqual(["regions.value", "regions.label"]);
    expect(ids("circles")).not.toContain("regions.value");
  });

  it("names no indicator and no period, so that another one changes nothing but feature state", () => {
    expect(withFigures(style, look("classes"))).toEqual(withFigures(style, look("bivariate")));
    expect(withFigures(style, look("classes")).sources["regions"]).toMatchObject({
      tiles: ["http://plan.test/regions/{z}/{x}/{y}.mvt?revision=4"],
      promoteId: { regions: "code" },
    });
  });
});
