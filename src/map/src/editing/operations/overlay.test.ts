import { describe, expect, it } from "vitest";
import { box } from "./boxes";
import { offset } from "./offset";
import { common, cut, merge } from "./overlay";
import { figuresOf, fromPlane, pivotOf, toPlane, transform } from "./plane";
import { positionsOf, type Shape } from "./shapes";
import { split } from "./split";
import { has } from "./vertices";

const area = (shape: Shape | undefined) => (shape ? figuresOf(shape).areaSquareMetres : 0);
const whole = box(106, 10.5, 106.02, 10.51);

describe("Splitting a polygon", () => {
  it("keeps the area and gives both halves the very same corners", () => {
    const result = split(whole, [
      [106.01, 10.49],
      [106.011, 10.505],
      [106.01, 10.52],
    ]);
    const [one, other] = result?.parts ?? [];
    expect(result?.parts.length).toBe(2);
    expect(Math.abs(area(one) + area(other) - area(whole))).toBeLessThan(0.1);
    expect(result?.inserted.length).toBe(2);
    for (const { at } of result?.inserted ?? []) expect(one && other && has(one, at) && has(other, at)).toBe(true);
    expect(one && other && has(one, [106.011, 10.505]) && has(other, [106.011, 10.505])).toBe(true);
  });

  it("cuts from corner to corner without new vertices", () => {
    const result = split(whole, [
      [106, 10.5],
      [106.02, 10.51],
    ]);
    expect(result?.parts.length).toBe(2);
    expect(result?.inserted).toEqual([]);
  });

  it("drops the loose ends of a line that only reaches in", () => {
    expect(
      split(whole, [
        [105.99, 10.505],
        [106.01, 10.505],
      ]),
    ).toBeUndefined();
  });

  it("leaves each hole with the part round it", () => {
    const hole = box(106.002, 10.502, 106.004, 10.504);
    const holed = cut(whole, [hole]);
    const result =
      holed &&
      split(holed, [
        [106.01, 10.49],
        [106.01, 10.52],
      ]);
    expect(result?.parts.length).toBe(2);
    expect(result?.parts.filter((part) => part.type === "Polygon" && part.coordinates.length === 2).length).toBe(1);
  });

  it("opens a hole that the line runs through", () => {
    const holed = cut(whole, [box(106.009, 10.503, 106.011, 10.506)]);
    const result =
      holed &&
      split(holed, [
        [106.01, 10.49],
        [106.01, 10.52],
      ]);
    expect(result?.parts.length).toBe(2);
    expect(result?.parts.every((part) => part.type === "Polygon" && part.coordinates.length === 1)).toBe(true);
    const parts = (result?.parts ?? []).reduce((sum, part) => sum + area(part), 0);
    expect(Math.abs(parts - area(holed))).toBeLessThan(0.1);
  });

  it("cuts a comb into as many teeth as the line meets", () => {
    const ring = [
      [0, 0],
      [5, 0],
      [5, 3],
      [4, 3],
      [4, 1],
      [3, 1],
      [3, 3],
      [2, 3],
      [2, 1],
      [1, 1],
      [1, 3],
      [0, 3],
      [0, 0],
    ];
    expect(
      split({ type: "Polygon", coordinates: [ring] }, [
        [-1, 2],
        [6, 2],
      ])?.parts.length,
    ).toBe(4);
  });
});

describe("Merging and cutting", () => {
  it("makes neighbours one and keeps the corners others may share", () => {
    const merged = merge([box(0, 0, 1, 1), box(1, 0, 2, 1)]);
    expect(merged?.type).toBe("Polygon");
    expect(merged && has(merged, [1, 0]) && has(merged, [1, 1])).toBe(true);
  });

  it("cuts a hole and a bite", () => {
    expect(cut(box(0, 0, 4, 4), [box(1, 1, 2, 2)])?.coordinates.length).toBe(2);
    expect(cut(box(0, 0, 4, 4), [box(3, 3, 5, 5)])?.coordinates.length).toBe(1);
    expect(cut(box(0, 0, 1, 1), [box(-1, -1, 5, 5)])).toBeUndefined();
  });

  it("finds what two share", () => {
    expect(common(box(0, 0, 2, 2), box(5, 5, 6, 6))).toBeUndefined();
    expect(positionsOf(common(box(0, 0, 2, 2), box(1, 1, 3, 3)) ?? box(0, 0, 1, 1))).toContainEqual([1, 1]);
  });
});

describe("A corridor from its axis", () => {
  const place = (north: number, east: number) => [...fromPlane({ northing: 1180000 + north, easting: 560000 + east })];

  it("is as long as the axis and twice as wide as half its width", () => {
    const corridor = offset({ type: "LineString", coordinates: [place(0, 0), place(0, 1000)] }, 30);
    expect(Math.abs(area(corridor) - 60_000)).toBeLessThan(1);
  });

  it("has mitred bends", () => {
    const corridor = offset({ type: "LineString", coordinates: [place(0, 0), place(0, 1000), place(1000, 1000)] }, 30);
    // Two arms of 1000 m, overlapping in one quarter of the joint's square and filled up in another: 120 000 m².
    expect(Math.abs(area(corridor) - 120_000)).toBeLessThan(1);
    expect(corridor?.type).toBe("Polygon");
  });

  it("shrinks a polygon with a negative distance", () => {
    const square: Shape = {
      type: "Polygon",
      coordinates: [[place(0, 0), place(0, 100), place(100, 100), place(100, 0), place(0, 0)]],
    };
    expect(Math.abs(area(offset(square, -10)) - 6400)).toBeLessThan(1);
    expect(Math.abs(area(offset(square, 10)) - 14400)).toBeLessThan(1);
  });
});

describe("Turning and scaling", () => {
  it("keeps the area of a turned shape and squares the factor of a scaled one", () => {
    const centre = pivotOf(whole);
    expect(Math.abs(area(transform(whole, centre, 33, 1)) / area(whole) - 1)).toBeLessThan(1e-7);
    expect(Math.abs(area(transform(whole, centre, 0, 2)) / area(whole) - 4)).toBeLessThan(1e-6);
  });

  it("turns clockwise", () => {
    const line: Shape = {
      type: "LineString",
      coordinates: [
        [106, 10.5],
        [106, 10.51],
      ],
    };
    const turned = positionsOf(transform(line, toPlane([106, 10.5]), 90, 1));
    expect(turned[1]?.[0]).toBeGreaterThan(106.009);
  });
});
