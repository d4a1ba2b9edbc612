import { describe, expect, it } from "vitest";
import type { Shape } from "./shapes";
import { insertVertex, moveVertex, removeVertex } from "./vertices";

const square: Shape = {
  type: "Polygon",
  coordinates: [
    [
      [0, 0],
      [2, 0],
      [2, 2],
      [0, 2],
      [0, 0],
    ],
  ],
};

describe("Vertices of a ring", () => {
  it("moves the first vertex and its closing repeat together", () => {
    expect(moveVertex(square, [0, 0], [-1, 0])).toEqual({
      type: "Polygon",
      coordinates: [
        [
          [-1, 0],
          [2, 0],
          [2, 2],
          [0, 2],
          [-1, 0],
        ],
      ],
    });
  });

  it("leaves a shape without the vertex as it is", () => {
    expect(moveVertex(square, [5, 5], [6, 6])).toBe(square);
  });

  it("inserts on an edge whichever way round it is named, the closing edge too", () => {
    const inserted = insertVertex(square, [0, 0], [0, 2], [0, 1]);
    expect(inserted).toEqual({
      type: "Polygon",
      coordinates: [
        [
          [0, 0],
          [2, 0],
          [2, 2],
          [0, 2],
          [0, 1],
          [0, 0],
        ],
      ],
    });
    expect(insertVertex(square, [0, 2], [0, 0], [0, 1])).toEqual(inserted);
  });

  it("does not survive with two vertices", () => {
    const triangle = removeVertex(square, [0, 0]);
    expect(triangle && removeVertex(triangle, [2, 0])).toBeUndefined();
  });
});

describe("Vertices of a polygon with a hole", () => {
  it("loses the hole when too few of its corners remain, and keeps the shell", () => {
    const holed: Shape = {
      type: "Polygon",
      coordinates: [
        ...(square.coordinates as number[][][]),
        [
          [0.5, 0.5],
          [1, 0.5],
          [1, 1],
          [0.5, 0.5],
        ],
      ],
    };
    expect(removeVertex(holed, [1, 1])).toEqual(square);
  });
});
