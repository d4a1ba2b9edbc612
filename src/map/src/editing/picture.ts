import type { Feature, FeatureCollection } from "geojson";
import { onThemeChanged } from "../theme-colours";
import { draftLayers, peopleLayers } from "./draft-layers";
import type { Editor, Topic } from "./editor";
import { Glass } from "./glass/glass";
import { noBands, type Bands } from "./glass/rubber";
import { figureOf, figuresOfPlace, type Figure, type Mark, type Scene } from "./glass/scene";
import { nameOf, type Content } from "./model/draft";
import type { Key } from "./model/plan-draft";
import { placeInside, turn } from "./operations/inside";
import { kindOf, pathsOf, same, type Position, type Shape } from "./operations/shapes";
import { edgesOf } from "./operations/vertices";
import { between, type Snap } from "./operations/snap";
import { peopleOnMap } from "./together/together";

/** What changes the glass; a gesture under way tells it itself. */
const onGlass: readonly Topic[] = ["draft", "selection", "tool", "check"];

/** A vertex in the hand: where it is, and the other ends of its edges. */
export interface Held {
  readonly at: Position;
  readonly ends: readonly Position[];
}

/** A figure that is being drawn, with the pointer as its next vertex. */
export interface Sketch {
  readonly figure: Figure | undefined;
  /** The same array as long as no vertex has been added or taken back. */
  readonly positions: readonly Position[];
  readonly pointer: Position | undefined;
  readonly isClosed: boolean;
}

export const noSketch: Sketch = { figure: undefined, positions: [], pointer: undefined, isClosed: false };

/** Handles of more vertices than this in sight would be a carpet; one zooms in. */
const mostHandles = 1500;
/** The middle of a shorter edge has no handle of its own: it would lie on those of the vertices. CSS pixels. */
const leastEdgePixels = 36;

/**
 * What a draft looks like: its changes and the others who work on it are drawn by the map, what follows the hand on the
 * glass above it. While something is dragged the map is left alone; what happens meanwhile is drawn after the drop.
 */
export class Picture {
  readonly #editor: Editor;
  readonly #glass: Glass;
  readonly #stops: (() => void)[];
  /** Shapes on their way during a drag, instead of those in the draft. */
  #moving: ReadonlyMap<Key, Shape> = new Map();
  /** The vertex that is dragged and the ends of its edges; a drag of whole shapes has none. */
  #held: Held | undefined;
  /** What has been dropped; it stays on the glass until the map shows it in its new place. */
  #landed: ReadonlySet<Key> = new Set();
  /** What has to be drawn by the map once the drag is over. */
  #waiting = new Set<Topic>();
  #snap: Snap | undefined;
  #sketch: Sketch = noSketch;
  #handles = false;

  constructor(editor: Editor) {
    this.#editor = editor;
    this.#glass = new Glass(editor.plan.map, () => this.#scene());
    this.#stops = [
      editor.listen((topics) => this.#redraw(topics)),
      onThemeChanged(() => setTimeout(() => this.drawAll(), 0)),
    ];
    this.drawAll();
  }

  stop(): void {
    this.#stops.forEach((stop) => stop());
    this.#glass.stop();
    const { plan } = this.#editor;
    plan.hide(new Map());
    for (const name of ["edit-draft", "edit-people"]) plan.removeDrawing(name);
  }

  /** Shows handles on the vertices of what is selected. */
  set handles(shown: boolean) {
    this.#handles = shown;
    this.#glass.repaint();
  }

  /** Shapes on their way in a drag, in every frame of it. */
  drag(shapes: ReadonlyMap<Key, Shape>, held?: Held): void {
    const isBeginning = this.#moving.size === 0;
    this.#moving = shapes;
    this.#held = held;
    // What is held leaves the pane once, and then moves above it.
    if (isBeginning) this.#glass.repaint(this.#bands());
    else this.#glass.follow(this.#bands());
  }

  /** The drag is given up: everything is where it was. */
  drop(): void {
    this.#moving = new Map();
    this.#held = undefined;
    this.#catchUp();
    this.#glass.repaint(this.#bands());
  }

