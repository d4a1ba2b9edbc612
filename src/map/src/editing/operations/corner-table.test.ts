import { describe, expect, it } from "vitest";
import { readCornerTable } from "./corner-table";
import { readAngle, readEntry } from "./entry";
import { readNumber } from "./numbers";
import { figuresOf, toPlane } from "./plane";

describe("A written number", () => {
  it.each(["1164915,32", "1.164.915,32", "1,164,915.32", "1 164 915.32", "1 164 915,32"])(
    "%s is 1164915.32",
    (text) => {
      expect(readNumber(text)).toEqual([1164915.32]);
    },
  );

  it("has two readings with one mark before three digits", () => {
    expect(readNumber("572.400")).toEqual([572400, 572.4]);
    expect(readNumber("572,400")).toEqual([572.4, 572400]);
  });

  it.each(["", "abc", "12.34.56", "1,2.3,4", "--5"])("%s is none", (text) => expect(readNumber(text)).toEqual([]));
});

describe("A pasted corner table", () => {
  const grids = (text: string) => readCornerTable(text).corners.map(({ grid }) => grid);
  const expected = [
    { northing: 1203700, easting: 573800 },
    { northing: 1203760, easting: 573950 },
    { northing: 1203640, easting: 573998 },
    { northing: 1203580, easting: 573848 },
  ];

  it("is read from a certificate: header, point numbers, edges, closing repeat, total", () => {
    const text = `Số hiệu điểm\tX (m)\tY (m)\tCạnh (m)
1\t1203700,00\t573800,00\t161,55
2\t1203760,00\t573950,00\t129,24
3\t1203640,00\t573998,00\t161,55
4\t1203580,00\t573848,00\t129,24
1\t1203700,00\t573800,00\t
Diện tích: 20880 m2`;
    expect(grids(text)).toEqual(expected);
    const ring = readCornerTable(text).corners.map(({ position }) => [...position]);
    const area = figuresOf({ type: "Polygon", coordinates: [[...ring, ...ring.slice(0, 1)]] }).areaSquareMetres;
    expect(Math.abs(area - 20_880)).toBeLessThan(0.5);
  });

  it.each([
    "1.203.700,00 573.800,00\n1.203.760,00 573.950,00\n1.203.640,00 573.998,00\n1.203.580,00 573.848,00",
    "1,203,700.00  573,800.00\n1,203,760.00  573,950.00\n1,203,640.00  573,998.00\n1,203,580.00  573,848.00",
    "A 1 203 700.00 573 800.00\nB 1 203 760.00 573 950.00\nC 1 203 640.00 573 998.00\nD 1 203 580.00 573 848.00",
    "1203700;573800\n1203760;573950\n1203640;573998\n1203580;573848",
    "\uFEFF1,1203700.00,573800.00\n2,1203760.00,573950.00\n3,1203640.00,573998.00\n4,1203580.00,573848.00",
  ])("is read however its numbers are written (%#)", (text) => expect(grids(text)).toEqual(expected));

  it("follows a header that puts the easting first", () => {
    expect(grids("Y(m)\tX(m)\n573800\t1203700\n573950\t1203760")).toEqual(expected.slice(0, 2));
  });

  it("offers the exchange when the columns fit only the other way round", () => {
    const table = readCornerTable("573800 1203700\n573950 1203760\n573998 1203640");
    expect(table.exchanged).toBe(true);
    expect(table.corners[0]?.grid).toEqual(expected[0]);
  });

  it("reads degrees, latitude first", () => {
    expect(readCornerTable("10.5333 106.4133").corners[0]?.position).toEqual([106.4133, 10.5333]);
    expect(readCornerTable("106.4133 10.5333").exchanged).toBe(true);
  });

  it("says which lines it could not read", () => {
    expect(readCornerTable("1203700 573800\n12 34\n1203760 573950").unread).toEqual([2]);
  });
});

describe("A place typed by hand", () => {
  it("is a grid position, degrees, or a leg from the last vertex", () => {
    const start = readEntry("1164915,324 572400,671", undefined)?.position;
    expect(start?.[1]).toBeCloseTo(10.5333, 7);
    const end = start && readEntry("@100 90", start)?.position;
    expect(start && end && toPlane(end).easting - toPlane(start).easting).toBeCloseTo(100, 3);
    expect(readEntry("@100 90", undefined)).toBeUndefined();
    expect(readEntry("nonsense", start)).toBeUndefined();
  });

  it("understands minutes and seconds", () => {
    expect(readAngle("45°30'36\"")).toBeCloseTo(45.51, 6);
    expect(readAngle("361")).toBeUndefined();
  });
});
