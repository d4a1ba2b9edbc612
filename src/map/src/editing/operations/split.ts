import { inside, placeInside, turn } from "./inside";
import { pathsOf, same, type Path, type Position, type Shape } from "./shapes";
import { between } from "./snap";
import { edgesOf } from "./vertices";

/** How near the end of the cutting line must come to the outline to count as on it, degrees: a centimetre. */
const touch = 1e-7;

export interface Split {
  /** The parts, largest first. */
  readonly parts: readonly Shape[];
  /** New vertices on edges that the line crosses; neighbours that share such an edge need them as well. */
  readonly inserted: readonly { readonly a: Position; readonly b: Position; readonly at: Position }[];
}

/**
 * Cuts a polygon along a line. Outline and line are cut into pieces at each crossing; loose ends of the line are
 * dropped; the faces that the pieces enclose are the parts. Undefined when the line does not divide the polygon.
 */
export function split(shape: Shape, line: readonly Position[]): Split | undefined {
  const outline = pathsOf(shape)
    .filter(({ closed }) => closed)
    .flatMap(edgesOf)
    .flatMap(({ from, to }): Edge[] => (to ? [{ a: from, b: to, stops: [] }] : []));
  const cutter = line.slice(1).map((b, index): Edge => ({ a: line[index] ?? b, b, stops: [] }));
  cutter.forEach((one, index) => {
    for (const edge of outline) cross(one, edge);
    for (const other of cutter.slice(index + 2)) cross(one, other);
  });

  const net = new Net();
  for (const edge of outline) net.add(edge);
  for (const edge of cutter) net.add(edge);
  net.dropLooseEnds();
  const rings = net.faces().filter((ring) => {
    const place = turn(ring) > 0 ? placeInside(ring) : undefined;
    return place && inside(shape, place);
  });
  const outer = pathsOf(shape).filter(({ ring }) => ring === 0).length;
  if (rings.length <= outer) return undefined;

  const holes = pathsOf(shape).filter(
    ({ ring, positions }) => ring > 0 && !rings.some((face) => touches(face, positions)),
  );
  const parts = rings
    .sort((one, other) => turn(other) - turn(one))
    .map((ring): Shape =>
      polygon(
        ring,
        holes.filter((hole) => holds(ring, hole)),
      ),
    );
  const inserted = outline.flatMap(({ a, b, stops }) => stops.map(({ at }) => ({ a, b, at })));
  return { parts, inserted: inserted.filter(({ a, b, at }) => !same(a, at) && !same(b, at)) };
}

interface Edge {
  readonly a: Position;
  readonly b: Position;
  readonly stops: { readonly at: Position; readonly along: number }[];
}

/** Marks where two edges meet, with one and the same coordinate on both; an existing vertex wins over a computed one. */
function cross(line: Edge, edge: Edge): void {
  const ends: readonly [Position, Edge][] = [
    [edge.a, line],
    [edge.b, line],
    [line.a, edge],
    [line.b, edge],
  ];
  let met = false;
  for (const [end, other] of ends) {
    const along = placeOn(end, other);
    if (along === undefined) continue;
    met = true;
    other.stops.push({ at: end, along });
  }
  if (met) return;
  const [rx, ry] = [line.b[0] - line.a[0], line.b[1] - line.a[1]];
  const [sx, sy] = [edge.b[0] - edge.a[0], edge.b[1] - edge.a[1]];
  const determinant = rx * sy - ry * sx;
  if (determinant === 0) return;
  const [qx, qy] = [edge.a[0] - line.a[0], edge.a[1] - line.a[1]];
  const t = (qx * sy - qy * sx) / determinant;
  const u = (qx * ry - qy * rx) / determinant;
  if (t <= 0 || t >= 1 || u <= 0 || u >= 1) return;
  const at = between(edge.a, edge.b, u);
  line.stops.push({ at, along: t });
  edge.stops.push({ at, along: u });
}

function placeOn(position: Position, { a, b }: Edge): number | undefined {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const squared = dx * dx + dy * dy;
  if (squared === 0) return undefined;
  const along = Math.min(1, Math.max(0, ((position[0] - a[0]) * dx + (position[1] - a[1]) * dy) / squared));
  return Math.hypot(a[0] + along * dx - position[0], a[1] + along * dy - position[1]) <= touch ? along : undefined;
}

