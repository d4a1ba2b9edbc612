import { describe, expect, it } from "vitest";
import type { Shape } from "../operations/shapes";
import { newContent } from "./draft";
import { editsOf } from "./edits";
import { PlanDraft } from "./plan-draft";
import { repairedKey } from "./repaired-key";

const polygon = (...ring: [number, number][]): Shape => ({
  type: "Polygon",
  coordinates: [[...ring, ring[0] ?? [0, 0]]],
});
const drawn = polygon([0, 0], [2, 0], [1, 2]);
const beside = polygon([0, 0], [2, 0], [1, -2]);
const mended = polygon([0, 0], [1, 0], [2, 0], [1, 2]);

/** A draft with new zones, and the repair that the rules propose for the first under a passing name. */
function drafted(...shapes: readonly Shape[]) {
  const draft = new PlanDraft();
  shapes.forEach((shape, index) => {
    draft.run({
      label: "draw",
      steps: [{ key: `n${index}`, before: undefined, after: newContent("land-use", shape) }],
    });
  });
  const [edit] = editsOf(draft);
  if (!edit || !("put" in edit.edit)) throw new Error("Nothing to save");
  return { draft, put: { ...edit.edit.put, code: "new-3", geometry: mended } };
}

describe("a repair of something that is not saved yet", () => {
  it("finds what was drawn under another name", () => {
    const { draft, put } = drafted(drawn);
    expect(repairedKey(put, draft)).toBe("n0");
  });

  it("tells it from a new neighbour on the same boundary", () => {
    const { draft, put } = drafted(drawn, beside);
    expect(repairedKey(put, draft)).toBe("n0");
  });

  it("finds nothing rather than the wrong thing", () => {
    const { draft, put } = drafted(polygon([8, 8], [9, 8], [9, 9]));
    expect(repairedKey(put, draft)).toBeUndefined();
    const twins = drafted(drawn, drawn);
    expect(repairedKey(twins.put, twins.draft)).toBeUndefined();
  });

  it("keeps to the feature or the position where the rules name one", () => {
    const { draft, put } = drafted(drawn);
    expect(repairedKey({ ...put, feature: 7 }, draft)).toBe("f7");
    expect(repairedKey({ ...put, position: 3 }, draft)).toBeUndefined();
  });
});
