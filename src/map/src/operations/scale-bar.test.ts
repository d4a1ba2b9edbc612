import { describe, expect, it } from "vitest";
import { scaleBar } from "./scale-bar";

describe("a scale bar", () => {
  it("has a round length and never exceeds its room", () => {
    for (let zoom = 5; zoom <= 20; zoom += 0.37) {
      const { lengthMetres, widthPixels } = scaleBar(10.6, zoom, 110);
      expect(widthPixels).toBeLessThanOrEqual(110);
      expect(widthPixels).toBeGreaterThan(110 / 2.6);
      expect([1, 2, 5]).toContain(Number(lengthMetres.toPrecision(1)[0]));
    }
  });

  it("is true to the ground", () => {
    // One tile of 512 pixels at zoom 0 is the whole equator.
    const { lengthMetres, widthPixels } = scaleBar(0, 0, 512);
    expect((lengthMetres / widthPixels) * 512).toBeCloseTo(40075016.7, 0);
  });
});
