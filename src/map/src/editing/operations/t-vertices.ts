import { onEdge } from "./overlay";
import type { Position, Shape } from "./shapes";
import type { Topology } from "./topology";
import { edgesOf } from "./vertices";
import { pathsOf } from "./shapes";

/** A corner that a neighbour has and the feature has not, though it lies on its edge. */
export interface TVertex {
  readonly at: Position;
  readonly neighbour: string;
}

/** A centimetre in degrees: nearer than that, two outlines are meant to be one. */
export const togetherDegrees = 1e-7;

/** Corners of the neighbours that lie on an edge of the feature without being its vertices. */
export function missingVertices(
  key: string,
  shape: Shape,
  topology: Topology,
  isNeighbour: (key: string) => boolean,
): TVertex[] {
  const found = new Map<string, TVertex>();
  for (const path of pathsOf(shape)) {
    if (!path.closed) continue;
    for (const { from, to } of edgesOf(path)) {
      if (!to) continue;
      const middle: Position = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
      const reach = Math.max(Math.abs(to[0] - from[0]), Math.abs(to[1] - from[1])) / 2 + togetherDegrees;
      const corners = new Map<string, TVertex>();
      for (const segment of topology.near(middle, reach)) {
        if (segment.key === key || !isNeighbour(segment.key)) continue;
        for (const at of [segment.a, segment.b]) corners.set(at.join(), { at, neighbour: segment.key });
      }
      const candidates = [...corners.values()].map(({ at }) => at);
      for (const at of onEdge(from, to, candidates, togetherDegrees)) {
        const corner = corners.get(at.join());
        if (corner) found.set(at.join(), corner);
      }
    }
  }
  return [...found.values()];
}
