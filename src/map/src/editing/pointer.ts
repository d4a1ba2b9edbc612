import type { MapMouseEvent, MapTouchEvent } from "maplibre-gl";
import type { Editor } from "./editor";
import type { PointerPlace, Tool } from "./tools/tool";

/**
 * Hands the map's pointer to the tool in use. Moves and drags are passed on once a frame; a drag that a tool takes up
 * keeps the map where it is and goes on outside of it.
 */
export class Pointer {
  readonly #editor: Editor;
  readonly #tool: () => Tool;
  readonly #stop = new AbortController();
  #dragging = false;
  #latest: PointerPlace | undefined;
  #frame = 0;
  /** A drag ends with a click of the mouse that is none. */
  #dragged = false;

  constructor(editor: Editor, tool: () => Tool) {
    this.#editor = editor;
    this.#tool = tool;
    const { map } = editor.plan;
    const press = (event: MapMouseEvent | MapTouchEvent) => this.#press(event);
    const move = (event: MapMouseEvent) => this.#soon(placeOf(event));
    const click = (event: MapMouseEvent) => this.#click(event);
    const subscriptions = [
      map.on("mousedown", press),
      map.on("touchstart", press),
      map.on("mousemove", move),
      map.on("click", click),
    ];
    this.#stop.signal.addEventListener("abort", () => {
      for (const subscription of subscriptions) subscription.unsubscribe();
      cancelAnimationFrame(this.#frame);
    });
  }

  stop(): void {
    this.#stop.abort();
  }

  #press(event: MapMouseEvent | MapTouchEvent): void {
    this.#dragged = false;
    if ("touches" in event.originalEvent ? event.originalEvent.touches.length > 1 : event.originalEvent.button !== 0)
      return;
    if (this.#tool().press?.(placeOf(event)) !== true) return;
    event.preventDefault();
    this.#dragging = true;
    const canvas = this.#editor.plan.map.getCanvas();
    const drag = new AbortController();
    const options = { signal: AbortSignal.any([drag.signal, this.#stop.signal]) };
    const at = (
      { clientX, clientY }: { clientX: number; clientY: number },
      keys: { altKey: boolean; shiftKey: boolean },
      touch: boolean,
    ) => {
      const { left, top } = canvas.getBoundingClientRect();
      const screen = { x: clientX - left, y: clientY - top };
      const { lng, lat } = this.#editor.plan.map.unproject([screen.x, screen.y]);
      this.#dragged = true;
      this.#soon({ position: [lng, lat], screen, alt: keys.altKey, shift: keys.shiftKey, touch });
    };
    const end = () => {
      drag.abort();
      this.#flush();
      this.#dragging = false;
      this.#tool().release?.(placeOf(event));
    };
    window.addEventListener("mousemove", (move) => at(move, move, false), options);
    window.addEventListener("mouseup", end, options);
    window.addEventListener(
      "touchmove",
      (move) => {
        const [touch] = move.touches;
        if (touch) at(touch, move, true);
      },
      options,
    );
    window.addEventListener("touchend", end, options);
    window.addEventListener("touchcancel", end, options);
  }

  #click(event: MapMouseEvent): void {
    if (this.#dragged) this.#dragged = false;
    else this.#tool().click?.(placeOf(event));
  }

  #soon(place: PointerPlace): void {
    const waiting = this.#latest !== undefined;
    this.#latest = place;
    if (!waiting) this.#frame = requestAnimationFrame(() => this.#flush());
  }

  #flush(): void {
    const place = this.#latest;
    this.#latest = undefined;
    if (!place) return;
    if (this.#dragging) this.#tool().drag?.(place);
    else this.#tool().move?.(place);
  }
}

function placeOf({ lngLat, point, originalEvent }: MapMouseEvent | MapTouchEvent): PointerPlace {
  const touch = "touches" in originalEvent || (originalEvent as PointerEvent).pointerType === "touch";
  return {
    position: [lngLat.lng, lngLat.lat],
    screen: { x: point.x, y: point.y },
    alt: originalEvent.altKey,
    shift: originalEvent.shiftKey,
    touch,
  };
}
