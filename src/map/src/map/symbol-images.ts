import type { Map as MapLibreMap } from "maplibre-gl";
import { paintImage } from "../symbols/paint-image";
import { parseImageName } from "../symbols/symbol-name";
import { themeColour } from "../theme-colours";

/** Paints symbols and patterns when the style first asks for them. Returns how to paint them again in a new theme. */
export function drawImagesOnDemand(map: MapLibreMap): () => void {
  const drawn = new Set<string>();
  const paint = (name: string) => paintImage(name, themeColour("paper"), devicePixelRatio);
  map.setMissingStyleImageResolver(async (name) => {
    const parsed = parseImageName(name);
    if (parsed?.kind === "sym" && parsed.glyph) await document.fonts.load('600 12px "Be Vietnam Pro"', parsed.glyph);
    const painted = paint(name);
    if (!painted || map.hasImage(name)) return;
    map.addImage(name, painted.image, { pixelRatio: painted.pixelRatio });
    drawn.add(name);
  });
  return () => {
    for (const name of drawn) {
      const painted = paint(name);
      if (painted && map.hasImage(name)) map.updateImage(name, painted.image);
    }
  };
}
