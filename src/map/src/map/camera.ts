import type { Map as MapLibreMap, PaddingOptions } from "maplibre-gl";
import type { MapPosition } from "../page/map-position";
import type { Extent } from "../page/view";
import { reducedMotion } from "./motion";

/** The province with a little room, where the map opens when a page names no extent. */
export const provinceExtent: Extent = [105.48, 10.37, 106.83, 11.07];

/** Shows an extent inside the part of the map that no sheet or drawer covers. */
export function fit(map: MapLibreMap, extent: Extent, { animate = true } = {}): void {
  const [west, south, east, north] = extent;
  const isPoint = east - west < 1e-9 && north - south < 1e-9;
  map.fitBounds([west, south, east, north], {
    padding: padding(map),
    maxZoom: isPoint ? 14 : 17,
    animate: animate && !reducedMotion(),
    duration: 700,
    linear: true,
  });
}

export function moveTo(map: MapLibreMap, { zoom, latitude, longitude }: MapPosition): void {
  map.jumpTo({ center: [longitude, latitude], zoom });
}

export function positionOf(map: MapLibreMap): MapPosition {
  const { lat, lng } = map.getCenter();
  return { zoom: map.getZoom(), latitude: lat, longitude: lng };
}

/** Room round a fitted extent: a margin, and on a phone the height of the bottom sheet over the map. */
function padding(map: MapLibreMap): Required<PaddingOptions> {
  const frame = map.getContainer().getBoundingClientRect();
  const margin = Math.min(40, frame.width * 0.05);
  const sheet = document.querySelector("la-sheet")?.getBoundingClientRect();
  const covered =
    sheet && sheet.left <= frame.left + 1 && sheet.right >= frame.right - 1 ? frame.bottom - sheet.top : 0;
  const bottom = margin + Math.min(Math.max(0, covered), frame.height * 0.55);
  return { top: margin, left: margin, right: margin, bottom };
}
