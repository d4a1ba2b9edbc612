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
    padding: padding(map.getContainer()),
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

/**
 * Room round a fitted extent: a margin, and whatever panels lie over the map, such as the bottom sheet on a phone, a
 * drawer on a tablet, or the header that floats over both.
 */
export function padding(frameElement: HTMLElement): Required<PaddingOptions> {
  const frame = frameElement.getBoundingClientRect();
  const room = { top: 0, bottom: 0, left: 0, right: 0 };
  for (const cover of document.querySelectorAll(".panel, .top, la-controls")) {
    const box = cover.getBoundingClientRect();
    const width = Math.min(box.right, frame.right) - Math.max(box.left, frame.left);
    const height = Math.min(box.bottom, frame.bottom) - Math.max(box.top, frame.top);
    if (width <= 0 || height <= 0) continue;
    if (width > frame.width * 0.6) {
      if (box.top - frame.top < frame.height * 0.05) room.top = Math.max(room.top, box.bottom - frame.top);
      else room.bottom = Math.max(room.bottom, frame.bottom - box.top);
    } else if (box.left <= frame.left + 1) room.left = Math.max(room.left, box.right - frame.left);
    else room.right = Math.max(room.right, frame.right - box.left);
  }
  const margin = Math.min(40, frame.width * 0.04);
  // Panels that leave next to nothing are rather covered than obeyed.
  const [across, down] = [frame.width * 0.7, frame.height * 0.7];
  const wide = room.left + room.right > across ? 0 : 1;
  const high = room.top + room.bottom > down ? down / (room.top + room.bottom) : 1;
  return {
    top: margin + room.top * high,
    bottom: margin + room.bottom * high,
    left: margin + room.left * wide,
    right: margin + room.right * wide,
  };
}
