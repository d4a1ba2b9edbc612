import { describe, expect, it } from "vitest";
import { formatMapPosition, parseMapPosition } from "./map-position";

describe("a map position in the fragment", () => {
  it("survives writing and reading", () => {
    const position = { zoom: 12.5, latitude: 10.5333, longitude: 106.4133 };
    expect(parseMapPosition(formatMapPosition(position))).toEqual(position);
  });

  it("has as many decimals as a pixel needs", () => {
    expect(formatMapPosition({ zoom: 9, latitude: 10.65432123, longitude: 106.1 })).toBe("#map=9/10.654/106.100");
    expect(formatMapPosition({ zoom: 18, latitude: 10.65432123, longitude: 106.1 })).toBe(
      "#map=18/10.654321/106.100000",
    );
  });

  it.each(["", "#panel", "#map=", "#map=9/10", "#map=9/10/abc", "#map=99/10/106", "#map=9/91/106", "#map=9/10/999"])(
    "is refused when it says nothing sensible: %s",
    (fragment) => {
      expect(parseMapPosition(fragment)).toBeUndefined();
    },
  );
});
