import { describe, expect, it } from "vitest";
import { nearest } from "./la-sheet";

describe("a dragged sheet", () => {
  it("settles on the nearest of its three heights", () => {
    expect(nearest(60, 844)).toBe(0);
    expect(nearest(300, 844)).toBe(1);
    expect(nearest(500, 844)).toBe(1);
    expect(nearest(700, 844)).toBe(2);
  });
});
