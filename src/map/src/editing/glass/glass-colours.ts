import { themeColour, type ThemeColour } from "../../theme-colours";

export type GlassColours = Readonly<Record<"own" | "surface" | "paper" | "snap" | "danger", string>>;

const named: Readonly<Record<keyof GlassColours, ThemeColour>> = {
  own: "brick",
  surface: "surface",
  paper: "paper",
  snap: "teal",
  danger: "danger",
};

/** What a reader who has chosen colours of their own sees; the browser does not recolour what is painted on a canvas. */
const forced: GlassColours = {
  own: "Highlight",
  surface: "Canvas",
  paper: "Canvas",
  snap: "CanvasText",
  danger: "LinkText",
};

export function glassColours(): GlassColours {
  if (matchMedia("(forced-colors: active)").matches) return forced;
  const colours = Object.entries(named).map(([name, colour]) => [name, themeColour(colour)] as const);
  return Object.fromEntries(colours) as GlassColours;
}
