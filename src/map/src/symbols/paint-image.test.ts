import { describe, expect, it } from "vitest";
import { inkOn } from "./paint-image";

describe("the ink of a symbol's letters", () => {
  it("is light on dark fills and dark on light ones", () => {
    expect(inkOn("#0B5D66")).toBe("#ffffff");
    expect(inkOn("#B4531A")).toBe("#ffffff");
    expect(inkOn("#FAAAA0")).toBe("#16232b");
    expect(inkOn("#fff")).toBe("#16232b");
  });
});
