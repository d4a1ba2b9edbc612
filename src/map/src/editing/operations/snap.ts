import { same, type Position } from "./shapes";
import type { Segment } from "./topology";

export interface ScreenPoint {
  readonly x: number;
  readonly y: number;
}

export interface Snap {
  readonly position: Position;
  readonly kind: "vertex" | "edge" | "intersection";
  /** The feature that is met; of an intersection, the nearer one. */
  readonly key: string;
  /** The two ends of the edge that is met between them. */
  readonly edge?: readonly [Position, Position];
}

/** How near the pointer must come, CSS pixels. */
export const snapReachPixels = 12;

/**
 * Where the pointer is drawn to: a vertex within reach wins over the crossing of two edges, a crossing over a point of
 * one edge (it could never win otherwise, since every crossing lies on an edge).
 */
export function snap(
  pointer: ScreenPoint,
  segments: readonly Segment[],
  project: (position: Position) => ScreenPoint,
  reach = snapReachPixels,
): Snap | undefined {
  const near = segments
    .map((segment) => measure(pointer, segment, project))
    .filter(({ distance }) => distance <= reach)
    .sort((one, other) => one.distance - other.distance);
  return nearestVertex(pointer, near, reach) ?? crossing(pointer, near.slice(0, 24), project, reach) ?? onEdge(near[0]);
}

interface Measured {
  readonly segment: Segment;
  readonly a: ScreenPoint;
  readonly b: ScreenPoint;
  readonly distance: number;
  /** How far along the segment the nearest point lies, 0 to 1. */
  readonly along: number;
}

function measure(pointer: ScreenPoint, segment: Segment, project: (position: Position) => ScreenPoint): Measured {
  const a = project(segment.a);
  const b = project(segment.b);
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const squared = dx * dx + dy * dy;
  const along =
    squared === 0 ? 0 : Math.min(1, Math.max(0, ((pointer.x - a.x) * dx + (pointer.y - a.y) * dy) / squared));
  const distance = Math.hypot(a.x + along * dx - pointer.x, a.y + along * dy - pointer.y);
  return { segment, a, b, distance, along };
}

function nearestVertex(pointer: ScreenPoint, near: readonly Measured[], reach: number): Snap | undefined {
  let best: Snap | undefined;
  let least = reach;
  for (const { segment, a, b } of near)
    for (const [position, point] of [
      [segment.a, a],
      [segment.b, b],
    ] as const) {
      const distance = Math.hypot(point.x - pointer.x, point.y - pointer.y);
      if (distance < least || (distance === least && !best)) {
        least = distance;
        best = { position, kind: "vertex", key: segment.key };
      }
    }
  return best;
}

function crossing(
  pointer: ScreenPoint,
  near: readonly Measured[],
  project: (position: Position) => ScreenPoint,
  reach: number,
): Snap | undefined {
  let best: Snap | undefined;
  let least = reach;
  near.forEach((one, index) => {
    for (const other of near.slice(index + 1)) {
      const position = intersection(one.segment.a, one.segment.b, other.segment.a, other.segment.b);
      if (!position) continue;
      const point = project(position);
      const distance = Math.hypot(point.x - pointer.x, point.y - pointer.y);
      if (distance > least) continue;
      least = distance;
      best = { position, kind: "intersection", key: one.segment.key };
    }
  });
  return best;
}

function onEdge(nearest: Measured | undefined): Snap | undefined {
  if (!nearest) return undefined;
  const { segment, along } = nearest;
  const { a, b, key } = segment;
  if (same(a, b)) return { position: a, kind: "vertex", key };
  return { position: between(a, b, along), kind: "edge", key, edge: [a, b] };
}

export function between(a: Position, b: Position, along: number): Position {
  return [a[0] + (b[0] - a[0]) * along, a[1] + (b[1] - a[1]) * along];
}

/** Where two segments cross inside both; undefined for parallels and for a common end, which is a vertex already. */
export function intersection(a: Position, b: Position, c: Position, d: Position): Position | undefined {
  const [rx, ry] = [b[0] - a[0], b[1] - a[1]];
  const [sx, sy] = [d[0] - c[0], d[1] - c[1]];
  const cross = rx * sy - ry * sx;
  if (cross === 0) return undefined;
  const t = ((c[0] - a[0]) * sy - (c[1] - a[1]) * sx) / cross;
  const u = ((c[0] - a[0]) * ry - (c[1] - a[1]) * rx) / cross;
  const inside = (value: number) => value > 1e-9 && value < 1 - 1e-9;
  return inside(t) && inside(u) ? between(a, b, t) : undefined;
}
