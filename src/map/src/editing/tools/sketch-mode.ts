import { TerraDrawExtend } from "terra-draw";
import { same, type Position, type ShapeKind } from "../operations/shapes";

type MouseEventOf = Parameters<TerraDrawExtend.TerraDrawCallbacks["onClick"]>[0];
type Styling = ReturnType<typeof TerraDrawExtend.getDefaultStyling>;

export interface SketchPlace {
  readonly position: Position;
  readonly screen: { readonly x: number; readonly y: number };
}

export interface SketchOptions {
  /** Where a place of the pointer really goes: the snapped position, or its own. */
  snapped(place: SketchPlace): Position;
  /** A click at a place; more vertices than one when a boundary is followed. */
  clicked(place: SketchPlace): readonly Position[];
  changed(): void;
  finished(positions: readonly Position[]): void;
}

/** How near a click must come to the first or the last vertex to finish, CSS pixels. */
const finishPixels = 10;

/**
 * Our own mode of Terra Draw: point, line or polygon by clicks, with snapping, followed boundaries and typed places in
 * one list of vertices. Its own modes keep their vertices to themselves.
 */
export class SketchMode extends TerraDrawExtend.TerraDrawBaseDrawMode<Record<string, never>> {
  override mode = "sketch";
  kind: ShapeKind = "polygon";
  readonly #options: SketchOptions;
  /** A new array whenever a vertex is added or taken back, so that others can see it. */
  #positions: readonly Position[] = [];
  /** The sketch as it was before each of its steps, and the steps that were taken back. */
  #earlier: (readonly Position[])[] = [];
  #later: (readonly Position[])[] = [];
  #pointer: Position | undefined;

  constructor(options: SketchOptions) {
    super({});
    this.#options = options;
  }

  get positions(): readonly Position[] {
    return this.#positions;
  }

  get pointer(): Position | undefined {
    return this.#pointer;
  }

  override start(): void {
    this.setStarted();
    this.setCursor("crosshair");
    this.setDoubleClickToZoom(false);
  }

  override stop(): void {
    this.cleanUp();
    this.setStopped();
    this.setCursor("unset");
    this.setDoubleClickToZoom(true);
  }

  override cleanUp(): void {
    this.#positions = [];
    this.#earlier = [];
    this.#later = [];
    this.#pointer = undefined;
  }

  override onMouseMove(event: MouseEventOf): void {
    this.#pointer = this.#options.snapped(placeOf(event));
    this.#options.changed();
  }

  override onClick(event: MouseEventOf): void {
    if (event.button === "right") {
      this.finish();
      return;
    }
    const place = placeOf(event);
    if (this.kind === "point") {
      this.add([this.#options.snapped(place)]);
      this.finish();
      return;
    }
    if (this.#finishes(place)) this.finish();
    else this.add(this.#options.clicked(place));
  }

  /** Nothing is kept in the library's store: the sketch is drawn on the glass, which does not wait for the map. */
  override styleFeature(): Styling {
    return TerraDrawExtend.getDefaultStyling();
  }

  /** Adds vertices at the end; a place that stands there already is not set twice. */
  add(positions: readonly Position[]): void {
    const added = [...this.#positions];
    for (const position of positions) {
      const last = added.at(-1);
      if (!last || !same(last, position)) added.push(position);
    }
    if (added.length > this.#positions.length) this.#step(added);
    this.#options.changed();
  }

  /** Takes the last vertex back. */
  takeBack(): void {
    if (this.#positions.length > 0) this.#step(this.#positions.slice(0, -1));
    this.#options.changed();
  }

  /** The sketch before its last step: a click, a followed boundary, a vertex taken back. False when it has none. */
  stepBack(): boolean {
    return this.#travel(this.#earlier, this.#later);
  }

  stepForward(): boolean {
    return this.#travel(this.#later, this.#earlier);
  }

  finish(): void {
    const positions = this.#positions;
    if (positions.length < { point: 1, line: 2, polygon: 3 }[this.kind]) return;
    this.cleanUp();
    this.#options.finished(positions);
    this.#options.changed();
  }

  cancel(): void {
    this.cleanUp();
    this.#options.changed();
  }

  #step(positions: readonly Position[]): void {
    this.#earlier.push(this.#positions);
    this.#later = [];
    this.#positions = positions;
  }

  #travel(from: (readonly Position[])[], to: (readonly Position[])[]): boolean {
    const positions = from.pop();
    if (!positions) return false;
    to.push(this.#positions);
    this.#positions = positions;
    this.#options.changed();
    return true;
  }

  /** A second click on the last vertex ends a line or polygon, one on the first closes a polygon. */
  #finishes({ screen }: SketchPlace): boolean {
    const near = (position: Position | undefined) => {
      if (!position) return false;
      const { x, y } = this.project(position[0], position[1]);
      return Math.hypot(x - screen.x, y - screen.y) <= finishPixels;
    };
    const enough = this.kind === "line" ? 2 : 3;
    if (this.#positions.length < enough) return false;
    return near(this.#positions.at(-1)) || (this.kind === "polygon" && near(this.#positions[0]));
  }
}

function placeOf({ lng, lat, containerX, containerY }: MouseEventOf): SketchPlace {
  return { position: [lng, lat], screen: { x: containerX, y: containerY } };
}
