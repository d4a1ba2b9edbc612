import { describe, expect, it } from "vitest";
import { newContent, type BaseFeature } from "../model/draft";
import { PlanDraft } from "../model/plan-draft";
import type { Position } from "../operations/shapes";
import { Following } from "./following";

/** Two squares side by side; their shared border has a corner half way up, the west square one on its west side too. */
const [southWest, west, northWest]: Position[] = [
  [0, 0],
  [0, 1],
  [0, 2],
] as const;
const [south, middle, north]: Position[] = [
  [2, 0],
  [2, 1],
  [2, 2],
] as const;
const [southEast, northEast]: Position[] = [
  [4, 0],
  [4, 2],
] as const;

function draft(): PlanDraft {
  const plan = new PlanDraft();
  plan.surround([
    square(1, [southWest, south, middle, north, northWest, west]),
    square(2, [south, southEast, northEast, north, middle]),
  ]);
  return plan;
}

function square(id: number, corners: readonly (Position | undefined)[]): BaseFeature {
  const ring = [...corners, corners[0]].flatMap((one) => (one ? [[...one]] : []));
  return { id, version: 1, content: newContent("zones", { type: "Polygon", coordinates: [ring] }) };
}

function vertex(key: string, position: Position | undefined) {
  if (!position) throw new Error("no such corner");
  return { key, position, kind: "vertex" } as const;
}

describe("a boundary that is followed", () => {
  const following = () => {
    const made = new Following(draft());
    made.isOn = true;
    return made;
  };

  it("leads from the last vertex to the pointer by the shorter way", () => {
    const made = following();
    made.meet([0, 0], vertex("f1", southWest));
    expect(made.from([0, 0], vertex("f1", northWest), false)).toEqual([[0, 1]]);
  });

  it("leads the other way round when asked", () => {
    const made = following();
    made.meet([0, 0], vertex("f1", southWest));
    expect(made.from([0, 0], vertex("f1", northWest), true)).toEqual([
      [2, 0],
      [2, 1],
      [2, 2],
    ]);
  });

  it("finds the feature that has both ends, whichever the snap names", () => {
    const made = following();
    made.meet([2, 0], vertex("f1", south));
    expect(made.from([2, 0], vertex("f2", northEast), false)).toEqual([[4, 0]]);
  });

  it("says so when no feature has both ends", () => {
    const made = following();
    made.meet([0, 1], vertex("f1", west));
    expect(made.from([0, 1], vertex("f2", southEast), false)).toBeUndefined();
  });

  it("is nothing where the last vertex met nothing, or nobody asked for it", () => {
    const made = following();
    expect(made.from([0.5, 0.5], vertex("f1", northWest), false)).toEqual([]);
    made.meet([0, 0], vertex("f1", southWest));
    made.isOn = false;
    expect(made.from([0, 0], vertex("f1", northWest), false)).toEqual([]);
  });

  it("is shown ahead of the click, as one array for as long as it stays the same", () => {
    const made = following();
    const set: Position[] = [[0, 0]];
    made.meet([0, 0], vertex("f1", southWest));
    made.lookAhead([0, 0], vertex("f1", northWest), false);
    const shown = made.leadingOn(set);
    expect(shown).toEqual([
      [0, 0],
      [0, 1],
    ]);
    made.lookAhead([0, 0], vertex("f1", northWest), false);
    expect(made.leadingOn(set)).toBe(shown);
    made.lookAhead([0, 0], undefined, false);
    expect(made.leadingOn(set)).toBe(set);
  });
});
