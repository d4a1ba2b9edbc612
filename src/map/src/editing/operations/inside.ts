import { pathsOf, type Position, type Shape } from "./shapes";

/** Whether a place lies inside a polygon, by counting the edges east of it. */
export function inside(shape: Shape, [x, y]: Position): boolean {
  let odd = false;
  for (const { positions, closed } of pathsOf(shape)) {
    if (!closed) continue;
    positions.forEach((a, index) => {
      const b = positions[(index + 1) % positions.length] ?? a;
      if (a[1] > y !== b[1] > y && x < a[0] + ((y - a[1]) / (b[1] - a[1])) * (b[0] - a[0])) odd = !odd;
    });
  }
  return odd;
}

/** Twice the signed area of a ring in square degrees: positive when it runs counter-clockwise. */
export function turn(ring: readonly Position[]): number {
  const [origin] = ring;
  if (!origin) return 0;
  return ring.reduce((sum, a, index) => {
    const b = ring[(index + 1) % ring.length] ?? a;
    return sum + (a[0] - origin[0]) * (b[1] - origin[1]) - (b[0] - origin[0]) * (a[1] - origin[1]);
  }, 0);
}

/** A place well inside a ring: the middle of the widest stretch that a line through its middle height cuts out of it. */
export function placeInside(ring: readonly Position[]): Position | undefined {
  const heights = [...new Set(ring.map(([, y]) => y))].sort((a, b) => a - b);
  let best: { at: Position; width: number } | undefined;
  heights.slice(1).forEach((upper, index) => {
    const y = ((heights[index] ?? upper) + upper) / 2;
    const crossings = ring
      .flatMap((a, at) => {
        const b = ring[(at + 1) % ring.length] ?? a;
        return a[1] > y !== b[1] > y ? [a[0] + ((y - a[1]) / (b[1] - a[1])) * (b[0] - a[0])] : [];
      })
      .sort((a, b) => a - b);
    for (let at = 0; at + 1 < crossings.length; at += 2) {
      const [left = 0, right = 0] = [crossings[at], crossings[at + 1]];
      if (!best || right - left > best.width) best = { at: [(left + right) / 2, y], width: right - left };
    }
  });
  return best?.at;
}
