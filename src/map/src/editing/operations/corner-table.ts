import type { GridPosition } from "../../operations/positions";
import { fromVn2000, longAnZone, type Zone } from "../../operations/vn2000";
import { withDecimalDegrees } from "./degrees";
import { readNumber } from "./numbers";
import type { Position } from "./shapes";

/** One corner of a pasted table. On paper X is the northing and Y the easting. */
export interface Corner {
  readonly name: string;
  readonly position: Position;
  /** As written; undefined when the table gives degrees. */
  readonly grid: GridPosition | undefined;
}

export interface CornerTable {
  readonly corners: readonly Corner[];
  readonly system: "vn2000" | "wgs84";
  /** True when the numbers fit the province only with X and Y exchanged, and were read that way. */
  readonly exchanged: boolean;
  /** True when several readings of the numbers are possible and a person must choose. */
  readonly ambiguous: boolean;
  /** Lines that hold numbers but no corner, counted from 1. */
  readonly unread: readonly number[];
}

/** Where corners can lie, VN-2000 in 105°45′ (the province before and after the merger) and degrees. */
const northings = { from: 1_100_000, to: 1_320_000 };
const eastings = { from: 430_000, to: 650_000 };
const latitudes = { from: 9.5, to: 12 };
const longitudes = { from: 105, to: 107.5 };

export interface Reader {
  /** The columns are the other way round. */
  readonly exchange?: boolean;
  /** The zone whose meridian the paper names; a wrong one is often still inside the province, 27 km off. */
  readonly zone?: Zone;
}

interface Reading {
  readonly system: "vn2000" | "wgs84";
  readonly exchanged: boolean;
}

/** Vietnamese paper order first: X (north) before Y (east); degrees as latitude before longitude. */
const ways: readonly Reading[] = [
  { system: "vn2000", exchanged: false },
  { system: "vn2000", exchanged: true },
  { system: "wgs84", exchanged: false },
  { system: "wgs84", exchanged: true },
];

/**
 * Reads a table of corners as it stands in certificates and spreadsheets: point numbers, edge lengths, headers, totals
 * and the closing repeat are recognised and left out. `exchange` says that the columns are the other way round.
 */
export function readCornerTable(text: string, { exchange = false, zone = longAnZone }: Reader = {}): CornerTable {
  const lines = withDecimalDegrees(text.replace(/^\uFEFF/, "")).split(/\r?\n/);
  const header = headerOf(lines);
  const best = ways
    .map((way) => ({ way, ...readLines(lines, way, header) }))
    .sort((one, other) => other.corners.length - one.corners.length)[0];
  if (!best || best.corners.length === 0)
    return { corners: [], system: "vn2000", exchanged: false, ambiguous: false, unread: numbered(lines) };
  const { way, corners, unread, ambiguous } = best;
  const turned = (exchange ? corners.map(exchangeCorner) : corners).map((one) => placed(one, zone));
  return {
    corners: withoutRepeat(turned),
    system: way.system,
    exchanged: way.exchanged !== exchange,
    ambiguous,
    unread,
  };
}

interface Columns {
  readonly first: number;
  readonly second: number;
  /** True when the header names the easting or longitude first. */
  readonly eastFirst: boolean;
}

