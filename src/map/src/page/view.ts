/** West, south, east, north in WGS 84 degrees. */
export type Extent = readonly [number, number, number, number];

/** A feature as pages name it: `layer/id`. */
export interface FeatureKey {
  readonly layer: string;
  readonly id: number;
}

/** One side of a comparison: a revision, and the day whose legal state it is asked for. */
export interface Moment {
  readonly revision: string;
  readonly asOf: string | undefined;
}

/** What a page tells the map to show, read from the attributes of `<la-view>`. */
export interface View {
  readonly styleUrl: string;
  /** Codes of the visible layers, bottom first; undefined leaves the style's own choice. */
  readonly layers: readonly string[] | undefined;
  readonly opacity: ReadonlyMap<string, number>;
  readonly basemap: string;
  readonly extent: Extent | undefined;
  readonly highlight: readonly FeatureKey[];
  readonly compare: readonly [Moment, Moment] | undefined;
  /** Longitude, latitude. */
  readonly here: readonly [number, number] | undefined;
  /** Address of a GeoJSON figure that is drawn over the plan. */
  readonly outline: string | undefined;
  /** The change set that is drawn over the plan, and whether it is worked on or looked at. */
  readonly draft: DraftView | undefined;
  /** The indicator that is drawn on its regions. */
  readonly figures: FigureView | undefined;
  /** Where the sites of an investor's search are. */
  readonly sites: string | undefined;
}

/** What a page says of an indicator's map; how it is drawn is said by what the address answers. */
export interface FigureView {
  /** Where the picture is: values, classes and colours for all periods. */
  readonly address: string;
  readonly period: string;
  /** The classes that the reader singled out; empty when all are shown. */
  readonly only: readonly number[];
  /** The region that the reader chose. */
  readonly region: string | undefined;
  /** True on a big screen, where names are written large. */
  readonly present: boolean;
}

export interface DraftView {
  readonly id: string;
  /** To work on, to look at, or to look at beside what others published of the same features. */
  readonly mode: "edit" | "review" | "conflicts";
}

/** The attributes that `<la-view>` observes, in the words of the pages that write them. */
export const viewAttributes = [
  "lang",
  "revision",
  "as-of",
  "plan",
  "layers",
  "opacity",
  "basemap",
  "extent",
  "highlight",
  "compare",
  "style-url",
  "here",
  "outline",
  "draft",
  "draft-mode",
  "figures",
  "period",
  "only",
  "region",
  "present",
  "sites",
] as const;

/** Reads the attributes; what cannot be understood is left out rather than guessed. */
export function parseView(attribute: (name: string) => string | null): View {
  return {
    styleUrl: attribute("style-url") ?? "/styles/plan.json",
    layers: attribute("layers")?.split(",").filter(Boolean),
    opacity: new Map(pairs(attribute("opacity"))),
    basemap: attribute("basemap") ?? "own",
    extent: numbers(attribute("extent"), 4) as Extent | undefined,
    highlight: list(attribute("highlight"))
      .map(parseFeatureKey)
      .filter((key) => key !== undefined),
    compare: parseCompare(attribute("compare")),
    here: numbers(attribute("here"), 2) as readonly [number, number] | undefined,
    outline: attribute("outline") ?? undefined,
    draft: parseDraft(attribute("draft"), attribute("draft-mode")),
    figures: parseFigures(attribute),
    sites: attribute("sites") ?? undefined,
  };
}

function parseFigures(attribute: (name: string) => string | null): FigureView | undefined {
  const address = attribute("figures");
  const period = attribute("period");
  if (!address || !period) return undefined;
  const only = list(attribute("only")).map(Number).filter(Number.isInteger);
  return { address, period, only, region: attribute("region") ?? undefined, present: attribute("present") !== null };
}

/** `industrial-parks/12` → layer and id. */
export function parseFeatureKey(text: string | null | undefined): FeatureKey | undefined {
  const match = /^([a-z0-9-]+)\/(\d+)$/.exec(text ?? "");
  return match?.[1] && match[2] ? { layer: match[1], id: Number(match[2]) } : undefined;
}

export function formatFeatureKey({ layer, id }: FeatureKey): string {
  return `${layer}/${id}`;
}

/** The numbers of a comma-separated list, when there are exactly as many as expected. */
export function numbers(text: string | null, count: number): readonly number[] | undefined {
  const values = list(text).map(Number);
  return values.length === count && values.every(Number.isFinite) ? values : undefined;
}

function list(text: string | null): string[] {
  return (text ?? "").split(",").filter(Boolean);
}

function pairs(text: string | null): [string, number][] {
  return list(text)
    .map((pair): [string, number] => {
      const [code = "", value = ""] = pair.split(":");
      return [code, Number(value)];
    })
    .filter(([code, value]) => code && value >= 0 && value <= 1);
}

function parseDraft(id: string | null, mode: string | null): DraftView | undefined {
  if (!id || !/^[0-9a-f-]{36}$/i.test(id)) return undefined;
  return { id, mode: mode === "edit" || mode === "conflicts" ? mode : "review" };
}

/** `r11@2026-01-01|r13` → the two moments compared. */
function parseCompare(text: string | null): readonly [Moment, Moment] | undefined {
  const sides = (text ?? "").split("|").map((side) => {
    const match = /^r?(\d+)(?:@(\d{4}-\d\d-\d\d))?$/.exec(side);
    return match?.[1] ? { revision: match[1], asOf: match[2] } : undefined;
  });
  const [left, right] = sides;
  return sides.length === 2 && left && right ? [left, right] : undefined;
}
