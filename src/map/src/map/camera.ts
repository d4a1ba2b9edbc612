import type { Map as MapLibreMap } from "maplibre-gl";
import type { MapPosition } from "../page/map-position";
import type { Extent } from "../page/view";
import type { Room } from "./covers";
import { reducedMotion } from "./motion";

/** The province with a little room, where the map opens when a page names no extent. */
export const provinceExtent: Extent = [105.48, 10.37, 106.83, 11.07];

/** Shows an extent inside the part of the map that no sheet or drawer covers. */
export function fit(map: MapLibreMap, covered: Room, extent: Extent, { animate = true } = {}): void {
  const [west, south, east, north] = extent;
  const isPoint = east - west < 1e-9 && north - south < 1e-9;
  map.fitBounds([west, south, east, north], {
    padding: padding(covered, map.getContainer()),
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

/** Room round a fitted extent: what the page covers, the column of buttons, and a margin. */
export function padding(covered: Room, frame: HTMLElement): Room {
  const margin = Math.min(40, frame.clientWidth * 0.04);
  const buttons = document.querySelector("la-controls")?.clientWidth ?? 0;
  return {
    top: margin + covered.top,
    bottom: margin + covered.bottom,
    left: margin + covered.left,
    right: margin + covered.right + buttons,
  };
}

/** Brings a place out from under the page with the least movement. */
export function uncover(map: MapLibreMap, covered: Room, [longitude, latitude]: readonly [number, number]): void {
  const { clientWidth, clientHeight } = map.getContainer();
  const { x, y } = map.project([longitude, latitude]);
  const room = padding(covered, map.getContainer());
  const within = (value: number, from: number, to: number) => Math.min(to - 12, Math.max(from + 12, value));
  const wanted = {
    x: within(x, room.left, clientWidth - room.right),
    y: within(y, room.top, clientHeight - room.bottom),
  };
  if (wanted.x === x && wanted.y === y) return;
  map.panBy([x - wanted.x, y - wanted.y], { animate: !reducedMotion() });
}
