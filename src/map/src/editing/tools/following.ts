import type { PlanDraft } from "../model/plan-draft";
import type { OnEdge } from "../model/shared-edits";
import { same, type Position } from "../operations/shapes";
import type { Snap } from "../operations/snap";
import { trace } from "../operations/trace";

/** What the vertices of a sketch have met, and the boundaries that can be followed from the last of them. */
export class Following {
  /** The planner wants boundaries followed. */
  isOn = false;
  readonly #draft: PlanDraft;
  readonly #met = new Map<string, Snap>();
  /** What a click at the pointer would follow. */
  #ahead: readonly Position[] = [];
  #shown = { set: this.#ahead, ahead: this.#ahead, both: this.#ahead };

  constructor(draft: PlanDraft) {
    this.#draft = draft;
  }

  meet(position: Position, snap: Snap): void {
    this.#met.set(position.join(), snap);
    this.#ahead = [];
  }

  forget(): void {
    this.#met.clear();
    this.#ahead = [];
  }

  /** The edges on which vertices of the sketch lie. */
  edgesUnder(positions: readonly Position[]): OnEdge[] {
    return positions.flatMap((at) => {
      const { key, edge } = this.#met.get(at.join()) ?? {};
      return key !== undefined && edge ? [{ key, a: edge[0], b: edge[1], at }] : [];
    });
  }

  /** The vertices between two places of one boundary; none where nothing is followed, undefined where no boundary has both. */
  from(last: Position | undefined, snap: Snap | undefined, longer: boolean): readonly Position[] | undefined {
    const begun = this.isOn && last ? this.#met.get(last.join()) : undefined;
    if (!begun || !snap || same(begun.position, snap.position)) return [];
    const { topology } = this.#draft;
    // A corner belongs to several features, of which a snap names one.
    const keys = [snap.key, begun.key, ...topology.sharing(snap.position), ...topology.sharing(begun.position)];
    for (const key of new Set(keys)) {
      const shape = this.#draft.shape(key);
      const run = shape && trace(shape, begun.position, snap.position, longer);
      if (run) return run;
    }
    return undefined;
  }

  /** The pointer stands here: what would be followed is shown before the click. */
  lookAhead(last: Position | undefined, snap: Snap | undefined, longer: boolean): void {
    const run = this.from(last, snap, longer) ?? [];
    // The same run in the next frame is the same array, so that the glass is not painted for it again.
    if (run.join() !== this.#ahead.join()) this.#ahead = run;
  }

  /** The vertices that are set with those ahead; the same array as long as neither changes. */
  leadingOn(set: readonly Position[]): readonly Position[] {
    if (this.#ahead.length === 0) return set;
    if (this.#shown.set !== set || this.#shown.ahead !== this.#ahead)
      this.#shown = { set, ahead: this.#ahead, both: [...set, ...this.#ahead] };
    return this.#shown.both;
  }
}