  set snap(snap: Snap | undefined) {
    if (snap === this.#snap) return;
    this.#snap = snap;
    this.#glass.follow(this.#bands());
  }

  /** A figure that is not part of the draft yet. */
  set sketch(sketch: Sketch) {
    const isOnlyPointer = sketch.positions === this.#sketch.positions;
    this.#sketch = sketch;
    if (isOnlyPointer) this.#glass.follow(this.#bands());
    else this.#glass.repaint(this.#bands());
  }

  /** The drag is over and the draft has taken it; nothing may jump back until the map has caught up. */
  land(): void {
    const landed = new Set([...this.#landed, ...this.#moving.keys()]);
    this.#landed = landed;
    this.#moving = new Map();
    this.#held = undefined;
    this.#catchUp();
    const { map } = this.#editor.plan;
    // The draft tells of its change at the end of this task; from then on the map has something to do.
    setTimeout(() => {
      map.triggerRepaint();
      void map.once("idle").then(() => {
        if (this.#landed !== landed) return;
        this.#landed = new Set();
        this.#glass.repaint();
      });
    });
    this.#glass.repaint(this.#bands());
  }

  drawAll(): void {
    this.#drawDraft();
    this.#drawPeople();
    this.#editor.plan.redraw();
    this.#glass.repaint();
  }

  #redraw(topics: ReadonlySet<Topic>): void {
    if (this.#moving.size > 0) for (const topic of topics) this.#waiting.add(topic);
    else this.#drawOnMap(topics);
    if (onGlass.some((topic) => topics.has(topic))) this.#glass.repaint();
  }

  #catchUp(): void {
    const topics = this.#waiting;
    this.#waiting = new Set();
    this.#drawOnMap(topics);
  }

  #drawOnMap(topics: ReadonlySet<Topic>): void {
    if (topics.has("draft")) this.#drawDraft();
    if (topics.has("people")) this.#drawPeople();
  }

  #shape(key: Key): Shape | null {
    return this.#moving.get(key) ?? this.#editor.draft.shape(key);
  }

  #drawDraft(): void {
    const { draft, plan } = this.#editor;
    const hidden = new Map<string, number[]>();
    const features: Feature[] = [];
    for (const key of draft.changed) {
      const content = draft.feature(key);
      if (!content) continue;
      if (content.feature !== null) {
        const ids = hidden.get(content.layer) ?? [];
        ids.push(content.feature);
        hidden.set(content.layer, ids);
      }
      const geometry = content.op === "delete" ? content.geometry : draft.shape(key);
      if (!geometry) continue;
      const feature = featureOf(key, content, geometry);
      features.push(feature, ...labelOf(feature, geometry));
    }
    plan.draw("edit-draft", collection(features), draftLayers(this.#editor));
    plan.hide(hidden);
  }

  #drawPeople(): void {
    const { plan, people } = this.#editor;
    plan.draw("edit-people", peopleOnMap(people), peopleLayers());
  }

  #scene(): Scene {
    const { figure, positions } = this.#sketch;
    return {
      figures: [...this.#figures(), ...(figure ? [figure] : [])],
      marks: [...positions.map((at): Mark => ({ role: "corner", at })), ...this.#marks()],
    };
  }

  /** What follows the hand: the edges of what it holds or draws, and where it is drawn to. */
  #bands(): Bands {
    const { positions, pointer, isClosed } = this.#sketch;
    const [first, last] = [positions[0], positions.at(-1)];
    const edges: [Position, Position][] = [];
    const marks: Mark[] = [];
    if (this.#held) {
      const { at } = this.#held;
      edges.push(...this.#held.ends.map((end): [Position, Position] => [end, at]));
      marks.push({ role: "chosen", at });
    }
    if (pointer && last) edges.push([last, pointer]);
    if (pointer && first && isClosed && positions.length >= 2) edges.push([pointer, first]);
    if (this.#snap) marks.push({ role: `snap-${this.#snap.kind}`, at: this.#snap.position });
    return edges.length + marks.length > 0 ? { edges, marks } : noBands;
  }

  #figures(): Figure[] {
    const { selected, preview, checked } = this.#editor;
    const figures: Figure[] = [];
    const add = (role: Figure["role"], shape: Shape | null) => {
      if (shape) figures.push(figureOf(role, shape));
    };
    for (const key of this.#landed) add("landed", this.#shape(key));
    for (const shape of this.#moving.values()) figures.push(figureOf("moving", shape, this.#held?.at));
    for (const key of selected) if (!this.#moving.has(key)) add("selected", this.#shape(key));
    for (const shape of preview) add("preview", shape);
    for (const finding of checked?.findings ?? []) figures.push(...figuresOfPlace(finding.severity, finding.place));
    return figures;
  }

  #marks(): Mark[] {
    const { vertex } = this.#editor;
    const marks: Mark[] = this.#handles ? this.#handlesInSight() : [];
    if (vertex && !this.#held) marks.push({ role: "chosen", at: vertex });
    return marks;
  }

  #handlesInSight(): Mark[] {
    const { key, plan } = this.#editor;
    const shape = key === undefined ? null : this.#shape(key);
    if (!shape) return [];
    const bounds = plan.map.getBounds();
    const [west, south, east, north] = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
    const inSight = ([lng, lat]: Position) => lng >= west && lng <= east && lat >= south && lat <= north;
    const pixelsADegree = (512 * 2 ** plan.map.getZoom()) / 360;
    const middles: Mark[] = [];
    const vertices: Mark[] = [];
    for (const path of pathsOf(shape))
      for (const { from, to } of edgesOf(path)) {
        if (inSight(from)) vertices.push({ role: "vertex", at: from });
        if (!to || kindOf(shape) === "point") continue;
        const middle = between(from, to, 0.5);
        if (inSight(middle) && Math.hypot(from[0] - to[0], from[1] - to[1]) * pixelsADegree > leastEdgePixels)
          middles.push({ role: "middle", at: middle });
        if (vertices.length > mostHandles) return [];
      }
    // Middles would trail behind the hand.
    if (!this.#held) return [...middles, ...vertices];
    const { at } = this.#held;
    return vertices.filter((mark) => !same(mark.at, at));
  }
}

function featureOf(key: Key, content: Content, geometry: Shape): Feature {
  const { layer, code, op, attributes, quality, feature } = content;
  return {
    type: "Feature",
    ...(feature === null ? {} : { id: feature }),
    properties: {
      ...attributes,
      name: nameOf(content),
      code,
      quality,
      "edit-key": key,
      "edit-layer": layer,
      "edit-op": op,
    },
    geometry,
  };
}

/** An area's name stands once, well inside its largest ring; laid out over the area itself it would stand in every tile. */
function labelOf({ properties, ...feature }: Feature, geometry: Shape): Feature[] {
  const shells = pathsOf(geometry).filter(({ closed, ring }) => closed && ring === 0);
  const largest = shells.sort((one, other) => Math.abs(turn(other.positions)) - Math.abs(turn(one.positions)))[0];
  const at = largest && placeInside(largest.positions);
  return at
    ? [
        {
          ...feature,
          properties: { ...properties, "edit-label": true },
          geometry: { type: "Point", coordinates: [...at] },
        },
      ]
    : [];
}

function collection(features: Feature[]): FeatureCollection {
  return { type: "FeatureCollection", features };
}
