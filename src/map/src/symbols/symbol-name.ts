/** A symbol on the map, as its image name spells it out. */
export interface SymbolName {
  readonly kind: "sym";
  readonly shape: string;
  readonly fill: string;
  readonly outline: string;
  /** Width and height in CSS pixels, without the outline's outer half. */
  readonly size: number;
  readonly manner: "solid" | "hollow" | "dashed";
  readonly glyph: string;
}

/** A pattern that fills an area. */
export interface PatternName {
  readonly kind: "pattern";
  readonly pattern: "hatch" | "dots";
  readonly colour: string;
}

const hex = "([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})";
const symbol = new RegExp(
  `^sym/([a-z]+)/#?${hex}/#?${hex}/(\\d{1,3}(?:\\.\\d+)?)/(solid|hollow|dashed)(?:/(.{0,6}))?$`,
);
const pattern = new RegExp(`^pattern/(hatch|dots)/#?${hex}$`);

/**
 * Image names are a small language, so that a planner's new symbol needs no sprite:
 * `sym/{shape}/{fill}/{outline}/{size}/{solid|hollow|dashed}/{glyph?}` and `pattern/{hatch|dots}/{colour}`.
 */
export function parseImageName(name: string): SymbolName | PatternName | undefined {
  const symbolMatch = symbol.exec(name);
  if (symbolMatch) {
    const [, shape = "", fill = "", outline = "", size = "", manner = "", glyph = ""] = symbolMatch;
    return {
      kind: "sym",
      shape,
      fill: `#${fill}`,
      outline: `#${outline}`,
      size: Number(size),
      manner: manner as SymbolName["manner"],
      glyph,
    };
  }
  const [, kind, colour] = pattern.exec(name) ?? [];
  return kind && colour
    ? { kind: "pattern", pattern: kind as PatternName["pattern"], colour: `#${colour}` }
    : undefined;
}
