import type { Geometry } from "geojson";
import { pathsOf, isShape, kindOf, type Position, type Shape } from "../operations/shapes";

/** What a figure on the glass means, and so how it looks. */
export type FigureRole = "selected" | "moving" | "landed" | "preview" | "error" | "warning" | "sketch";
export type MarkRole = "vertex" | "middle" | "chosen" | "corner" | "snap-vertex" | "snap-edge" | "snap-intersection";

/** Runs of vertices that are drawn as one: the rings of an area, the courses of a line, or points. */
export interface Figure {
  readonly role: FigureRole;
  readonly kind: "point" | "line" | "polygon";
  readonly paths: readonly { readonly closed: boolean; readonly positions: readonly Position[] }[];
  /** A vertex that the hand holds: its edges follow the hand and are not painted. */
  readonly held?: Position;
}

export interface Mark {
  readonly role: MarkRole;
  readonly at: Position;
}

/** Everything on the glass, the lowest first. */
export interface Scene {
  readonly figures: readonly Figure[];
  readonly marks: readonly Mark[];
}

export function figureOf(role: FigureRole, shape: Shape, held?: Position): Figure {
  const figure = { role, kind: kindOf(shape), paths: pathsOf(shape) };
  return held ? { ...figure, held } : figure;
}

/** A place that the rules name may be of several kinds at once. */
export function figuresOfPlace(role: FigureRole, place: Geometry | null): Figure[] {
  if (place?.type === "GeometryCollection") return place.geometries.flatMap((one) => figuresOfPlace(role, one));
  return isShape(place) ? [figureOf(role, place)] : [];
}
