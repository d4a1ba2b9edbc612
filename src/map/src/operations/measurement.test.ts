import { describe, expect, it } from "vitest";
import { geodesicArea, geodesicLength } from "./geodesic";
import { pathLength, planarArea, ringArea } from "./measurement";

/** The worked parcel of the land offices' exercise: 20 880 m², edges 161.55 and 129.24 m, in 105°45′. */
const parcel = [
  { latitude: 10.883918964, longitude: 106.42686281 },
  { latitude: 10.884458379, longitude: 106.428236071 },
  { latitude: 10.883372521, longitude: 106.428672667 },
  { latitude: 10.882833107, longitude: 106.427299411 },
];

describe("measuring a parcel", () => {
  it("gives the official area and edges on the VN-2000 plane", () => {
    expect(ringArea(parcel).planar).toBeCloseTo(20880, 0);
    expect(pathLength(parcel.slice(0, 2)).planar).toBeCloseTo(161.55, 2);
    expect(pathLength(parcel.slice(1, 3)).planar).toBeCloseTo(129.24, 2);
  });

  it("differs from the ellipsoid by the grid's scale and nothing else", () => {
    // 74 km from the central meridian the grid's scale is 0.9999 · (1 + d²/2R²).
    const scale = 0.9999 * (1 + 73850 ** 2 / (2 * 6357000 ** 2));
    const { planar, geodesic } = pathLength(parcel);
    expect(planar / geodesic).toBeCloseTo(scale, 5);
    expect(ringArea(parcel).planar / ringArea(parcel).geodesic).toBeCloseTo(scale ** 2, 5);
  });

  it("is empty without points", () => {
    expect(pathLength([])).toEqual({ planar: 0, geodesic: 0 });
    expect(ringArea([])).toEqual({ planar: 0, geodesic: 0 });
    expect(planarArea([])).toBe(0);
  });
});

describe("the ellipsoid", () => {
  it("agrees with PostGIS geography on a line and a polygon", () => {
    // SELECT ST_Length('SRID=4326;LINESTRING(106.4133 10.5333, 105.936 10.777)'::geography), and ST_Area likewise.
    const tanAn = { latitude: 10.5333, longitude: 106.4133 };
    const kienTuong = { latitude: 10.777, longitude: 105.936 };
    const canGiuoc = { latitude: 10.606, longitude: 106.671 };
    expect(geodesicLength(tanAn, kienTuong)).toBeCloseTo(58769.35015610916, 3);
    expect(geodesicArea([tanAn, kienTuong, canGiuoc]) / 590852263.233181).toBeCloseTo(1, 7);
  });
});
