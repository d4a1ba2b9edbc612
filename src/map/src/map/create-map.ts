import { Map as MapLibreMap, setWorkerUrl, type MapOptions } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import { say } from "../say";
import { reducedMotion } from "./motion";

setWorkerUrl(workerUrl);

/** A flat, north-up map: the plan is read against paper maps, so it neither turns nor tilts. */
export function createMap(container: HTMLElement, options: Partial<MapOptions>): MapLibreMap {
  const map = new MapLibreMap({
    ...options,
    container,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    maxPitch: 0,
    minZoom: 5,
    maxZoom: 20,
    renderWorldCopies: false,
    reduceMotion: reducedMotion(),
    fadeDuration: reducedMotion() ? 0 : 150,
    locale: { "Map.Title": say("Bản đồ quy hoạch", "Map of the plan") },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  const canvas = map.getCanvas();
  canvas.setAttribute("role", "application");
  canvas.setAttribute("aria-keyshortcuts", "ArrowUp ArrowDown ArrowLeft ArrowRight + - / l g ?");
  return map;
}

/** Whether this browser can draw the map at all. */
export function canDraw(): boolean {
  return document.createElement("canvas").getContext("webgl2") !== null;
}
