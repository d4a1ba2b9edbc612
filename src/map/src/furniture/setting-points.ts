import type { Feature, FeatureCollection, Geometry } from "geojson";
import type { LayerSpecification, MapMouseEvent } from "maplibre-gl";
import type { PlanMap } from "../map/plan-map";
import type { GeographicPosition } from "../operations/positions";
import { themeColour } from "../theme-colours";

/** What setting points on the map tells the tool that uses them. */
export interface PointSetting {
  readonly added: (point: GeographicPosition) => void;
  /** The pointer has moved, with no button down. */
  readonly pointed: (point: GeographicPosition) => void;
  /** Keys pressed while the map has focus: Enter, Backspace, Escape. */
  readonly keys: Readonly<Partial<Record<string, () => void>>>;
}

/** Gives the map's clicks and keys to a tool until the answer is aborted. */
export function setPoints(plan: PlanMap, { added, pointed, keys }: PointSetting): AbortController {
  const session = new AbortController();
  const { map } = plan;
  const canvas = map.getCanvas();
  const click = ({ lngLat }: MapMouseEvent) => added({ latitude: lngLat.lat, longitude: lngLat.lng });
  const move = ({ lngLat }: MapMouseEvent) => pointed({ latitude: lngLat.lat, longitude: lngLat.lng });
  plan.pointing.suspended = true;
  map.doubleClickZoom.disable();
  canvas.classList.add("measuring");
  map.on("click", click);
  map.on("mousemove", move);
  session.signal.addEventListener("abort", () => {
    map.off("click", click);
    map.off("mousemove", move);
    map.doubleClickZoom.enable();
    canvas.classList.remove("measuring");
    plan.pointing.suspended = false;
  });
  canvas.addEventListener(
    "keydown",
    (event) => {
      const run = keys[event.key];
      if (!run) return;
      event.preventDefault();
      event.stopPropagation();
      run();
    },
    { signal: session.signal },
  );
  canvas.focus();
  return session;
}

/** The middle of the map, which the keyboard sets points at. */
export function middleOf(plan: PlanMap): GeographicPosition {
  const { lat, lng } = plan.map.getCenter();
  return { latitude: lat, longitude: lng };
}

/** The points set so far, the way through them to the pointer, and the area it would close. */
export function pathThrough(
  points: readonly GeographicPosition[],
  pointer: GeographicPosition | undefined,
): FeatureCollection {
  const corners = points.map(({ longitude, latitude }) => [longitude, latitude]);
  const path = pointer && corners.length > 0 ? [...corners, [pointer.longitude, pointer.latitude]] : corners;
  const shapes: Geometry[] = [{ type: "MultiPoint", coordinates: corners }];
  if (path.length >= 2) shapes.push({ type: "LineString", coordinates: path });
  if (path.length >= 3) shapes.push({ type: "Polygon", coordinates: [[...path, ...path.slice(0, 1)]] });
  return {
    type: "FeatureCollection",
    features: shapes.map((geometry): Feature => ({ type: "Feature", properties: {}, geometry })),
  };
}

/** How a tool's path is drawn. */
export function pathLayers(source: string): LayerSpecification[] {
  const colour = themeColour("brick");
  const of = (type: string): ["==", ["geometry-type"], string] => ["==", ["geometry-type"], type];
  return [
    {
      id: `${source}.area`,
      type: "fill",
      source,
      filter: of("Polygon"),
      paint: { "fill-color": colour, "fill-opacity": 0.12 },
    },
    {
      id: `${source}.casing`,
      type: "line",
      source,
      filter: of("LineString"),
      paint: { "line-color": themeColour("surface"), "line-width": 5 },
    },
    {
      id: `${source}.line`,
      type: "line",
      source,
      filter: of("LineString"),
      paint: { "line-color": colour, "line-width": 2.5 },
    },
    {
      id: `${source}.point`,
      type: "circle",
      source,
      filter: of("Point"),
      paint: {
        "circle-color": themeColour("surface"),
        "circle-radius": 4,
        "circle-stroke-color": colour,
        "circle-stroke-width": 2,
      },
    },
  ];
}
