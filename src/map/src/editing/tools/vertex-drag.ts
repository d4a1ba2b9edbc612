import type { PlanDraft, Key, Step } from "../model/plan-draft";
import { insertShared, joined, sharing } from "../model/shared-edits";
import { figuresOf, type Figures } from "../operations/plane";
import { pathsOf, same, type Position, type Shape } from "../operations/shapes";
import type { Snap } from "../operations/snap";
import type { Segment } from "../operations/topology";
import { edgesOf, has, moveVertex, withoutRepeats } from "../operations/vertices";

export type Edge = readonly [Position, Position];

/** Why a vertex cannot stay where it was dropped. */
export type DragFault = "too few vertices" | "changed meanwhile";

/** A vertex on its way, in all features of the layer that share it; one that begins on an edge is new there. */
export class VertexDrag {
  readonly key: Key;
  readonly from: Position;
  /** The shapes that move together, as they were, with the vertex already inserted where the drag began on an edge. */
  readonly shapes: ReadonlyMap<Key, Shape>;
  readonly before: ReadonlyMap<Key, Figures>;
  /** The other ends of the vertex's edges, each once however many features share it. */
  readonly ends: readonly Position[];
  /** What the vertex came to rest on; a neighbour's edge gets the vertex too. */
  rests: Snap | undefined;
  #to: Position;
  #moved: ReadonlyMap<Key, Shape>;
  readonly #draft: PlanDraft;
  readonly #edge: Edge | undefined;

  constructor(draft: PlanDraft, key: Key, from: Position, edge: Edge | undefined) {
    this.key = key;
    this.from = this.#to = from;
    this.#draft = draft;
    this.#edge = edge;
    this.shapes = new Map(this.#begun().flatMap(({ key: one, shape }) => (shape ? [[one, shape] as const] : [])));
    this.#moved = this.shapes;
    this.ends = endsOf([...this.shapes.values()], from);
    this.before = new Map([...this.shapes].map(([one, shape]) => [one, figuresOf(shape)]));
  }

  get to(): Position {
    return this.#to;
  }

  set to(position: Position) {
    this.#to = position;
    this.#moved = new Map([...this.shapes].map(([key, shape]) => [key, moveVertex(shape, this.from, position)]));
  }

  /** The shapes with the vertex where it is now. */
  get moved(): ReadonlyMap<Key, Shape> {
    return this.#moved;
  }

  /** What moves along must not catch the vertex that moves it. */
  readonly ignores = ({ key, a, b }: Segment): boolean =>
    this.shapes.has(key) &&
    (same(a, this.from) || same(b, this.from) || (this.#edge !== undefined && isEdge(this.#edge, a, b)));

  /** What the drop does to the draft as it is by now: others may have changed it during the drag. */
  steps(coverage: string | undefined): readonly Step[] | DragFault {
    const steps: Step[] = [];
    for (const { key, shape } of this.#begun()) {
      const content = this.#draft.feature(key);
      if (!shape || !content || !has(shape, this.from)) {
        if (key === this.key) return "changed meanwhile";
        continue;
      }
      const geometry = withoutRepeats(moveVertex(shape, this.from, this.to));
      if (!geometry) return "too few vertices";
      steps.push({ key, before: this.#draft.change(key), after: { ...content, geometry } });
    }
    return joined([...steps, ...this.#resting(coverage)]);
  }

  /** In a coverage the neighbour whose edge was met gets the vertex, or a gap would open with the next move. */
  #resting(coverage: string | undefined): Step[] {
    const { rests } = this;
    return rests?.kind === "edge" &&
      rests.edge &&
      !this.shapes.has(rests.key) &&
      coverage !== undefined &&
      this.#draft.feature(rests.key)?.layer === coverage
      ? insertShared(this.#draft, rests.key, rests.edge[0], rests.edge[1], this.to)
      : [];
  }

  #begun(): { readonly key: Key; readonly shape: Shape | null }[] {
    if (this.#edge)
      return insertShared(this.#draft, this.key, this.#edge[0], this.#edge[1], this.from).map(({ key, after }) => ({
        key,
        shape: after?.geometry ?? null,
      }));
    return sharing(this.#draft, this.key, this.from).map((key) => ({ key, shape: this.#draft.shape(key) }));
  }
}

function endsOf(shapes: readonly Shape[], vertex: Position): Position[] {
  const ends = new Map<string, Position>();
  for (const { from, to } of shapes.flatMap(pathsOf).flatMap(edgesOf)) {
    const end = to && same(from, vertex) ? to : to && same(to, vertex) ? from : undefined;
    if (end) ends.set(end.join(), end);
  }
  return [...ends.values()];
}

function isEdge([from, to]: Edge, a: Position, b: Position): boolean {
  return (same(from, a) && same(to, b)) || (same(from, b) && same(to, a));
}
