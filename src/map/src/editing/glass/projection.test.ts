import { describe, expect, it } from "vitest";
import { Projection } from "./projection";

describe("a projection", () => {
  it("puts the centre where the map has it", () => {
    const projection = Projection.at(14.3, [106.42, 10.61], { x: 720, y: 450 });
    expect(projection.x(106.42)).toBeCloseTo(720, 6);
    expect(projection.y(10.61)).toBeCloseTo(450, 6);
  });

  it("makes the world 512 pixels wide at zoom 0, with north at the top", () => {
    const projection = Projection.at(0, [0, 0], { x: 256, y: 256 });
    expect(projection.x(180) - projection.x(-180)).toBeCloseTo(512, 9);
    // The Mercator square ends at 85.051129°.
    expect(projection.y(85.0511287798)).toBeCloseTo(0, 6);
  });

  it("keeps a hundredth of a pixel at the deepest zoom", () => {
    const projection = Projection.at(20, [106.4, 10.6], { x: 0, y: 0 });
    // One pixel there is 2⁻²⁹ of the equator.
    expect(projection.x(106.4 + 360 / 2 ** 29)).toBeCloseTo(1, 2);
  });
});
