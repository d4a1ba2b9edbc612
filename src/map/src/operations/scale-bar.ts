/** Metres that one CSS pixel covers at the equator on zoom 0, with tiles of 512 pixels (Web Mercator). */
const metresPerPixel = (2 * Math.PI * 6378137) / 512;

/** The longest bar of 1, 2 or 5 times a power of ten metres that fits the given width. */
export function scaleBar(
  latitude: number,
  zoom: number,
  widestPixels: number,
): { readonly lengthMetres: number; readonly widthPixels: number } {
  const groundMetresPerPixel = (metresPerPixel * Math.cos((latitude * Math.PI) / 180)) / 2 ** zoom;
  const widestMetres = widestPixels * groundMetresPerPixel;
  const power = 10 ** Math.floor(Math.log10(widestMetres));
  const lengthMetres = ([5, 2].find((step) => step * power <= widestMetres) ?? 1) * power;
  return { lengthMetres, widthPixels: lengthMetres / groundMetresPerPixel };
}
