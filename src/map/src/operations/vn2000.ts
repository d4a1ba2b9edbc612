import { toGeocentric, toGeographic } from "./geocentric";
import type { GeographicPosition, GridPosition } from "./positions";
import { fromGrid, toGrid } from "./transverse-mercator";

/**
 * WGS 84 → VN-2000. The two share an ellipsoid's size but not its place: the seven parameters of Decision
 * 05/2007/QĐ-BTNMT carry VN-2000 to WGS 84, here with rotations in the position-vector sense and undone exactly.
 * The published parameters are good to about one metre: converted, not a survey.
 */
const translation = { x: -191.90441429, y: -39.30318279, z: -111.45032835 };
const rotation = { x: arcSeconds(0.00928836), y: arcSeconds(-0.01975479), z: arcSeconds(0.00427372) };
const scale = 1 + 0.252906278e-6;

/** A zone of the national grid: central meridian in degrees and the scale along it. */
export interface Zone {
  readonly name: string;
  readonly centralMeridian: number;
  readonly scale: number;
}

/** The 3° zone in which Long An's official areas and lengths are taken (EPSG:9210). */
export const longAnZone: Zone = { name: "105°45′", centralMeridian: 105.75, scale: 0.9999 };

/** Position on a VN-2000 grid, metres; `northing` is what paper calls X, `easting` what it calls Y. */
export function toVn2000(position: GeographicPosition, zone: Zone = longAnZone): GridPosition {
  return toGrid(toVn2000Geographic(position), zone);
}

/** WGS 84 position of a point of a VN-2000 grid: what a corner table says, carried to the map. */
export function fromVn2000(position: GridPosition, zone: Zone = longAnZone): GeographicPosition {
  const { x, y, z } = toGeocentric(fromGrid(position, zone));
  return toGeographic({
    x: translation.x + scale * (x - rotation.z * y + rotation.y * z),
    y: translation.y + scale * (rotation.z * x + y - rotation.x * z),
    z: translation.z + scale * (-rotation.y * x + rotation.x * y + z),
  });
}

function toVn2000Geographic(position: GeographicPosition): GeographicPosition {
  const wgs84 = toGeocentric(position);
  const x = (wgs84.x - translation.x) / scale;
  const y = (wgs84.y - translation.y) / scale;
  const z = (wgs84.z - translation.z) / scale;
  // The transposed matrix inverts rotations this small (5·10⁻⁸) to within a nanometre.
  return toGeographic({
    x: x + rotation.z * y - rotation.y * z,
    y: -rotation.z * x + y + rotation.x * z,
    z: rotation.y * x - rotation.x * y + z,
  });
}

function arcSeconds(value: number): number {
  return ((value / 3600) * Math.PI) / 180;
}