/** A plane net of pieces, walked face by face. */
class Net {
  readonly #ends = new Map<string, Map<string, Position>>();
  readonly #places = new Map<string, Position>();

  add({ a, b, stops }: Edge): void {
    const chain = [a, ...[...stops].sort((one, other) => one.along - other.along).map(({ at }) => at), b];
    chain.slice(1).forEach((to, index) => {
      const from = chain[index];
      if (!from || Math.hypot(to[0] - from[0], to[1] - from[1]) <= touch) this.#weld(from, to);
      else this.#link(from, to);
    });
  }

  dropLooseEnds(): void {
    const loose = [...this.#ends].filter(([, others]) => others.size === 1).map(([key]) => key);
    for (let key = loose.pop(); key !== undefined; key = loose.pop()) {
      const others = this.#ends.get(key);
      if (others?.size !== 1) continue;
      for (const other of others.keys()) {
        this.#ends.get(other)?.delete(key);
        if (this.#ends.get(other)?.size === 1) loose.push(other);
      }
      this.#ends.delete(key);
    }
  }

  /** Every face once, its inside on the left: those that run counter-clockwise enclose something. */
  faces(): Position[][] {
    const walked = new Set<string>();
    const faces: Position[][] = [];
    for (const [from, others] of this.#ends)
      for (const to of others.keys()) {
        if (walked.has(`${from}>${to}`)) continue;
        const face: Position[] = [];
        let [back, here] = [from, to];
        while (!walked.has(`${back}>${here}`)) {
          walked.add(`${back}>${here}`);
          const place = this.#places.get(back);
          if (place) face.push(place);
          const next = this.#turnLeft(back, here);
          if (next === undefined) break;
          [back, here] = [here, next];
        }
        if (face.length >= 3) faces.push(face);
      }
    return faces;
  }

  /** The first way clockwise from where one came, which keeps the face on the left. */
  #turnLeft(back: string, here: string): string | undefined {
    const centre = this.#places.get(here);
    const others = this.#ends.get(here);
    if (!centre || !others) return undefined;
    const angleTo = (key: string) => {
      const place = this.#places.get(key) ?? centre;
      return Math.atan2(place[1] - centre[1], place[0] - centre[0]);
    };
    const came = angleTo(back);
    let best: string | undefined;
    let least = Infinity;
    for (const key of others.keys()) {
      const clockwise = key === back ? 2 * Math.PI : (came - angleTo(key) + 4 * Math.PI) % (2 * Math.PI);
      if (clockwise < least) [best, least] = [key, clockwise];
    }
    return best;
  }

  #link(from: Position, to: Position): void {
    this.#end(from).set(this.#key(to), to);
    this.#end(to).set(this.#key(from), from);
  }

  /** Two places a hair apart are one; the first that was seen gives its coordinate. */
  #weld(from: Position | undefined, to: Position): void {
    if (from && !same(from, to)) this.#same.set(to.join(), this.#key(from));
  }

  readonly #same = new Map<string, string>();

  #key(position: Position): string {
    const key = position.join();
    const welded = this.#same.get(key) ?? key;
    if (!this.#places.has(welded)) this.#places.set(welded, position);
    return welded;
  }

  #end(position: Position): Map<string, Position> {
    const key = this.#key(position);
    const others = this.#ends.get(key) ?? new Map<string, Position>();
    this.#ends.set(key, others);
    return others;
  }
}

function polygon(ring: readonly Position[], holes: readonly Path[]): Shape {
  const closed = (positions: readonly Position[]) => [...positions, ...positions.slice(0, 1)].map(([x, y]) => [x, y]);
  return { type: "Polygon", coordinates: [closed(ring), ...holes.map(({ positions }) => closed(positions))] };
}

function holds(ring: readonly Position[], { positions }: Path): boolean {
  const [first] = positions;
  return !!first && inside(polygon(ring, []), first);
}

/** A hole that the line has opened is part of a face's ring now. */
function touches(ring: readonly Position[], hole: readonly Position[]): boolean {
  return (
    hole.every((position) => ring.some((one) => same(one, position))) ||
    hole.some((p) => ring.some((one) => same(one, p)))
  );
}
