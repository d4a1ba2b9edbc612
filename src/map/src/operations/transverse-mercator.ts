import { eccentricitySquared, flattening, semiMajorMetres } from "./geocentric";
import type { GeographicPosition, GridPosition } from "./positions";

/**
 * Transverse Mercator by Krüger's series to the sixth order of the third flattening, exact to nanometres within a
 * zone (Karney 2011, "Transverse Mercator with an accuracy of a few nanometers", equations 7-20, 35 and 36).
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

const beta = [
  n / 2 - (2 / 3) * n ** 2 + (37 / 96) * n ** 3 - (1 / 360) * n ** 4 - (81 / 512) * n ** 5 + (96199 / 604800) * n ** 6,
  n ** 2 / 48 + n ** 3 / 15 - (437 / 1440) * n ** 4 + (46 / 105) * n ** 5 - (1118711 / 3870720) * n ** 6,
  (17 / 480) * n ** 3 - (37 / 840) * n ** 4 - (209 / 4480) * n ** 5 + (5569 / 90720) * n ** 6,
  (4397 / 161280) * n ** 4 - (11 / 504) * n ** 5 - (830251 / 7257600) * n ** 6,
  (4583 / 161280) * n ** 5 - (108847 / 3991680) * n ** 6,
  (20648693 / 638668800) * n ** 6,
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

/** The way back from the grid to the ellipsoid. */
export function fromGrid(
  { northing, easting }: GridPosition,
  zone: { readonly centralMeridian: number; readonly scale: number },
): GeographicPosition {
  const north = northing / (zone.scale * rectifyingRadiusMetres);
  const east = (easting - falseEastingMetres) / (zone.scale * rectifyingRadiusMetres);
  let xi = north;
  let eta = east;
  beta.forEach((coefficient, index) => {
    const order = 2 * (index + 1);
    xi -= coefficient * Math.sin(order * north) * Math.cosh(order * east);
    eta -= coefficient * Math.cos(order * north) * Math.sinh(order * east);
  });
  const conformalTau = Math.sin(xi) / Math.hypot(Math.sinh(eta), Math.cos(xi));
  let tau = conformalTau;
  // Newton's method; two steps reach the last digit, the third is for peace of mind.
  for (let step = 0; step < 3; step++) {
    const sigma = Math.sinh(eccentricity * Math.atanh((eccentricity * tau) / Math.hypot(1, tau)));
    const reached = tau * Math.hypot(1, sigma) - sigma * Math.hypot(1, tau);
    const slope =
      (1 + (1 - eccentricitySquared) * tau ** 2) /
      ((1 - eccentricitySquared) * Math.hypot(1, tau) * Math.hypot(1, reached));
    tau += (conformalTau - reached) * slope;
  }
  const lambda = Math.atan2(Math.sinh(eta), Math.cos(xi));
  return { latitude: (Math.atan(tau) * 180) / Math.PI, longitude: zone.centralMeridian + (lambda * 180) / Math.PI };
}
