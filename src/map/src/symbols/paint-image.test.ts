import { describe, expect, it } from "vitest";
import { inkOn, rimOf } from "./paint-image";

describe("the ink of a symbol's letters", () => {
  it("is light on dark fills and dark on light ones", () => {
    expect(inkOn("#0B5D66")).toBe("#ffffff");
    expect(inkOn("#B4531A")).toBe("#ffffff");
    expect(inkOn("#FAAAA0")).toBe("#16232b");
    expect(inkOn("#fff")).toBe("#16232b");
  });
});

describe("the rim of a symbol", () => {
  it("is the ground, unless a dark ground would swallow the outline", () => {
    expect(rimOf("#5B2A5E", "#FBFAF6")).toBe("#FBFAF6");
    expect(rimOf("#F2C14E", "#FBFAF6")).toBe("#FBFAF6");
    expect(rimOf("#F2C14E", "#10191E")).toBe("#10191E");
    expect(rimOf("#5B2A5E", "#10191E")).toBe("#c9d1d3");
  });
});
