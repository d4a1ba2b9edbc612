import { describe, expect, it } from "vitest";
import { box } from "./boxes";
import { snap } from "./snap";
import { missingVertices } from "./t-vertices";
import { Topology } from "./topology";
import { trace } from "./trace";
import type { Position } from "./shapes";

/** One degree is 100 000 pixels. */
const project = ([x, y]: Position) => ({ x: x * 1e5, y: -y * 1e5 });
const at = (longitude: number, latitude: number) => ({
  pointer: project([longitude, latitude]),
  place: [longitude, latitude] as Position,
});

describe("A grid of two neighbours", () => {
  const west = box(106, 10, 106.01, 10.01);
  const east = box(106.01, 10, 106.02, 10.01);
  const topology = new Topology();
  topology.put("west", west);
  topology.put("east", east);

  it("knows who shares a corner and who shares an edge", () => {
    expect(topology.sharing([106.01, 10]).sort()).toEqual(["east", "west"]);
    expect(topology.sharing([106, 10])).toEqual(["west"]);
    expect(topology.sharingEdge([106.01, 10.01], [106.01, 10]).sort()).toEqual(["east", "west"]);
  });

  it("finds a segment far longer than a cell from its middle", () => {
    const long = new Topology();
    long.put("axis", {
      type: "LineString",
      coordinates: [
        [105.5, 10.4],
        [106.8, 11.03],
      ],
    });
    expect(long.near([106.15, 10.715], 0.0005).map(({ key }) => key)).toEqual(["axis"]);
  });

  it("forgets a feature that is taken out", () => {
    const other = new Topology();
    other.put("west", west);
    other.remove("west");
    expect(other.near([106, 10], 0.001)).toEqual([]);
    expect(other.size).toBe(0);
  });

  it("snaps to a vertex before an edge that is nearer", () => {
    const { pointer, place } = at(106.01 - 0.00008, 10.00002);
    expect(snap(pointer, topology.near(place, 0.001), project)).toMatchObject({
      kind: "vertex",
      position: [106.01, 10],
    });
  });

  it("snaps to an edge where no vertex is near", () => {
    const { pointer, place } = at(106.00995, 10.005);
    const snapped = snap(pointer, topology.near(place, 0.001), project);
    expect(snapped?.kind).toBe("edge");
    expect(snapped?.position[0]).toBe(106.01);
  });

  it("snaps to the crossing of two lines before either of them", () => {
    const lines = new Topology();
    lines.put("a", {
      type: "LineString",
      coordinates: [
        [106, 10],
        [106.01, 10.01],
      ],
    });
    lines.put("b", {
      type: "LineString",
      coordinates: [
        [106, 10.01],
        [106.01, 10],
      ],
    });
    const { pointer, place } = at(106.00503, 10.00501);
    expect(snap(pointer, lines.near(place, 0.001), project)?.kind).toBe("intersection");
  });

  it("snaps to nothing beyond twelve pixels", () => {
    const { pointer, place } = at(106.01 - 0.00013, 10.00013);
    expect(snap(pointer, topology.near(place, 0.001), project)?.kind).toBeUndefined();
  });
});

describe("Two neighbours of which only one has a corner", () => {
  it("names the corner that is missing", () => {
    const topology = new Topology();
    const tall = box(106, 10, 106.01, 10.02);
    topology.put("tall", tall);
    topology.put("low", box(106.01, 10, 106.02, 10.01));
    expect(missingVertices("tall", tall, topology, () => true)).toEqual([{ at: [106.01, 10.01], neighbour: "low" }]);
    expect(missingVertices("tall", tall, topology, () => false)).toEqual([]);
  });
});

describe("Tracing a boundary", () => {
  const ring = box(0, 0, 3, 1);

  it("walks the shorter way round and the longer one when asked", () => {
    expect(trace(ring, [0, 0], [3, 1])).toBeDefined();
    expect(trace(ring, [1, 0], [3, 0.5])).toEqual([[3, 0]]);
    expect(trace(ring, [3, 0.5], [1, 0])).toEqual([[3, 0]]);
    expect(trace(ring, [1, 0], [3, 0.5], true)).toEqual([
      [0, 0],
      [0, 1],
      [3, 1],
    ]);
  });

  it("does not leave a line's ends", () => {
    const line = {
      type: "LineString" as const,
      coordinates: [
        [0, 0],
        [1, 0],
        [2, 0],
        [3, 0],
      ],
    };
    expect(trace(line, [2.5, 0], [0.5, 0])).toEqual([
      [2, 0],
      [1, 0],
    ]);
    expect(trace(line, [2.5, 0], [0.5, 4])).toBeUndefined();
  });
});