/** Columns named by a header: X, x(m), Bắc, N, lat … and Y, Đông, E, lon …. */
function headerOf(lines: readonly string[]): Columns | undefined {
  for (const line of lines.slice(0, 5)) {
    const cells = split(line).map((cell) => cell.trim().toLowerCase());
    const north = cells.findIndex((cell) => /^(x\b|x ?\(|bắc|bac\b|n$|northing|vĩ độ|lat)/.test(cell));
    const east = cells.findIndex((cell) => /^(y\b|y ?\(|đông|dong\b|e$|easting|kinh độ|lon|lng)/.test(cell));
    if (north >= 0 && east >= 0) return { first: north, second: east, eastFirst: false };
  }
  return undefined;
}

function readLines(
  lines: readonly string[],
  way: Reading,
  header: Columns | undefined,
): { corners: Corner[]; unread: number[]; ambiguous: boolean } {
  const corners: Corner[] = [];
  const unread: number[] = [];
  let ambiguous = false;
  lines.forEach((line, index) => {
    const cells = split(line);
    const pairs = pairsOf(cells, header).flatMap(([a, b, before]) => {
      const fits = readNumber(a).flatMap((one) => readNumber(b).map((other) => ({ one, other, before })));
      const fitting = fits.filter(({ one, other }) => plausible(one, other, way));
      if (fitting.length > 1) ambiguous = true;
      return fitting.slice(0, 1);
    });
    const [pair] = pairs;
    if (pair) corners.push(corner(pair.before ?? String(corners.length + 1), pair.one, pair.other, way));
    else if (/\d/.test(line)) unread.push(index + 1);
  });
  return { corners, unread, ambiguous };
}

/** Neighbouring cells that could be a pair, with the cell before them, which may name the point. */
function pairsOf(cells: readonly string[], header: Columns | undefined): [string, string, string | undefined][] {
  const name = (at: number) =>
    cells
      .slice(0, at)
      .find((cell) => /^[\p{L}\d.-]{1,12}$/u.test(cell.trim()))
      ?.trim();
  if (header) {
    const [a, b] = [cells[header.first], cells[header.second]];
    const at = Math.min(header.first, header.second);
    if (a !== undefined && b !== undefined) return [[a, b, name(at)]];
  }
  return cells.slice(1).map((cell, index) => [cells[index] ?? "", cell, name(index)]);
}

/** Cells of a line: by tabs or semicolons where there are any, otherwise by wide gaps, otherwise by the numbers. */
function split(line: string): string[] {
  const trimmed = line.trim();
  if (/[\t;|]/.test(trimmed)) return trimmed.split(/\s*[\t;|]\s*/).filter((cell) => cell !== "");
  if (/\S\s{2,}\S/.test(trimmed)) return trimmed.split(/\s{2,}/);
  const cells = trimmed.split(/\s+/);
  if (cells.length > 1) return joinGroups(cells.map((cell) => cell.replace(/,$/, "")));
  // A plain CSV line; a decimal comma can't occur in one without quotes.
  return trimmed.split(",").length > 1 ? trimmed.split(",").map((cell) => cell.replaceAll('"', "")) : cells;
}

/** `1 164 915.32` is one number: a short group followed by groups of three. */
function joinGroups(cells: readonly string[]): string[] {
  const joined: string[] = [];
  for (const cell of cells) {
    const before = joined.at(-1);
    const continues = /^\d{3}([.,]\d+)?$/.test(cell);
    if (before !== undefined && continues && /^\d{1,3}( \d{3})*$/.test(before) && before.replaceAll(" ", "").length < 7)
      joined[joined.length - 1] = `${before} ${cell}`;
    else joined.push(cell);
  }
  return joined;
}

function plausible(one: number, other: number, { system, exchanged }: Reading): boolean {
  const [north, east] = exchanged ? [other, one] : [one, other];
  const within = (value: number, { from, to }: { from: number; to: number }) => value >= from && value <= to;
  return system === "vn2000"
    ? within(north, northings) && within(east, eastings)
    : within(north, latitudes) && within(east, longitudes);
}

function corner(name: string, one: number, other: number, { system, exchanged }: Reading): Corner {
  const [north, east] = exchanged ? [other, one] : [one, other];
  if (system === "wgs84") return { name, position: [east, north], grid: undefined };
  const grid = { northing: north, easting: east };
  return { name, position: [0, 0], grid };
}

/** Grid figures become places once the zone is known. */
function placed(corner: Corner, zone: Zone): Corner {
  if (!corner.grid) return corner;
  const { longitude, latitude } = fromVn2000(corner.grid, zone);
  return { ...corner, position: [Number(longitude.toFixed(9)), Number(latitude.toFixed(9))] };
}

function exchangeCorner({ name, position, grid }: Corner): Corner {
  if (!grid) return { name, position: [position[1], position[0]], grid };
  const turned = { northing: grid.easting, easting: grid.northing };
  return { name, position, grid: turned };
}

/** Tables close the ring by repeating the first corner. */
function withoutRepeat(corners: readonly Corner[]): readonly Corner[] {
  const [first] = corners;
  const last = corners.at(-1);
  const repeats = first && last && corners.length > 1 && first.position.join() === last.position.join();
  return repeats ? corners.slice(0, -1) : corners;
}

function numbered(lines: readonly string[]): number[] {
  return lines.flatMap((line, index) => (/\d/.test(line) ? [index + 1] : []));
}
