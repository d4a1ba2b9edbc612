import { describe, expect, test } from "vitest";
import { block, step } from "./grid-cells";

describe("a block of cells from the clipboard", () => {
  test("has rows by line breaks and cells by tabs", () => {
    expect(block("1\t2\r\n3\t4\r\n")).toEqual([
      ["1", "2"],
      ["3", "4"],
    ]);
  });

  test("keeps empty cells where they are", () => {
    expect(block("1\t\t3\n\t5\t")).toEqual([
      ["1", "", "3"],
      ["", "5", ""],
    ]);
  });

  test("takes quotes off cells that have a line break", () => {
    expect(block('"a\nb"\t"nói ""có"""\n2')).toEqual([["a\nb", 'nói "có"'], ["2"]]);
  });

  test("leaves a quote that nobody closes as it is", () => {
    expect(block('"a\t2')).toEqual([['"a', "2"]]);
  });
});

describe("a key in a cell", () => {
  const whole = { start: 0, end: 3, length: 3 };
  const middle = { start: 1, end: 1, length: 3 };

  test("goes down with Enter and up with Shift and Enter", () => {
    expect(step("Enter", false, middle)).toEqual({ down: 1, right: 0 });
    expect(step("Enter", true, middle)).toEqual({ down: -1, right: 0 });
  });

  test("goes sideways from the ends of the text alone", () => {
    expect(step("ArrowRight", false, middle)).toBeUndefined();
    expect(step("ArrowRight", false, whole)).toEqual({ down: 0, right: 1 });
    expect(step("ArrowLeft", false, { start: 0, end: 0, length: 3 })).toEqual({ down: 0, right: -1 });
    expect(step("ArrowRight", false, { start: 0, end: 0, length: 0 })).toEqual({ down: 0, right: 1 });
  });

  test("selects with Shift and writes with the others", () => {
    expect(step("ArrowDown", true, whole)).toBeUndefined();
    expect(step("5", false, whole)).toBeUndefined();
  });
});
