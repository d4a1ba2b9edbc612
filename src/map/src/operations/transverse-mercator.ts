import { eccentricitySquared, flattening, semiMajorMetres } from "./geocentric";
import type { GeographicPosition, GridPosition } from "./positions";

/**
 * Transverse Mercator by Krüger's series to the sixth order of the third flattening, exact to nanometres within a
 * zone (Karney 2011, "Transverse Mercator with an accuracy of a few nanometers", equations 7-11 and 35).
 */
const n = flattening / (2 - flattening);
const eccentricity = Math.sqrt(eccentricitySquared);
const rectifyingRadiusMetres = (semiMajorMetres / (1 + n)) * (1 + n ** 2 / 4 + n ** 4 / 64 + n ** 6 / 256);
const alpha = [
  n / 2 - (2 / 3) * n ** 2 + (5 / 16) * n ** 3 + (41 / 180) * n ** 4 - (127 / 288) * n ** 5 + (7891 / 37800) * n ** 6,
  (13 / 48) * n ** 2 - (3 / 5) * n ** 3 + (557 / 1440) * n ** 4 + (281 / 630) * n ** 5 - (1983433 / 1935360) * n ** 6,
  (61 / 240) * n ** 3 - (103 / 140) * n ** 4 + (15061 / 26880) * n ** 5 + (167603 / 181440) * n ** 6,
  (49561 / 161280) * n ** 4 - (179 / 168) * n ** 5 + (6601661 / 7257600) * n ** 6,
  (34729 / 80640) * n ** 5 - (3418889 / 1995840) * n ** 6,
  (212378941 / 319334400) * n ** 6,
];

/** False easting of every VN-2000 zone; the false northing is zero. */
const falseEastingMetres = 500000;

export function toGrid(
  { latitude, longitude }: GeographicPosition,
  zone: { readonly centralMeridian: number; readonly scale: number },
): GridPosition {
  const phi = (latitude * Math.PI) / 180;
  const lambda = ((longitude - zone.centralMeridian) * Math.PI) / 180;
  const tau = Math.tan(phi);
  const sigma = Math.sinh(eccentricity * Math.atanh((eccentricity * tau) / Math.hypot(1, tau)));
  const conformalTau = tau * Math.hypot(1, sigma) - sigma * Math.hypot(1, tau);
  const xi = Math.atan2(conformalTau, Math.cos(lambda));
  const eta = Math.asinh(Math.sin(lambda) / Math.hypot(conformalTau, Math.cos(lambda)));

  let north = xi;
  let east = eta;
  alpha.forEach((coefficient, index) => {
    const order = 2 * (index + 1);
    north += coefficient * Math.sin(order * xi) * Math.cosh(order * eta);
    east += coefficient * Math.cos(order * xi) * Math.sinh(order * eta);
  });
  return {
    northing: zone.scale * rectifyingRadiusMetres * north,
    easting: falseEastingMetres + zone.scale * rectifyingRadiusMetres * east,
  };
}
