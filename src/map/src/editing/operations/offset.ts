import type { GridPosition } from "../../operations/positions";
import { cut, merge } from "./overlay";
import { distance, fromPlane, toPlane } from "./plane";
import { kindOf, pathsOf, type Path, type Shape } from "./shapes";

/** Corners sharper than this many half-widths are cut off instead of drawn out to a point. */
const mitreLimit = 3;

/**
 * A corridor along a line, or a polygon grown (or shrunk, with a negative distance) by a distance in metres of the
 * VN-2000 plane. Ends are flat and corners mitred, as corridors are described: axis and width.
 */
export function offset(shape: Shape, metres: number): Shape | undefined {
  const width = Math.abs(metres);
  if (width === 0) return undefined;
  const bands = pathsOf(shape).flatMap((path) => band(path, width));
  const round = merge(bands);
  if (!round || kindOf(shape) !== "polygon") return metres > 0 ? round : undefined;
  return metres > 0 ? merge([shape, round]) : cut(shape, [round]);
}

/** One rectangle for each edge and one wedge for each bend. */
function band({ positions, closed }: Path, width: number): Shape[] {
  const grid = positions.map(toPlane).filter((here, index, all) => {
    const before = all[index - 1];
    return !before || distance(before, here) > 0.001;
  });
  const edges = grid.flatMap((from, index) => {
    const to = grid[index + 1] ?? (closed ? grid[0] : undefined);
    return to ? [{ from, to, normal: normalOf(from, to) }] : [];
  });
  // The axis' own ends are corners too, so that a wedge meets its rectangles along whole edges and no hair stays open.
  const pieces = edges.map(({ from, to, normal }) =>
    polygon([
      shift(from, normal, width),
      shift(to, normal, width),
      to,
      shift(to, normal, -width),
      shift(from, normal, -width),
      from,
    ]),
  );
  edges.forEach((edge, index) => {
    const next = edges[index + 1] ?? (closed ? edges[0] : undefined);
    const wedge = next && bend(edge.to, edge.normal, next.normal, width);
    if (wedge) pieces.push(polygon(wedge));
  });
  return pieces;
}

/** Fills the gap that two rectangles leave on the outer side of a bend. */
function bend(at: GridPosition, one: GridPosition, other: GridPosition, width: number): GridPosition[] | undefined {
  const cross = one.easting * other.northing - one.northing * other.easting;
  const dot = one.easting * other.easting + one.northing * other.northing;
  if (Math.abs(cross) < 1e-9 && dot > 0) return undefined;
  const side = cross > 0 ? width : -width;
  const corners = [at, shift(at, one, side), shift(at, other, side)];
  const sum = { northing: one.northing + other.northing, easting: one.easting + other.easting };
  const reach = 2 / (sum.northing ** 2 + sum.easting ** 2);
  const tip = shift(at, sum, side * reach);
  if (distance(at, tip) <= mitreLimit * width) corners.splice(2, 0, tip);
  return corners;
}

/** To the right of the way from one place to the next, one metre long. */
function normalOf(from: GridPosition, to: GridPosition): GridPosition {
  const length = distance(from, to);
  return { northing: (to.easting - from.easting) / -length, easting: (to.northing - from.northing) / length };
}

function shift(at: GridPosition, normal: GridPosition, metres: number): GridPosition {
  return { northing: at.northing + normal.northing * metres, easting: at.easting + normal.easting * metres };
}

function polygon(corners: readonly GridPosition[]): Shape {
  const ring = corners.map((corner) => [...fromPlane(corner)]);
  const [first] = ring;
  return { type: "Polygon", coordinates: [first ? [...ring, [...first]] : ring] };
}
