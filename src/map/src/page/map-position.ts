/** Where the map looks: the fragment `#map=zoom/latitude/longitude` (WGS 84 degrees) of every shared link. */
export interface MapPosition {
  readonly zoom: number;
  readonly latitude: number;
  readonly longitude: number;
}

const pattern = /^#map=(\d{1,2}(?:\.\d+)?)\/(-?\d{1,2}(?:\.\d+)?)\/(-?\d{1,3}(?:\.\d+)?)$/;

/** Reads a fragment somebody may have typed; anything out of range is no position. */
export function parseMapPosition(fragment: string): MapPosition | undefined {
  const match = pattern.exec(fragment);
  if (!match) return undefined;
  const [zoom, latitude, longitude] = match.slice(1).map(Number) as [number, number, number];
  if (zoom > 24 || Math.abs(latitude) > 85 || Math.abs(longitude) > 180) return undefined;
  return { zoom, latitude, longitude };
}

/** Writes the fragment with as many decimals as a pixel is worth at that zoom. */
export function formatMapPosition({ zoom, latitude, longitude }: MapPosition): string {
  const decimals = Math.min(7, Math.max(2, Math.ceil((zoom * Math.LN2 + Math.log(512 / 360)) / Math.LN10)));
  return `#map=${trim(zoom.toFixed(2))}/${latitude.toFixed(decimals)}/${longitude.toFixed(decimals)}`;
}

function trim(decimal: string): string {
  return decimal.replace(/\.?0+$/, "");
}
