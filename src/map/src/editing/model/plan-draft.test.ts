import { describe, expect, it } from "vitest";
import { newContent, type SavedChange } from "./draft";
import { PlanDraft } from "./plan-draft";

function saved(position: number): SavedChange {
  const content = { ...newContent("zones", { type: "Point", coordinates: [106, position] }), code: `z-${position}` };
  return { position, version: 1, content, before: null, updatedBy: null };
}

describe("what came from a file", () => {
  it("is undone and done again as one act", () => {
    const draft = new PlanDraft();
    draft.adopt([saved(1), saved(2), saved(3)]);
    expect(draft.claim("import", [2, 3])).toEqual(["n2", "n3"]);

    expect(draft.undo()?.label).toBe("import");
    expect(draft.changed).toEqual(["n1"]);
    // The service has to be told.
    expect(draft.unsaved).toEqual(["n2", "n3"]);

    draft.redo();
    expect(draft.changed).toEqual(["n1", "n2", "n3"]);
    expect(draft.unsaved).toEqual([]);
  });

  it("is nobody's act where the draft does not have it", () => {
    const draft = new PlanDraft();
    draft.adopt([saved(1)]);
    expect(draft.claim("import", [7])).toEqual([]);
    expect(draft.canUndo).toBeUndefined();
  });

  it("is not remembered when it is large, nor what was done before it", () => {
    const draft = new PlanDraft();
    draft.run({ label: "before", steps: [{ key: "na", before: undefined, after: saved(5000).content }] });
    draft.adopt(Array.from({ length: 1001 }, (_, index) => saved(index + 1)));
    draft.claim(
      "import",
      [...Array(1001).keys()].map((index) => index + 1),
    );
    draft.run({ label: "after", steps: [{ key: "nb", before: undefined, after: saved(5001).content }] });
    expect(draft.remember().undo.map(({ label }) => label)).toEqual(["after"]);
  });
});
