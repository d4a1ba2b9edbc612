/** A region as one period shows it. */
export interface DrawnRegion {
  readonly region: string;
  readonly name: string;
  /** Which of the picture's classes fills it. */
  readonly class: number;
  /** The value as people read it, without its unit. */
  readonly label: string;
  /** Value, status, rank and source, a line each. */
  readonly said: readonly string[];
  /** Of its circle in CSS pixels; absent where none is drawn. */
  readonly radius?: number;
  /** Where its circle has another colour than the class. */
  readonly colour?: string;
  /** Carried over from other regions with an error, not recorded and no exact sum. */
  readonly estimated?: boolean;
}

export interface PicturePeriod {
  readonly period: string;
  readonly words: string;
  readonly values: readonly DrawnRegion[];
  /** With the reason where a value exists elsewhere and cannot be carried here. */
  readonly missing: readonly { readonly region: string; readonly name: string; readonly why?: string }[];
}

/**
 * An indicator as the service draws it, for all periods at once. The service decides on classes, colours and words, so
 * that map, legend and table say the same; the browser joins them to shapes by the region's code.
 */
export interface FigurePicture {
  readonly indicator: string;
  readonly mode: "classes" | "circles" | "bivariate";
  /** The path of the shapes' tiles, with placeholders. */
  readonly tiles: string;
  readonly deepestZoom: number;
  /** The path of the places where regions have room for a name. */
  readonly points: string;
  readonly outline: string;
  readonly outlineOnDark: string;
  readonly missing: string;
  readonly missingOnDark: string;
  readonly missingWords: string;
  readonly classes: readonly { readonly colour: string; readonly ink: string }[];
  readonly periods: readonly PicturePeriod[];
}

/** Longitude and latitude by the region's code. */
export type RegionPoints = Readonly<Record<string, readonly [number, number]>>;

export function periodOf(picture: FigurePicture, period: string): PicturePeriod | undefined {
  return picture.periods.find((one) => one.period === period);
}

/** What a reader is told of a region, a line each; undefined when it is not drawn. */
export function saidOf(picture: FigurePicture, period: string, region: string): readonly string[] | undefined {
  const shown = periodOf(picture, period);
  const drawn = shown?.values.find((one) => one.region === region);
  if (drawn) return [drawn.name, ...drawn.said];
  const missing = shown?.missing.find((one) => one.region === region);
  return missing && shown ? [missing.name, missing.why ?? `${picture.missingWords}, ${shown.words}`] : undefined;
}
