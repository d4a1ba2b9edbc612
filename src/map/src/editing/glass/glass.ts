import type { Map as MapLibreMap } from "maplibre-gl";
import { make } from "../../elements/dom";
import { onThemeChanged } from "../../theme-colours";
import { glassColours, type GlassColours } from "./glass-colours";
import { paint } from "./paint";
import { Projection } from "./projection";
import { noBands, Rubber, type Bands } from "./rubber";
import type { Scene } from "./scene";

/** A hand that pauses this long rests. */
const restMilliseconds = 90;
/** What frames may take on the average, painting included, before the pane is left alone until the hand rests. */
const frameMilliseconds = 24;
/** A longer pause is the hand's own, or a hiccup that says nothing of painting. */
const hiccupMilliseconds = 60;

/**
 * A pane over the map on which everything is drawn that follows the hand: what is selected, dragged or sketched, handles,
 * snap marks, faults. MapLibre draws the whole map again for each change of a source (in software 100 ms and more), so
 * gestures never ask the map for anything. The pane itself is painted in each frame only where that is quick; the edges at
 * the pointer are `Rubber`, which costs no painting anywhere.
 */
export class Glass {
  readonly #map: MapLibreMap;
  readonly #compose: () => Scene;
  readonly #canvas = make("canvas", { class: "edit-glass", "aria-hidden": "true" });
  readonly #rubber = new Rubber();
  readonly #stops: (() => void)[];
  #context: CanvasRenderingContext2D | undefined;
  #colours: GlassColours = glassColours();
  #bands: Bands = noBands;
  #frame = 0;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #isBlank = true;
  #isFollowing = false;
  /** How far apart frames are in which the pane is painted, milliseconds; smoothed. */
  #pace = 1000 / 60;
  #followedAt = 0;
  /** The map's, CSS pixels; asking for it in a frame would lay out the page amid its changes. */
  #size: { readonly width: number; readonly height: number };

  /** @param compose What is to be seen now; asked at most once a frame. */
  constructor(map: MapLibreMap, compose: () => Scene) {
    this.#map = map;
    this.#compose = compose;
    this.#size = sizeOf(map);
    map.getCanvas().after(this.#canvas, this.#rubber.root);
    // In the map's own frame, so that both move together.
    const follow = () => this.#paint();
    // The page's colours have changed once the style sheets have.
    const recolour = () =>
      setTimeout(() => {
        this.#colours = glassColours();
        this.repaint();
      }, 0);
    const forced = matchMedia("(forced-colors: active)");
    forced.addEventListener("change", recolour);
    const resize = () => {
      this.#size = sizeOf(map);
      this.#paint();
    };
    const subscriptions = [map.on("move", follow), map.on("resize", resize)];
    this.#stops = [
      onThemeChanged(recolour),
      () => forced.removeEventListener("change", recolour),
      ...subscriptions.map((subscription) => () => subscription.unsubscribe()),
    ];
    this.repaint();
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#rest);
    this.#stops.forEach((stop) => stop());
    this.#canvas.remove();
    this.#rubber.root.remove();
  }

  /** In the next frame, with what follows the hand from then on. */
  repaint(bands: Bands = this.#bands): void {
    this.#bands = bands;
    this.#frame ||= requestAnimationFrame(() => this.#paint());
  }

  /**
   * Moves what follows the hand in this very frame, the rest where that is quick or when the hand rests. A gesture tells of
   * its snap and of its move one after the other; both are shown at once, at the end of its task.
   */
  follow(bands: Bands): void {
    this.#bands = bands;
    if (this.#isFollowing) return;
    this.#isFollowing = true;
    queueMicrotask(() => {
      this.#isFollowing = false;
      if (this.#frame === 0 && this.#canvas.isConnected) this.#follow();
    });
  }

  #follow(): void {
    this.#showBands(Projection.of(this.#map));
    clearTimeout(this.#rest);
    if (this.#isQuick()) this.#paint();
    else this.#rest = setTimeout(() => this.repaint(), restMilliseconds);
  }

  #paint(): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#rest);
    this.#frame = 0;
    const scene = this.#compose();
    const projection = Projection.of(this.#map);
    this.#showBands(projection);
    const isBlank = scene.figures.length === 0 && scene.marks.length === 0;
    if (isBlank && this.#isBlank) return;
    this.#isBlank = isBlank;
    const context = this.#sized();
    context.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
    paint(context, scene, projection, this.#colours);
  }

  #showBands(projection: Projection): void {
    this.#rubber.show(this.#bands, projection, this.#size.width, this.#size.height);
  }

  /** Whether this machine paints the whole pane in a frame. Once it has fallen behind it is not tried again. */
  #isQuick(): boolean {
    if (this.#pace > frameMilliseconds) return false;
    const now = performance.now();
    const gap = now - this.#followedAt;
    this.#followedAt = now;
    if (gap < 5 * hiccupMilliseconds) this.#pace = 0.9 * this.#pace + 0.1 * Math.min(gap, hiccupMilliseconds);
    return true;
  }

  /** As large as the map, at the device's own resolution. */
  #sized(): CanvasRenderingContext2D {
    const ratio = devicePixelRatio;
    const [width, height] = [Math.round(this.#size.width * ratio), Math.round(this.#size.height * ratio)];
    this.#context ??= this.#canvas.getContext("2d") ?? undefined;
    if (!this.#context) throw new Error("This browser has no 2D canvas");
    if (this.#canvas.width !== width || this.#canvas.height !== height) {
      this.#canvas.width = width;
      this.#canvas.height = height;
    }
    this.#context.setTransform(ratio, 0, 0, ratio, 0, 0);
    return this.#context;
  }
}

function sizeOf(map: MapLibreMap): { width: number; height: number } {
  const { clientWidth: width, clientHeight: height } = map.getCanvas();
  return { width, height };
}
