import { mapPaths, pathsOf, same, type Path, type Position, type Shape } from "./shapes";

/** Which vertex of a shape: part, ring and place in the ring, as `Path` counts them. */
export interface VertexAddress {
  readonly part: number;
  readonly ring: number;
  readonly index: number;
}

/** Every occurrence of a coordinate goes to another place. The shape itself when it has no such vertex. */
export function moveVertex(shape: Shape, from: Position, to: Position): Shape {
  if (!has(shape, from)) return shape;
  return mapPaths(shape, ({ positions }) => positions.map((one) => (same(one, from) ? to : one))) ?? shape;
}

/** A new vertex on every edge between two vertices, whichever way round it is walked. */
export function insertVertex(shape: Shape, a: Position, b: Position, at: Position): Shape {
  if (same(at, a) || same(at, b) || !has(shape, a)) return shape;
  const isEdge = (from: Position, to: Position) => (same(from, a) && same(to, b)) || (same(from, b) && same(to, a));
  const inserted = mapPaths(shape, (path) =>
    edgesOf(path).flatMap(({ from, to }) => (to && isEdge(from, to) ? [from, at] : [from])),
  );
  return inserted ?? shape;
}

/** Takes a coordinate out everywhere; undefined when the shape does not survive it. */
export function removeVertex(shape: Shape, at: Position): Shape | undefined {
  if (!has(shape, at)) return shape;
  return mapPaths(shape, ({ positions }) => positions.filter((one) => !same(one, at)));
}

/** One vertex by its address, for tables: another place in this shape alone. */
export function vertexAt(shape: Shape, { part, ring, index }: VertexAddress): Position | undefined {
  return pathsOf(shape).find((path) => path.part === part && path.ring === ring)?.positions[index];
}

/** One run of the shape replaced by another, as when a table of corners is pasted over a ring. */
export function replacePath(
  shape: Shape,
  part: number,
  ring: number,
  positions: readonly Position[],
): Shape | undefined {
  return mapPaths(shape, (path) => (path.part === part && path.ring === ring ? positions : path.positions));
}

interface Edge {
  readonly from: Position;
  /** Undefined after the end of an open path. */
  readonly to: Position | undefined;
  readonly last: boolean;
}

/** Every vertex with the one after it. */
export function edgesOf({ positions, closed }: Pick<Path, "positions" | "closed">): Edge[] {
  return positions.map((from, index) => {
    const last = index === positions.length - 1;
    return { from, to: last ? (closed ? positions[0] : undefined) : positions[index + 1], last };
  });
}

export function has(shape: Shape, position: Position): boolean {
  return pathsOf(shape).some(({ positions }) => positions.some((one) => same(one, position)));
}

/** A vertex dropped on its neighbour is one vertex; undefined when too few remain. */
export function withoutRepeats(shape: Shape): Shape | undefined {
  return mapPaths(shape, ({ positions, closed }) =>
    positions.filter((one, index) => {
      const before = positions[index - 1] ?? (closed ? positions.at(-1) : undefined);
      return positions.length === 1 || !before || !same(one, before);
    }),
  );
}
