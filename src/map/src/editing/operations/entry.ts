import { readCornerTable } from "./corner-table";
import { readNumber } from "./numbers";
import { away, fromPlane, toPlane } from "./plane";
import type { Position } from "./shapes";

/** A place typed by hand, and whether X and Y had to be exchanged to fit. */
export interface Entry {
  readonly position: Position;
  readonly exchanged: boolean;
}

/**
 * One place: `1164915,32 572400,67` (X = north, Y = east in VN-2000), `10.5333 106.4133` (latitude, longitude), or from
 * the last vertex `@120 45` (120 m at a grid bearing of 45°; `45°30'` is understood too).
 */
export function readEntry(text: string, last: Position | undefined): Entry | undefined {
  const trimmed = text.trim();
  if (trimmed.startsWith("@")) {
    const position = last && readLeg(trimmed.slice(1), last);
    return position && { position, exchanged: false };
  }
  const { corners, exchanged } = readCornerTable(trimmed);
  const [first] = corners;
  return first && corners.length === 1 ? { position: first.position, exchanged } : undefined;
}

function readLeg(text: string, last: Position): Position | undefined {
  const [length, ...rest] = text.trim().split(/\s+/);
  const metres = readNumber(length ?? "").find((value) => value > 0);
  const degrees = readAngle(rest.join(" "));
  return metres !== undefined && degrees !== undefined ? fromPlane(away(toPlane(last), metres, degrees)) : undefined;
}

/** `45`, `45,5`, `45°30'15"`. */
export function readAngle(text: string): number | undefined {
  const match = /^(\d+(?:[.,]\d+)?)\s*°?\s*(?:(\d+(?:[.,]\d+)?)\s*['′]\s*)?(?:(\d+(?:[.,]\d+)?)\s*["″]\s*)?$/.exec(
    text.trim(),
  );
  if (!match) return undefined;
  const part = (index: number) => Number((match[index] ?? "0").replace(",", "."));
  const degrees = part(1) + part(2) / 60 + part(3) / 3600;
  return degrees < 360 ? degrees : undefined;
}
