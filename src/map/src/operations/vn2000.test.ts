import { describe, expect, it } from "vitest";
import { fromVn2000, toVn2000, type Zone } from "./vn2000";

const zone = (centralMeridian: number, scale = 0.9999): Zone => ({ name: "", centralMeridian, scale });

/** Agreed by two independent programs; V8-V10 are published elsewhere. northing, easting, latitude, longitude, zone. */
const vectors: [string, number, number, number, number, Zone][] = [
  ["Tân An", 1164915.324, 572400.671, 10.5333, 106.4133, zone(105.75)],
  ["Đức Hòa", 1203708.997, 573814.979, 10.884, 106.427, zone(105.75)],
  ["Kiến Tường", 1191798.146, 520144.988, 10.777, 105.936, zone(105.75)],
  ["Cần Giuộc", 1173028.258, 600583.439, 10.606, 106.671, zone(105.75)],
  ["Tây Ninh", 1250810.474, 565083.535, 11.31, 106.098, zone(105.5)],
  ["Tây Ninh in 105°45′", 1250766.452, 537792.54, 11.31, 106.098, zone(105.75)],
  ["Tân An in the 6° zone", 1164837.297, 654450.913, 10.5333, 106.4133, zone(105, 0.9996)],
  ["TP.HCM", 1189964, 600997, 10.759093142, 106.675242471, zone(105.75)],
  ["Đồng Tháp", 1142228.861, 557975.802, 10.328439102, 105.5311606, zone(105)],
  ["Quảng Trị", 1855759.3584, 546151.8072, 16.778398623, 106.684777665, zone(106.25)],
];

describe("WGS 84 to VN-2000", () => {
  it.each(vectors)("agrees with the golden vector of %s to 2 mm", (_, northing, easting, latitude, longitude, zone) => {
    const position = toVn2000({ latitude, longitude }, zone);
    expect(Math.abs(position.northing - northing)).toBeLessThan(0.002);
    expect(Math.abs(position.easting - easting)).toBeLessThan(0.002);
  });

  it("is not what the coordinate-frame rotations give when read as position-vector ones", () => {
    const position = toVn2000({ latitude: 10.533298138, longitude: 106.413295413 });
    expect(Math.hypot(position.northing - 1164915.324, position.easting - 572400.671)).toBeGreaterThan(0.5);
  });
});

describe("VN-2000 to WGS 84", () => {
  it.each(vectors)("agrees with the golden vector of %s to 2 mm", (_, northing, easting, latitude, longitude, zone) => {
    const position = fromVn2000({ northing, easting }, zone);
    expect(Math.abs(position.latitude - latitude)).toBeLessThan(2e-8);
    expect(Math.abs(position.longitude - longitude)).toBeLessThan(2e-8);
  });

  it("undoes the way there to a millimetre; the dropped height is what remains", () => {
    const there = toVn2000({ latitude: 10.8, longitude: 106.2 });
    const back = toVn2000(fromVn2000(there));
    expect(Math.hypot(back.northing - there.northing, back.easting - there.easting)).toBeLessThan(1e-3);
  });
});
