import type { GeographicPosition } from "./positions";

/** The size and shape that WGS 84 and VN-2000 share. */
export const semiMajorMetres = 6378137;
export const flattening = 1 / 298.257223563;
export const eccentricitySquared = flattening * (2 - flattening);

/** A position in space, metres from the ellipsoid's centre. */
export interface GeocentricPosition {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** The place in space of a position on the ellipsoid. */
export function toGeocentric({ latitude, longitude }: GeographicPosition): GeocentricPosition {
  const phi = (latitude * Math.PI) / 180;
  const lambda = (longitude * Math.PI) / 180;
  const normal = semiMajorMetres / Math.sqrt(1 - eccentricitySquared * Math.sin(phi) ** 2);
  return {
    x: normal * Math.cos(phi) * Math.cos(lambda),
    y: normal * Math.cos(phi) * Math.sin(lambda),
    z: normal * (1 - eccentricitySquared) * Math.sin(phi),
  };
}

/** The position straight below (or above) a place in space. Height is dropped on purpose: the plan is flat. */
export function toGeographic({ x, y, z }: GeocentricPosition): GeographicPosition {
  const distance = Math.hypot(x, y);
  let phi = Math.atan2(z, distance * (1 - eccentricitySquared));
  for (let step = 0; step < 6; step++) {
    const sine = Math.sin(phi);
    const normal = semiMajorMetres / Math.sqrt(1 - eccentricitySquared * sine * sine);
    phi = Math.atan2(z + eccentricitySquared * normal * sine, distance);
  }
  return { latitude: (phi * 180) / Math.PI, longitude: (Math.atan2(y, x) * 180) / Math.PI };
}
