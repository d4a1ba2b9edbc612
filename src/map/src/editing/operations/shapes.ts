import type { Geometry, LineString, MultiLineString, MultiPoint, MultiPolygon, Point, Polygon } from "geojson";

/** Longitude, latitude in WGS 84 degrees: the order of GeoJSON. */
export type Position = readonly [number, number];

/** What a plan layer can hold. */
export type Shape = Point | MultiPoint | LineString | MultiLineString | Polygon | MultiPolygon;
export type ShapeKind = "point" | "line" | "polygon";

/** One run of vertices of a shape: a point, a line, or a ring without the repeat of its first vertex. */
export interface Path {
  readonly part: number;
  /** 0 is the shell of a polygon, the others are holes. */
  readonly ring: number;
  readonly closed: boolean;
  readonly positions: readonly Position[];
}

export function isShape(geometry: Geometry | null | undefined): geometry is Shape {
  return geometry != null && geometry.type !== "GeometryCollection";
}

export function kindOf({ type }: Shape): ShapeKind {
  if (type === "Point" || type === "MultiPoint") return "point";
  return type === "LineString" || type === "MultiLineString" ? "line" : "polygon";
}

export function pathsOf(shape: Shape): Path[] {
  switch (shape.type) {
    case "Point":
      return [path(0, 0, false, [shape.coordinates])];
    case "MultiPoint":
      return shape.coordinates.map((position, part) => path(part, 0, false, [position]));
    case "LineString":
      return [path(0, 0, false, shape.coordinates)];
    case "MultiLineString":
      return shape.coordinates.map((line, part) => path(part, 0, false, line));
    case "Polygon":
      return shape.coordinates.map((ring, index) => path(0, index, true, ring.slice(0, -1)));
    case "MultiPolygon":
      return shape.coordinates.flatMap((polygon, part) =>
        polygon.map((ring, index) => path(part, index, true, ring.slice(0, -1))),
      );
  }
}

/**
 * The shape of a kind through these paths. Runs that are too short to be anything are left out, a polygon's holes with
 * their shell; undefined when nothing remains. One part makes the single type unless `multi` asks for the other.
 */
export function shapeOf(kind: ShapeKind, paths: readonly Path[], multi = false): Shape | undefined {
  const least = { point: 1, line: 2, polygon: 3 }[kind];
  const parts = new Map<number, number[][][]>();
  for (const { part, ring, positions } of [...paths].sort((a, b) => a.part - b.part || a.ring - b.ring)) {
    if (positions.length < least) continue;
    const rings = parts.get(part) ?? [];
    // A hole whose shell has gone is not a part of its own.
    if (kind === "polygon" && ring > 0 && rings.length === 0) continue;
    const run = positions.map(([longitude, latitude]) => [longitude, latitude]);
    const [first] = run;
    rings.push(kind === "polygon" && first ? [...run, [...first]] : run);
    parts.set(part, rings);
  }
  const list = [...parts.values()];
  const [first] = list;
  if (!first) return undefined;
  const single = list.length === 1 && !multi;
  if (kind === "polygon")
    return single ? { type: "Polygon", coordinates: first } : { type: "MultiPolygon", coordinates: list };
  const runs = list.map((rings) => rings[0] ?? []);
  if (kind === "line")
    return single ? { type: "LineString", coordinates: runs[0] ?? [] } : { type: "MultiLineString", coordinates: runs };
  const points = runs.map((run) => run[0] ?? []);
  return single ? { type: "Point", coordinates: points[0] ?? [] } : { type: "MultiPoint", coordinates: points };
}

/** The same shape with each run of vertices rewritten. */
export function mapPaths(shape: Shape, rewrite: (path: Path) => readonly Position[]): Shape | undefined {
  const paths = pathsOf(shape).map((one) => ({ ...one, positions: rewrite(one) }));
  return shapeOf(kindOf(shape), paths, shape.type.startsWith("Multi"));
}

export function positionsOf(shape: Shape): Position[] {
  return pathsOf(shape).flatMap(({ positions }) => positions);
}

/** West, south, east, north. */
export function boundsOf(positions: readonly Position[]): [number, number, number, number] | undefined {
  if (positions.length === 0) return undefined;
  const bounds: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [longitude, latitude] of positions) {
    bounds[0] = Math.min(bounds[0], longitude);
    bounds[1] = Math.min(bounds[1], latitude);
    bounds[2] = Math.max(bounds[2], longitude);
    bounds[3] = Math.max(bounds[3], latitude);
  }
  return bounds;
}

export function same(one: Position, other: Position): boolean {
  return one[0] === other[0] && one[1] === other[1];
}

function path(part: number, ring: number, closed: boolean, positions: readonly (readonly number[])[]): Path {
  return { part, ring, closed, positions: positions.map(([x = 0, y = 0]): Position => [x, y]) };
}
