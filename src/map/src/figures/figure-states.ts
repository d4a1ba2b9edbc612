import { periodOf, type FigurePicture, type PicturePeriod, type RegionPoints } from "./figure-picture";

/**
 * How a region looks, as MapLibre feature state: what changes with the period is state and never style, so that another
 * period repaints uniforms of the tiles that are there, and no tile is laid out or asked for again.
 */
export interface RegionState {
  /** Filled with this colour. */
  readonly colour: string;
  /** 1 when filled, less when the reader singled out other classes, 0 when not drawn. */
  readonly shade: number;
  /** 1 when hatched. */
  readonly missing: number;
  /** 1 when dotted. */
  readonly estimated: number;
  /** 1 when it has an outline. */
  readonly drawn: number;
  readonly radius: number;
  readonly circle: string;
}

/** Regions whose class the reader did not ask for stay in sight, but step back. */
const faded = 0.14;

export interface Look {
  readonly dark: boolean;
  /** The ground of a map of circles. */
  readonly surface: string;
}

/** The state of every region that a period draws; regions that it does not draw have none. */
export function regionStates(
  picture: FigurePicture,
  period: string,
  only: readonly number[],
  { dark, surface }: Look,
): ReadonlyMap<string, RegionState> {
  const states = new Map<string, RegionState>();
  const shown = periodOf(picture, period);
  const circles = picture.mode === "circles";
  for (const value of shown?.values ?? []) {
    const fill = value.colour ?? picture.classes[value.class]?.colour ?? picture.missing;
    states.set(value.region, {
      colour: circles ? surface : fill,
      shade: circles ? 1 : isChosen(value.class, only) ? 1 : faded,
      missing: 0,
      estimated: value.estimated ? 1 : 0,
      drawn: 1,
      radius: circles ? (value.radius ?? 0) : 0,
      circle: fill,
    });
  }
  const ground = dark ? picture.missingOnDark : picture.missing;
  for (const { region } of shown?.missing ?? [])
    states.set(region, { colour: ground, shade: 1, missing: 1, estimated: 0, drawn: 1, radius: 0, circle: ground });
  return states;
}

function isChosen(index: number, only: readonly number[]): boolean {
  return only.length === 0 || only.includes(index);
}

export interface RegionLabel {
  readonly type: "Feature";
  readonly geometry: { readonly type: "Point"; readonly coordinates: [number, number] };
  readonly properties: {
    readonly code: string;
    readonly name: string;
    readonly label: string;
    readonly ink: string;
    readonly halo: string;
    /** How far the text begins below the point, in CSS pixels. */
    readonly below: number;
    /** Placed first where two have no room. */
    readonly order: number;
  };
}

const paper = { light: { ink: "#16232b", halo: "#fbfaf6" }, dark: { ink: "#e9e6dc", halo: "#10171a" } };

/**
 * Names and values at the places where regions have room. On a class colour the ink is the one that the service found
 * readable on it, with a halo of the colour itself; on paper and hatch that of the page.
 */
export function regionLabels(
  picture: FigurePicture,
  period: string,
  only: readonly number[],
  points: RegionPoints,
  { dark }: Look,
): readonly RegionLabel[] {
  const shown = periodOf(picture, period);
  const page = dark ? paper.dark : paper.light;
  const drawn = (shown?.values ?? []).map((value, order) => {
    const look = picture.classes[value.class];
    const onColour = picture.mode !== "circles" && isChosen(value.class, only) && look;
    const inks = onColour ? { ink: look.ink, halo: look.colour } : page;
    const below = picture.mode === "circles" ? (value.radius ?? 0) + 2 : 0;
    return at(points, value.region, { name: value.name, label: value.label, ...inks, below, order });
  });
  return [...drawn, ...missingLabels(shown, points, page)].filter((label) => label !== undefined);
}

function missingLabels(
  shown: PicturePeriod | undefined,
  points: RegionPoints,
  page: { ink: string; halo: string },
): (RegionLabel | undefined)[] {
  return (shown?.missing ?? []).map(({ region, name }) =>
    at(points, region, { name, label: "–", ...page, below: 0, order: 1000 }),
  );
}

function at(
  points: RegionPoints,
  code: string,
  properties: Omit<RegionLabel["properties"], "code">,
): RegionLabel | undefined {
  const point = points[code];
  if (!point) return undefined;
  const [longitude, latitude] = point;
  return {
    type: "Feature",
    geometry: { type: "Point", coordinates: [longitude, latitude] },
    properties: { code, ...properties },
  };
}
