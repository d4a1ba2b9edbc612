import { describe, expect, it } from "vitest";
import { scaledOpacity } from "./scaled-opacity";

describe("a scaled opacity", () => {
  it("is the factor where the style says nothing", () => {
    expect(scaledOpacity(undefined, 0.5)).toBe(0.5);
  });

  it("multiplies a number", () => {
    expect(scaledOpacity(0.4, 0.5)).toBe(0.2);
  });

  it("leaves a zoom curve outermost and scales its outputs only", () => {
    expect(scaledOpacity(["interpolate", ["linear"], ["zoom"], 8, 0, 10, ["get", "o"]], 0.5)).toEqual([
      "interpolate",
      ["linear"],
      ["zoom"],
      8,
      0,
      10,
      ["*", 0.5, ["get", "o"]],
    ]);
    expect(scaledOpacity(["step", ["zoom"], 1, 9, 0.5], 0.5)).toEqual(["step", ["zoom"], 0.5, 9, 0.25]);
  });

  it("multiplies any other expression as a whole", () => {
    const expression = ["case", ["==", ["get", "quality"], "indicative"], 0.3, 1];
    expect(scaledOpacity(expression, 0.5)).toEqual(["*", 0.5, expression]);
  });
});
