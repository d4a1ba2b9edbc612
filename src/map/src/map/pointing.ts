import type { LngLat, Map as MapLibreMap, MapMouseEvent, StyleSpecification } from "maplibre-gl";
import { formatFeatureKey, type FeatureKey } from "../page/view";
import type { Marks } from "./marks";
import { pick, type PickedFeature } from "./picking";
import { Rows } from "./rows";

export interface ScreenPoint {
  readonly x: number;
  readonly y: number;
}

/** A map to look features up in, and the style it is drawn with. */
export interface PickedMap {
  readonly map: MapLibreMap;
  readonly style: StyleSpecification;
}

export interface PointingEvents {
  hovered(said: string | undefined, point: ScreenPoint): void;
  selected(keys: readonly FeatureKey[]): void;
  /** A click that selects nothing asks what is here. */
  asked(place: LngLat, point: ScreenPoint): void;
}

/** What the pointer does on the map: hovering marks a feature and its row, a click selects it or asks what is here. */
export class Pointing {
  /** While a tool such as measuring is in use, clicks belong to it. */
  suspended = false;
  /** Where features are looked up when another map lies over a part of this one. */
  elsewhere: ((point: ScreenPoint) => PickedMap | undefined) | undefined;

  /** Told where no feature of the plan is: the region of an indicator. Called with nothing when the pointer leaves. */
  ground: ((point: ScreenPoint | undefined) => string | undefined) | undefined;

  readonly #here: () => PickedMap;
  readonly #marks: Marks;
  readonly #events: PointingEvents;
  readonly #rows: Rows;
  #latest: MapMouseEvent | undefined;
  #hovered = "";

  constructor(map: MapLibreMap, style: () => StyleSpecification, marks: Marks, events: PointingEvents) {
    this.#here = () => ({ map, style: style() });
    this.#marks = marks;
    this.#events = events;
    this.#rows = new Rows((key) => this.#marks.set("hovered", key ? [key] : []));
    map.on("mousemove", (event) => this.#hoverSoon(event));
    map.on("mouseout", () => this.#hover(undefined));
    map.on("click", (event) => this.#click(event));
  }

  disconnect(): void {
    this.#rows.disconnect();
  }

  /** Marks a feature that something else than the plan's own picture draws, and its row. */
  mark(key: FeatureKey | undefined): void {
    const text = key ? formatFeatureKey(key) : "";
    if (text === this.#hovered) return;
    this.#hovered = text;
    this.#marks.set("hovered", key ? [key] : []);
    this.#rows.mark(key);
  }

  /** Looks features up at most once a frame, and not at all while the map is being dragged. */
  #hoverSoon(event: MapMouseEvent): void {
    const isWaiting = this.#latest !== undefined;
    this.#latest = event;
    if (isWaiting) return;
    requestAnimationFrame(() => {
      const latest = this.#latest;
      this.#latest = undefined;
      if (latest && !this.suspended && !latest.target.isMoving()) this.#hover(latest);
    });
  }

  #hover(event: MapMouseEvent | undefined): void {
    const top = event ? this.#pick(event.point, "mouse")[0] : undefined;
    const ground = this.ground?.(top ? undefined : event?.point);
    this.#events.hovered(top?.name ?? ground, event?.point ?? { x: 0, y: 0 });
    this.#here().map.getCanvas().style.cursor = top || ground ? "pointer" : "";
    if (top || !ground) this.mark(top);
  }

  /** A feature whose row is being read in a table is selected there; the reader stays on the page. */
  #click(event: MapMouseEvent): void {
    if (this.suspended || event.defaultPrevented) return;
    const touched = event.originalEvent instanceof PointerEvent && event.originalEvent.pointerType === "touch";
    const feature = this.#pick(event.point, touched ? "touch" : "mouse").find((one) => this.#rows.select(one));
    if (!feature) {
      this.#events.asked(event.lngLat, event.point);
      return;
    }
    this.#marks.set("selected", [feature]);
    this.#events.selected([feature]);
  }

  #pick(point: ScreenPoint, pointer: "mouse" | "touch"): readonly PickedFeature[] {
    const { map, style } = this.elsewhere?.(point) ?? this.#here();
    return pick(map, style, point, pointer);
  }
}
