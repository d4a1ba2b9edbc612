import { eccentricitySquared, flattening, semiMajorMetres, toGeocentric, toGeographic } from "./geocentric";
import type { GeographicPosition } from "./positions";

/** Lengths and areas on the WGS 84 ellipsoid itself, the second witness beside the VN-2000 plane. */
const semiMinorMetres = semiMajorMetres * (1 - flattening);
const eccentricity = Math.sqrt(eccentricitySquared);

/**
 * Shortest distance in metres by Vincenty's inverse formula (Survey Review 1975), good to half a millimetre for all
 * but nearly antipodal points, which a map of one province does not meet.
 */
export function geodesicLength(from: GeographicPosition, to: GeographicPosition): number {
  const difference = radians(to.longitude - from.longitude);
  const reducedFrom = Math.atan((1 - flattening) * Math.tan(radians(from.latitude)));
  const reducedTo = Math.atan((1 - flattening) * Math.tan(radians(to.latitude)));
  const [sinFrom, cosFrom] = [Math.sin(reducedFrom), Math.cos(reducedFrom)];
  const [sinTo, cosTo] = [Math.sin(reducedTo), Math.cos(reducedTo)];
  let lambda = difference;
  for (let step = 0; step < 100; step++) {
    const sinLambda = Math.sin(lambda);
    const cosLambda = Math.cos(lambda);
    const sinSigma = Math.hypot(cosTo * sinLambda, cosFrom * sinTo - sinFrom * cosTo * cosLambda);
    if (sinSigma === 0) return 0;
    const cosSigma = sinFrom * sinTo + cosFrom * cosTo * cosLambda;
    const sigma = Math.atan2(sinSigma, cosSigma);
    const sinAlpha = (cosFrom * cosTo * sinLambda) / sinSigma;
    const cosSquaredAlpha = 1 - sinAlpha ** 2;
    const cosTwiceMiddle = cosSquaredAlpha === 0 ? 0 : cosSigma - (2 * sinFrom * sinTo) / cosSquaredAlpha;
    const c = (flattening / 16) * cosSquaredAlpha * (4 + flattening * (4 - 3 * cosSquaredAlpha));
    const next =
      difference +
      (1 - c) *
        flattening *
        sinAlpha *
        (sigma + c * sinSigma * (cosTwiceMiddle + c * cosSigma * (2 * cosTwiceMiddle ** 2 - 1)));
    if (Math.abs(next - lambda) < 1e-12)
      return vincentyDistance(sigma, sinSigma, cosSigma, cosSquaredAlpha, cosTwiceMiddle);
    lambda = next;
  }
  return Number.NaN;
}

function vincentyDistance(
  sigma: number,
  sinSigma: number,
  cosSigma: number,
  cosSquaredAlpha: number,
  cosTwiceMiddle: number,
): number {
  const u = (cosSquaredAlpha * (semiMajorMetres ** 2 - semiMinorMetres ** 2)) / semiMinorMetres ** 2;
  const a = 1 + (u / 16384) * (4096 + u * (-768 + u * (320 - 175 * u)));
  const b = (u / 1024) * (256 + u * (-128 + u * (74 - 47 * u)));
  const square = 2 * cosTwiceMiddle ** 2 - 1;
  const correction =
    b *
    sinSigma *
    (cosTwiceMiddle +
      (b / 4) *
        (cosSigma * square - (b / 6) * cosTwiceMiddle * (4 * sinSigma ** 2 - 3) * (4 * cosTwiceMiddle ** 2 - 3)));
  return semiMinorMetres * a * (sigma - correction);
}

/**
 * Area in square metres of a ring whose edges are geodesics. Every edge is followed in short steps through the
 * equal-area cylindrical projection of the ellipsoid, which keeps areas exactly; only the bend of the edges is
 * approximated, to better than 10⁻⁸ of the area for figures of the province's size.
 */
export function geodesicArea(ring: readonly GeographicPosition[]): number {
  let doubled = 0;
  ring.forEach((from, index) => {
    const to = ring[(index + 1) % ring.length] ?? from;
    let previous = equalArea(from);
    const steps = stepsOfEdge(from, to);
    for (let step = 1; step <= steps; step++) {
      const next = equalArea(between(from, to, step / steps));
      doubled += previous.x * next.y - next.x * previous.y;
      previous = next;
    }
  });
  return Math.abs(doubled) / 2;
}

/** About one step for every 200 m: a parcel's edge is straight, one across the province is not. */
function stepsOfEdge(from: GeographicPosition, to: GeographicPosition): number {
  const degrees = Math.hypot(to.latitude - from.latitude, to.longitude - from.longitude);
  return Math.min(512, Math.max(1, Math.ceil(degrees / 0.002)));
}

/** A point of the straight chord, let down to the ellipsoid: it lies beside the geodesic by less than a millimetre. */
function between(from: GeographicPosition, to: GeographicPosition, part: number): GeographicPosition {
  const [a, b] = [toGeocentric(from), toGeocentric(to)];
  const mix = (one: number, other: number) => one * (1 - part) + other * part;
  return toGeographic({ x: mix(a.x, b.x), y: mix(a.y, b.y), z: mix(a.z, b.z) });
}

/** Lambert's cylindrical equal-area projection of the ellipsoid, metres (Snyder 1987, equations 10-17 and 3-12). */
function equalArea({ latitude, longitude }: GeographicPosition): { x: number; y: number } {
  const sine = Math.sin(radians(latitude));
  const authalic =
    (1 - eccentricitySquared) *
    (sine / (1 - eccentricitySquared * sine ** 2) + Math.atanh(eccentricity * sine) / eccentricity);
  return { x: semiMajorMetres * radians(longitude), y: (semiMajorMetres * authalic) / 2 };
}

function radians(value: number): number {
  return (value * Math.PI) / 180;
}
