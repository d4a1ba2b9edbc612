import { describe, expect, it } from "vitest";
import { parseImageName } from "./symbol-name";

describe("an image name", () => {
  it("spells a symbol", () => {
    expect(parseImageName("sym/square/B4531A/16232B/18/dashed/KCN")).toEqual({
      kind: "sym",
      shape: "square",
      fill: "#B4531A",
      outline: "#16232B",
      size: 18,
      manner: "dashed",
      glyph: "KCN",
    });
  });

  it("may leave the glyph out", () => {
    expect(parseImageName("sym/circle/0B5D66/fff/9.5/solid")).toMatchObject({ size: 9.5, glyph: "" });
    expect(parseImageName("sym/circle/0B5D66/fff/9/hollow/")).toMatchObject({ manner: "hollow", glyph: "" });
  });

  it("spells a pattern", () => {
    expect(parseImageName("pattern/hatch/B4531A80")).toEqual({
      kind: "pattern",
      pattern: "hatch",
      colour: "#B4531A80",
    });
  });

  it.each(["", "marker", "sym/circle/red/blue/9/solid", "sym/circle/0B5D66/fff/9999/solid", "pattern/waves/fff"])(
    "is left to others when it is none of ours: %s",
    (name) => {
      expect(parseImageName(name)).toBeUndefined();
    },
  );
});
