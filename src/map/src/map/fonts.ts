import type { StyleSpecification } from "maplibre-gl";

/**
 * Letters of the two subset files that Vietnamese needs, and of no third: every file that has one of these is fetched,
 * and letters such as Đ or Ơ stand in the Latin-extended file too.
 */
const sample = "Huệ Tảo";

/**
 * Waits until the webfonts of a style's labels have arrived. MapLibre draws labels with whatever font the browser has
 * at that moment and keeps the drawing, so a late font would leave a fallback on the map for good.
 */
export async function loadFonts(style: StyleSpecification): Promise<void> {
  const families = new Set<string>(["Be Vietnam Pro"]);
  for (const layer of style.layers) {
    const font: unknown = layer.type === "symbol" ? layer.layout?.["text-font"] : undefined;
    if (Array.isArray(font)) for (const family of font) if (typeof family === "string") families.add(family);
  }
  await Promise.race([Promise.all([...families].map(load)), patience()]);
}

/** Loads one family; a font that cannot be had is no reason to withhold the map. */
async function load(family: string): Promise<void> {
  const weight = /semibold/i.test(family) ? 600 : /medium/i.test(family) ? 500 : /bold/i.test(family) ? 700 : 400;
  try {
    await document.fonts.load(`${weight} 16px "${family}"`, sample);
  } catch (reason) {
    console.warn(`The font ${family} did not load`, reason);
  }
}

function patience(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 4000));
}
