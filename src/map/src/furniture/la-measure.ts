import { iconButton, make } from "../elements/dom";
import { icons } from "../elements/icons";
import type { PlanMap } from "../map/plan-map";
import { pathLength, ringArea, type Measure } from "../operations/measurement";
import type { GeographicPosition } from "../operations/positions";
import { longAnZone } from "../operations/vn2000";
import { lookupPage } from "../page/urls";
import { say, sayNumber } from "../say";
import { MapPart } from "./map-part";
import { middleOf, pathLayers, pathThrough, setPoints } from "./setting-points";

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
  readonly #asking = make("div", { class: "measure-asking" });

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
      this.#asking,
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
    this.hidden = false;
    this.#session = setPoints(plan, {
      added: (point) => this.#add(point),
      pointed: (point) => {
        this.#pointer = point;
        this.#draw();
      },
      keys: { Enter: () => this.#addCentre(), Backspace: () => this.#undo(), Escape: () => this.#end() },
    });
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

  #addCentre(): void {
    if (this.plan) this.#add(middleOf(this.plan));
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
    this.#offer();
  }

  /** What the plan says of what was drawn: an area of three points and more, a line of two. */
  #offer(): void {
    const count = this.#points.length;
    this.#asking.replaceChildren(
      ...(count >= 3 ? [this.#question("area", say("Tra cứu vùng này", "Look up this area"))] : []),
      ...(count >= 2 ? [this.#question("line", say("Tra cứu tuyến này", "Look up this line"))] : []),
    );
  }

  /** A form like that of the page: the corners are sent in its body, so that no address and no log has them. */
  #question(kind: string, words: string): HTMLFormElement {
    const corners = this.#points.map(({ latitude, longitude }) => `${latitude.toFixed(9)}\t${longitude.toFixed(9)}`);
    const fields = { kind, corners: corners.join("\n"), frame: "4326", order: "north-first" };
    const form = make(
      "form",
      { method: "post", action: lookupPage(new URL(location.href)), "data-enhance": true },
      ...Object.entries(fields).map(([name, value]) => make("input", { type: "hidden", name, value })),
      make("button", { type: "submit", class: "quiet" }, words),
    );
    form.addEventListener("submit", () => setTimeout(() => this.#end()));
    return form;
  }

  #draw(): void {
    if (this.#session) this.plan?.draw(drawing, pathThrough(this.#points, this.#pointer), pathLayers(drawing));
  }
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
