import { describe, expect, it } from "vitest";
import { clipped } from "./rubber";

describe("an edge that is cut to the window", () => {
  it("stays whole inside", () => {
    expect(clipped(10, 20, 300, 400, 800, 600)).toEqual([10, 20, 300, 400]);
  });

  it("keeps its course when it reaches far outside", () => {
    const piece = clipped(-1e6, 300, 1e6, 300, 800, 600);
    expect(piece?.[0]).toBeCloseTo(-50, 6);
    expect(piece?.[2]).toBeCloseTo(850, 6);
    expect(piece?.[1]).toBe(300);
  });

  it("goes from its first end to its second", () => {
    const piece = clipped(400, 2000, 400, -2000, 800, 600);
    expect(piece?.[1]).toBeCloseTo(650, 6);
    expect(piece?.[3]).toBeCloseTo(-50, 6);
  });

  it.each([
    [-500, 10, -100, 500],
    [10, 700, 900, 1500],
    [-200, 300, 300, -1200],
  ])("is nothing when it passes by: %d %d to %d %d", (x, y, u, v) => {
    expect(clipped(x, y, u, v, 800, 600)).toBeUndefined();
  });
});
