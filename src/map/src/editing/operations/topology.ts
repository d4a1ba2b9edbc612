import { pathsOf, same, type Position, type Shape } from "./shapes";

/** A straight piece of a feature's outline, or a point standing alone (`a` is `b`). */
export interface Segment {
  readonly key: string;
  readonly a: Position;
  readonly b: Position;
}

/** About 220 m: a cell of a dense town holds a few dozen segments, a corridor across the province crosses 500 cells. */
const cellDegrees = 0.002;
const columns = 1 << 20;

interface Indexed {
  readonly segments: readonly Segment[];
  readonly cells: readonly number[];
}

/**
 * Finds what lies near a place and which features share a vertex: a grid of cells with the segments that cross them.
 * Features are put in and taken out one by one, so an edit touches only its own cells.
 */
export class Topology {
  readonly #cells = new Map<number, Segment[]>();
  readonly #features = new Map<string, Indexed>();

  get size(): number {
    return this.#features.size;
  }

  /** Puts a feature in, or in again after it has changed. */
  put(key: string, shape: Shape | null | undefined): void {
    this.remove(key);
    if (!shape) return;
    const segments: Segment[] = [];
    const touched = new Set<number>();
    for (const { positions, closed } of pathsOf(shape)) {
      const last = positions.length - 1;
      for (let index = 0; index <= last; index++) {
        const a = positions[index];
        const b = index < last ? positions[index + 1] : closed || last === 0 ? positions[0] : undefined;
        if (!a || !b) continue;
        const segment = { key, a, b };
        segments.push(segment);
        this.#enter(segment, touched);
      }
    }
    this.#features.set(key, { segments, cells: [...touched] });
  }

  remove(key: string): void {
    const indexed = this.#features.get(key);
    if (!indexed) return;
    for (const cell of indexed.cells) {
      const others = this.#cells.get(cell)?.filter((segment) => segment.key !== key);
      if (others && others.length > 0) this.#cells.set(cell, others);
      else this.#cells.delete(cell);
    }
    this.#features.delete(key);
  }

  /** The segments that may come within a reach of a place; each once. */
  near([longitude, latitude]: Position, reachDegrees: number): Segment[] {
    const found = new Set<Segment>();
    const [west, east] = [cellOf(longitude - reachDegrees), cellOf(longitude + reachDegrees)];
    const [south, north] = [cellOf(latitude - reachDegrees), cellOf(latitude + reachDegrees)];
    // Zoomed far out the reach covers half the province; nobody aims at a vertex there.
    if ((east - west + 1) * (north - south + 1) > 400) return [];
    for (let column = west; column <= east; column++)
      for (let row = south; row <= north; row++)
        for (const segment of this.#cells.get(row * columns + column) ?? [])
          if (nearBox(segment, longitude, latitude, reachDegrees)) found.add(segment);
    return [...found];
  }

  /** The features that have a vertex at exactly this coordinate. */
  sharing(position: Position): string[] {
    const keys = new Set<string>();
    for (const { key, a, b } of this.#at(position)) if (same(a, position) || same(b, position)) keys.add(key);
    return [...keys];
  }

  /** The features that have an edge between exactly these two vertices. */
  sharingEdge(from: Position, to: Position): string[] {
    const keys = new Set<string>();
    for (const { key, a, b } of this.#at(from))
      if ((same(a, from) && same(b, to)) || (same(a, to) && same(b, from))) keys.add(key);
    return [...keys];
  }

  segmentsOf(key: string): readonly Segment[] {
    return this.#features.get(key)?.segments ?? [];
  }

  #at([longitude, latitude]: Position): readonly Segment[] {
    return this.#cells.get(cellOf(latitude) * columns + cellOf(longitude)) ?? [];
  }

  /** Walks the columns that a segment crosses and, in each, the rows between its two heights there. */
  #enter(segment: Segment, touched: Set<number>): void {
    const [left, right] = segment.a[0] <= segment.b[0] ? [segment.a, segment.b] : [segment.b, segment.a];
    const slope = right[0] === left[0] ? 0 : (right[1] - left[1]) / (right[0] - left[0]);
    const first = cellOf(left[0]);
    const last = cellOf(right[0]);
    for (let column = first; column <= last; column++) {
      const entersAt = column === first ? left[1] : left[1] + slope * (column * cellDegrees - left[0]);
      const leavesAt = column === last ? right[1] : left[1] + slope * ((column + 1) * cellDegrees - left[0]);
      const south = cellOf(Math.min(entersAt, leavesAt));
      const north = cellOf(Math.max(entersAt, leavesAt));
      for (let row = south; row <= north; row++) {
        const cell = row * columns + column;
        const inCell = this.#cells.get(cell);
        if (inCell) inCell.push(segment);
        else this.#cells.set(cell, [segment]);
        touched.add(cell);
      }
    }
  }
}

function cellOf(degrees: number): number {
  return Math.floor(degrees / cellDegrees);
}

function nearBox({ a, b }: Segment, longitude: number, latitude: number, reach: number): boolean {
  return (
    Math.min(a[0], b[0]) - reach <= longitude &&
    Math.max(a[0], b[0]) + reach >= longitude &&
    Math.min(a[1], b[1]) - reach <= latitude &&
    Math.max(a[1], b[1]) + reach >= latitude
  );
}
