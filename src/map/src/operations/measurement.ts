import { geodesicArea, geodesicLength } from "./geodesic";
import type { GeographicPosition, GridPosition } from "./positions";
import { toVn2000 } from "./vn2000";

/** A figure by both methods: on the VN-2000 plane, which is official, and on the ellipsoid. */
export interface Measure {
  readonly planar: number;
  readonly geodesic: number;
}

/** Length of a path in metres. */
export function pathLength(points: readonly GeographicPosition[]): Measure {
  const grid = points.map((point) => toVn2000(point));
  return {
    planar: sumOfLegs(grid, (from, to) => Math.hypot(to.northing - from.northing, to.easting - from.easting)),
    geodesic: sumOfLegs(points, geodesicLength),
  };
}

/** Area in square metres of the ring through the points, closed from the last to the first. */
export function ringArea(points: readonly GeographicPosition[]): Measure {
  return { planar: planarArea(points.map((point) => toVn2000(point))), geodesic: geodesicArea(points) };
}

/** Gauss's area formula, taken from the first corner so that large coordinates do not cancel. */
export function planarArea(ring: readonly GridPosition[]): number {
  const [origin] = ring;
  if (!origin) return 0;
  let doubled = 0;
  ring.forEach((from, index) => {
    const to = ring[(index + 1) % ring.length] ?? from;
    doubled +=
      (from.easting - origin.easting) * (to.northing - origin.northing) -
      (to.easting - origin.easting) * (from.northing - origin.northing);
  });
  return Math.abs(doubled) / 2;
}

function sumOfLegs<Point>(points: readonly Point[], leg: (from: Point, to: Point) => number): number {
  return points.slice(1).reduce((sum, to, index) => sum + leg(points[index] ?? to, to), 0);
}
