import { pathsOf, same, type Path, type Position, type Shape } from "./shapes";

/** How near a traced end must lie to the boundary, degrees: a centimetre. */
const onBoundary = 1e-7;

/**
 * The vertices between two places on one boundary, in the order of walking from the first to the second, without the
 * two places. A ring is walked the shorter way, or the longer one when asked; undefined when no single run of the
 * shape passes both.
 */
export function trace(shape: Shape, from: Position, to: Position, longer = false): Position[] | undefined {
  for (const path of pathsOf(shape)) {
    const start = placeOn(path, from);
    const end = placeOn(path, to);
    if (start === undefined || end === undefined) continue;
    const forward = walk(path, start, end);
    if (!path.closed) return start <= end ? forward : walk(path, end, start).reverse();
    const backward = walk(path, end, start).reverse();
    const shorterIsForward = lengthOf([from, ...forward, to]) <= lengthOf([from, ...backward, to]);
    return shorterIsForward === longer ? backward : forward;
  }
  return undefined;
}

/** Where on a path a position lies: the vertex's number, plus the part of the edge after it. */
function placeOn({ positions, closed }: Path, position: Position): number | undefined {
  const exact = positions.findIndex((one) => same(one, position));
  if (exact >= 0) return exact;
  const count = closed ? positions.length : positions.length - 1;
  for (let index = 0; index < count; index++) {
    const a = positions[index];
    const b = positions[(index + 1) % positions.length];
    if (!a || !b) continue;
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    const squared = dx * dx + dy * dy;
    if (squared === 0) continue;
    const along = ((position[0] - a[0]) * dx + (position[1] - a[1]) * dy) / squared;
    if (along < 0 || along > 1) continue;
    const away = Math.hypot(a[0] + along * dx - position[0], a[1] + along * dy - position[1]);
    if (away <= onBoundary) return index + Math.min(along, 0.999999);
  }
  return undefined;
}

/** The vertices strictly after one place and strictly before another, walking forward. */
function walk({ positions, closed }: Path, start: number, end: number): Position[] {
  const count = positions.length;
  const stop = end > start || !closed ? end : end + count;
  const walked: Position[] = [];
  for (let index = Math.floor(start) + 1; index < stop; index++) {
    const position = positions[index % count];
    if (position) walked.push(position);
  }
  return walked;
}

function lengthOf(positions: readonly Position[]): number {
  let length = 0;
  positions.forEach((to, index) => {
    const from = positions[index - 1];
    if (from) length += Math.hypot(to[0] - from[0], to[1] - from[1]);
  });
  return length;
}
