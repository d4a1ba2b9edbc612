import { difference, intersection, union } from "polyclip-ts";
import { boundsOf, kindOf, pathsOf, positionsOf, shapeOf, type Position, type Shape } from "./shapes";
import { edgesOf } from "./vertices";

type Rings = [number, number][][][];

/** One polygon of several; neighbours that share an edge lose it. */
export function merge(shapes: readonly Shape[]): Shape | undefined {
  const [first, ...others] = shapes.map(rings);
  if (!first) return undefined;
  return result(union(first, ...others), shapes);
}

/** A polygon without what others cover: a hole where they lie inside, a bite where they reach over the edge. */
export function cut(shape: Shape, holes: readonly Shape[]): Shape | undefined {
  return result(difference(rings(shape), ...holes.map(rings)), [shape, ...holes]);
}

/** What two polygons have in common. */
export function common(one: Shape, other: Shape): Shape | undefined {
  if (!boxesMeet(one, other)) return undefined;
  return result(intersection(rings(one), rings(other)), [one, other]);
}

/**
 * Puts vertices back that lie on an edge without being its end. Overlay drops vertices on straight edges, and with
 * them the corners that neighbours still have.
 */
export function withVertices(shape: Shape, candidates: readonly Position[], toleranceDegrees: number): Shape {
  const boxed = candidates.filter((one) => one.every(Number.isFinite));
  const paths = pathsOf(shape).map((path) => ({
    ...path,
    positions: edgesOf(path).flatMap(({ from, to }) => {
      if (!to) return [from];
      const between = onEdge(from, to, boxed, toleranceDegrees);
      return [from, ...between];
    }),
  }));
  return shapeOf(kindOf(shape), paths, shape.type.startsWith("Multi")) ?? shape;
}

/** The candidates that lie on an edge, in its order. */
export function onEdge(a: Position, b: Position, candidates: readonly Position[], tolerance: number): Position[] {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = Math.hypot(dx, dy);
  if (length === 0) return [];
  const [west, east] = [Math.min(a[0], b[0]) - tolerance, Math.max(a[0], b[0]) + tolerance];
  const [south, north] = [Math.min(a[1], b[1]) - tolerance, Math.max(a[1], b[1]) + tolerance];
  const found = new Map<string, { at: Position; along: number }>();
  for (const at of candidates) {
    const [x, y] = at;
    if (x < west || x > east || y < south || y > north) continue;
    const along = ((x - a[0]) * dx + (y - a[1]) * dy) / length;
    const off = Math.abs((x - a[0]) * dy - (y - a[1]) * dx) / length;
    if (off <= tolerance && along > tolerance && along < length - tolerance) found.set(at.join(), { at, along });
  }
  return [...found.values()].sort((one, other) => one.along - other.along).map(({ at }) => at);
}

function rings(shape: Shape): Rings {
  if (shape.type === "Polygon") return [shape.coordinates as [number, number][][]];
  if (shape.type === "MultiPolygon") return shape.coordinates as Rings;
  return [];
}

function result(coordinates: Rings, sources: readonly Shape[]): Shape | undefined {
  const [first] = coordinates;
  if (!first) return undefined;
  const shape: Shape =
    coordinates.length === 1 ? { type: "Polygon", coordinates: first } : { type: "MultiPolygon", coordinates };
  return withVertices(shape, sources.flatMap(positionsOf), 1e-11);
}

function boxesMeet(one: Shape, other: Shape): boolean {
  const [a, b] = [boundsOf(positionsOf(one)), boundsOf(positionsOf(other))];
  return !!a && !!b && a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}
