import type { MapMouseEvent, MapTouchEvent } from "maplibre-gl";
import type { Editor } from "./editor";
import type { ScreenPoint } from "./operations/snap";
import type { PointerPlace, Tool } from "./tools/tool";

/** A pointer that is held down, where it is in the window. */
interface Held {
  readonly client: ScreenPoint;
  readonly alt: boolean;
  readonly shift: boolean;
  readonly touch: boolean;
}

/**
 * Hands the map's pointer to the tool in use. Moves and drags are passed on once a frame; a drag that a tool takes up
 * keeps the map where it is and goes on outside of it.
 */
export class Pointer {
  readonly #editor: Editor;
  readonly #tool: () => Tool;
  readonly #stop = new AbortController();
  /** Ends the drag that a tool has taken up. */
  #drag: AbortController | undefined;
  #held: Held | undefined;
  /** Asked once a frame: where the map's canvas stands is known without laying out the page only before the frame's changes. */
  #latest: (() => PointerPlace) | undefined;
  #frame = 0;
  /** A drag ends with a click of the mouse that is none. */
  #dragged = false;

  constructor(editor: Editor, tool: () => Tool) {
    this.#editor = editor;
    this.#tool = tool;
    const { map } = editor.plan;
    const press = (event: MapMouseEvent | MapTouchEvent) => this.#press(event);
    const move = (event: MapMouseEvent) => this.#soon(() => placeOf(event));
    const click = (event: MapMouseEvent) => this.#click(event);
    // Zoomed or panned by keys or the wheel under a hand that holds still: the place below it is another one.
    const moved = () => this.#drag && this.#held && this.#soonAt(this.#held);
    const subscriptions = [
      map.on("move", moved),
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
    this.#held = undefined;
    const drag = (this.#drag = new AbortController());
    const options = { signal: AbortSignal.any([drag.signal, this.#stop.signal]) };
    const on = <Name extends keyof WindowEventMap>(name: Name, hear: (event: WindowEventMap[Name]) => void) =>
      window.addEventListener(name, hear, options);
    on("mousemove", (move) => {
      // The button was let go outside of the window, where nobody told us.
      if (move.buttons === 0) this.#end(event);
      else this.#follow({ x: move.clientX, y: move.clientY }, move, false);
    });
    on("mouseup", () => this.#end(event));
    on("touchmove", (move) => {
      const [touch] = move.touches;
      if (touch) this.#follow({ x: touch.clientX, y: touch.clientY }, move, true);
    });
    on("touchend", () => this.#end(event));
    on("touchcancel", () => this.#giveUp());
    // Whoever lays a second finger on the map wants to zoom.
    on("touchstart", ({ touches }) => touches.length > 1 && this.#giveUp());
  }

  #follow(client: ScreenPoint, keys: { altKey: boolean; shiftKey: boolean }, touch: boolean): void {
    this.#held = { client, alt: keys.altKey, shift: keys.shiftKey, touch };
    this.#dragged = true;
    this.#soonAt(this.#held);
  }

  #soonAt(held: Held): void {
    this.#soon(() => this.#placeAt(held));
  }

  #placeAt({ client, ...keys }: Held): PointerPlace {
    const { map } = this.#editor.plan;
    const { left, top } = map.getCanvas().getBoundingClientRect();
    const screen = { x: client.x - left, y: client.y - top };
    const { lng, lat } = map.unproject([screen.x, screen.y]);
    return { position: [lng, lat], screen, ...keys };
  }

  #end(event: MapMouseEvent | MapTouchEvent): void {
    this.#flush();
    this.#letGo();
    this.#tool().release?.(placeOf(event));
  }

  #giveUp(): void {
    this.#latest = undefined;
    this.#letGo();
    this.#tool().cancel?.();
  }

  #letGo(): void {
    this.#drag?.abort();
    this.#drag = undefined;
    this.#held = undefined;
  }

  #click(event: MapMouseEvent): void {
    if (this.#dragged) this.#dragged = false;
    else this.#tool().click?.(placeOf(event));
  }

  #soon(place: () => PointerPlace): void {
    const waiting = this.#latest !== undefined;
    this.#latest = place;
    if (!waiting) this.#frame = requestAnimationFrame(() => this.#flush());
  }

  #flush(): void {
    const place = this.#latest?.();
    this.#latest = undefined;
    if (!place) return;
    if (this.#drag) this.#tool().drag?.(place);
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
