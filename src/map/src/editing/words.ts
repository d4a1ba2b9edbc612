import { say, sayNumber } from "../say";
import { bearing, distance, toPlane } from "./operations/plane";
import type { Position, ShapeKind } from "./operations/shapes";

export function sayLength(metres: number): string {
  return metres < 10_000 ? `${sayNumber(metres, 1)} m` : `${sayNumber(metres / 1000, 3)} km`;
}

/** Hectares, as plans count; small plots in square metres too. */
export function sayArea(squareMetres: number): string {
  const hectares = `${sayNumber(squareMetres / 10_000, squareMetres < 1e7 ? 4 : 2)} ha`;
  return squareMetres < 10_000 ? `${sayNumber(squareMetres, 1)} m² (${hectares})` : hectares;
}

/** Degrees and minutes of a grid bearing. */
export function sayBearing(degrees: number): string {
  const minutes = Math.round(degrees * 60) % 21_600;
  return `${Math.floor(minutes / 60)}°${String(minutes % 60).padStart(2, "0")}′`;
}

export function sayLeg(from: Position, to: Position): string {
  const [a, b] = [toPlane(from), toPlane(to)];
  return `${sayLength(distance(a, b))} · ${sayBearing(bearing(a, b))}`;
}

export function sayKind(kind: ShapeKind): string {
  return { point: say("Điểm", "Point"), line: say("Đường", "Line"), polygon: say("Vùng", "Area") }[kind];
}

export function sayTime(at: Date): string {
  return new Intl.DateTimeFormat(say("vi-VN", "en-GB"), { hour: "2-digit", minute: "2-digit" }).format(at);
}
