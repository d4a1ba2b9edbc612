import { describe, expect, it } from "vitest";
import { readCornerTable } from "./corner-table";
import { withDecimalDegrees } from "./degrees";

describe("degrees, minutes and seconds", () => {
  it.each([
    ["10°32′00,12″ B", "10.533366667"],
    ["10° 32' 0.12\" N", "10.533366667"],
    ["106°24'47.88''", "106.413300000"],
    ["106° 24,798′ Đ", "106.413300000"],
    ["10.5333° N", "10.533300000"],
  ])("become decimal degrees: %s", (written, decimal) => expect(withDecimalDegrees(written)).toBe(decimal));

  it.each(["10°72′00″", "10°32′75″", "tờ 12 thửa 45", "105°"])("are left alone where they are none: %s", (written) =>
    expect(withDecimalDegrees(written)).toBe(written),
  );

  it("make a corner table as decimal ones do", () => {
    const table = readCornerTable(
      [
        "Điểm\tVĩ độ\tKinh độ",
        "1\t10°32′00,12″\t106°24′47,88″",
        "2\t10°32′10″\t106°24′50″",
        "3\t10°31′50″\t106°25′00″",
      ].join("\n"),
    );

    expect(table.system).toBe("wgs84");
    expect(table.unread).toEqual([]);
    expect(table.corners.map(({ position }) => position.map((one) => one.toFixed(6)))).toEqual([
      ["106.413300", "10.533367"],
      ["106.413889", "10.536111"],
      ["106.416667", "10.530556"],
    ]);
  });

  it("read in either order, with letters for the hemispheres", () => {
    const table = readCornerTable(
      "106°24′47,88″ Đ; 10°32′00,12″ B\n106°24′50″ Đ; 10°32′10″ B\n106°25′00″ Đ; 10°31′50″ B",
    );

    expect(table.corners[0]?.position.map((one) => one.toFixed(6))).toEqual(["106.413300", "10.533367"]);
  });
});
