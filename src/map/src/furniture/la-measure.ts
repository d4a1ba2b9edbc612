import type { Feature, Geometry } from "geojson";
import type { LayerSpecification, MapMouseEvent } from "maplibre-gl";
import { iconButton, make } from "../elements/dom";
import { icons } from "../elements/icons";
import type { PlanMap } from "../map/plan-map";
import { pathLength, ringArea, type Measure } from "../operations/measurement";
import type { GeographicPosition } from "../operations/positions";
import { longAnZone } from "../operations/vn2000";
import { say, sayNumber } from "../say";
import { themeColour } from "../theme-colours";
import { MapPart } from "./map-part";

const drawing = "measure";

/**
 * `<la-measure>`: distance and area of the points set by clicking, or by Enter in the middle of the map; Backspace
 * takes the last one back, Esc ends. Shows the official plane figure and the one on the ellipsoid.
 */
export class MeasureElement extends MapPart {
  #points: GeographicPosition[] = [];
  #pointer: GeographicPosition | undefined;
  #session: AbortController | undefined;
  readonly #figures = make("output", { "aria-live": "polite" });

  relabel(): void {
    this.hidden = !this.#session;
    this.setAttribute("role", "group");
    this.setAttribute("aria-label", say("Đo khoảng cách, diện tích", "Measure distance and area"));
    this.replaceChildren(
      make("h2", {}, say("Đo trên bản đồ", "Measure on the map")),
      make(
        "p",
        {},
        say(
          "Bấm để đặt điểm, hoặc Enter để đặt ở giữa bản đồ.",
          "Click to set points, or press Enter to set one in the middle of the map.",
        ),
      ),
      this.#figures,
      make(
        "div",
        { class: "measure-buttons" },
        iconButton(icons.plus, say("Đặt điểm ở giữa bản đồ", "Set a point in the middle"), () => this.#addCentre()),
        iconButton(icons.undo, say("Bỏ điểm cuối", "Remove the last point"), () => this.#undo()),
        iconButton(icons.clear, say("Xóa hết", "Clear"), () => this.#set([])),
        iconButton(icons.close, say("Kết thúc đo", "Finish measuring"), () => this.#end()),
      ),
    );
    this.#show();
  }

  toggle(): void {
    if (this.#session) this.#end();
    else if (this.plan) this.#begin(this.plan);
  }

  #begin(plan: PlanMap): void {
    const session = (this.#session = new AbortController());
    this.hidden = false;
    plan.pointing.suspended = true;
    const { map } = plan;
    map.doubleClickZoom.disable();
    const canvas = map.getCanvas();
    canvas.classList.add("measuring");
    const click = ({ lngLat }: MapMouseEvent) => this.#add({ latitude: lngLat.lat, longitude: lngLat.lng });
    const move = ({ lngLat }: MapMouseEvent) => {
      this.#pointer = { latitude: lngLat.lat, longitude: lngLat.lng };
      this.#draw();
    };
    map.on("click", click);
    map.on("mousemove", move);
    session.signal.addEventListener("abort", () => {
      map.off("click", click);
      map.off("mousemove", move);
      map.doubleClickZoom.enable();
      canvas.classList.remove("measuring");
      plan.pointing.suspended = false;
    });
    canvas.addEventListener("keydown", this.#key, { signal: session.signal });
    canvas.focus();
    this.#set([]);
  }

  #end(): void {
    this.#session?.abort();
    this.#session = undefined;
    this.hidden = true;
    this.#points = [];
    this.#pointer = undefined;
    this.plan?.removeDrawing(drawing);
    this.plan?.map.getCanvas().focus();
  }

  readonly #key = (event: KeyboardEvent) => {
    const run = { Enter: () => this.#addCentre(), Backspace: () => this.#undo(), Escape: () => this.#end() }[event.key];
    if (!run) return;
    event.preventDefault();
    event.stopPropagation();
    run();
  };

  #addCentre(): void {
    const centre = this.plan?.map.getCenter();
    if (centre) this.#add({ latitude: centre.lat, longitude: centre.lng });
  }

  #add(point: GeographicPosition): void {
    this.#set([...this.#points, point]);
  }

  #undo(): void {
    this.#set(this.#points.slice(0, -1));
  }

  #set(points: GeographicPosition[]): void {
    this.#points = points;
    this.#show();
    this.#draw();
  }

  #show(): void {
    const length = pathLength(this.#points);
    const rows = [row(say("Chiều dài", "Length"), length, sayLength)];
    if (this.#points.length >= 3) {
      const ring = [...this.#points, ...this.#points.slice(0, 1)];
      rows.push(row(say("Chu vi khép kín", "Closed perimeter"), pathLength(ring), sayLength));
      rows.push(row(say("Diện tích", "Area"), ringArea(this.#points), sayArea));
    }
    const head = make(
      "tr",
      {},
      make("td", {}),
      make("th", { scope: "col" }, `VN-2000 ${longAnZone.name}`),
      make("th", { scope: "col" }, say("Trắc địa", "Geodesic")),
    );
    const count = this.#points.length;
    const caption = make("caption", {}, say(`${count} điểm`, `${count} ${count === 1 ? "point" : "points"}`));
    this.#figures.replaceChildren(make("table", {}, caption, make("thead", {}, head), make("tbody", {}, ...rows)));
  }

  #draw(): void {
    if (!this.#session || !this.plan) return;
    const corners = this.#points.map(({ longitude, latitude }) => [longitude, latitude]);
    const pointer = this.#pointer && corners.length > 0 ? [[this.#pointer.longitude, this.#pointer.latitude]] : [];
    const path = [...corners, ...pointer];
    const shapes: Geometry[] = [{ type: "MultiPoint", coordinates: corners }];
    if (path.length >= 2) shapes.push({ type: "LineString", coordinates: path });
    if (path.length >= 3) shapes.push({ type: "Polygon", coordinates: [[...path, ...path.slice(0, 1)]] });
    const features = shapes.map((geometry): Feature => ({ type: "Feature", properties: {}, geometry }));
    this.plan.draw(drawing, { type: "FeatureCollection", features }, measureLayers());
  }
}

function measureLayers(): LayerSpecification[] {
  const colour = themeColour("brick");
  const of = (type: string): ["==", ["geometry-type"], string] => ["==", ["geometry-type"], type];
  return [
    {
      id: "measure.area",
      type: "fill",
      source: drawing,
      filter: of("Polygon"),
      paint: { "fill-color": colour, "fill-opacity": 0.12 },
    },
    {
      id: "measure.casing",
      type: "line",
      source: drawing,
      filter: of("LineString"),
      paint: { "line-color": themeColour("surface"), "line-width": 5 },
    },
    {
      id: "measure.line",
      type: "line",
      source: drawing,
      filter: of("LineString"),
      paint: { "line-color": colour, "line-width": 2.5 },
    },
    {
      id: "measure.point",
      type: "circle",
      source: drawing,
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

function row(name: string, { planar, geodesic }: Measure, format: (value: number) => string): HTMLTableRowElement {
  return make(
    "tr",
    {},
    make("th", { scope: "row" }, name),
    make("td", {}, format(planar)),
    make("td", {}, format(geodesic)),
  );
}

function sayLength(metres: number): string {
  return metres < 10_000 ? `${sayNumber(metres, 1)} m` : `${sayNumber(metres / 1000, 3)} km`;
}

function sayArea(squareMetres: number): string {
  if (squareMetres < 10_000) return `${sayNumber(squareMetres, 1)} m²`;
  return squareMetres < 1e7 ? `${sayNumber(squareMetres / 10_000, 3)} ha` : `${sayNumber(squareMetres / 1e6, 3)} km²`;
}
