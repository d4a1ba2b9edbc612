import type { Polygon } from "geojson";

/** A rectangle between two corners, counter-clockwise from the south-west; for tests and benchmarks. */
export function box(west: number, south: number, east: number, north: number): Polygon {
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: "Polygon", coordinates: [ring] };
}
