import type { Feature, FeatureCollection, Geometry } from "geojson";
import type { LayerSpecification } from "maplibre-gl";
import { planLayerOf, roleOf } from "../style/plan-style";
import { themeColour, onThemeChanged } from "../theme-colours";
import type { Editor, Topic } from "./editor";
import { nameOf, type Content } from "./model/draft";
import type { Key } from "./model/plan-draft";
import { placeInside, turn } from "./operations/inside";
import { kindOf, pathsOf, type Position, type Shape } from "./operations/shapes";
import { edgesOf } from "./operations/vertices";
import { between, type Snap } from "./operations/snap";
import { peopleOnMap } from "./together/together";

/** Handles of more vertices than this in sight would be a carpet; one zooms in. */
const mostHandles = 1500;

/**
 * What a draft looks like on the map, in three sources by how often they change: all its changes (on a command), what is
 * being worked on (on every frame of a drag: two to four features), and the handles.
 */
export class Picture {
  readonly #editor: Editor;
  readonly #stops: (() => void)[];
  /** Shapes on their way during a drag, instead of those in the draft. */
  #moving = new Map<Key, Shape>();
  #snap: Snap | undefined;
  #handles = false;
  #layers = layersOf();

  constructor(editor: Editor) {
    this.#editor = editor;
    const { map } = editor.plan;
    const moved = () => this.#drawHandles();
    map.on("moveend", moved);
    this.#stops = [
      editor.listen((topics) => this.#redraw(topics)),
      onThemeChanged(() => setTimeout(() => this.drawAll(), 0)),
      () => map.off("moveend", moved),
    ];
    this.drawAll();
  }

  stop(): void {
    this.#stops.forEach((stop) => stop());
    const { plan } = this.#editor;
    plan.hide(new Map());
    for (const name of ["edit-draft", "edit-work", "edit-handles", "edit-people"]) plan.removeDrawing(name);
  }

  /** Shows handles on the vertices of what is selected. */
  set handles(shown: boolean) {
    this.#handles = shown;
    this.#drawHandles();
  }

  /** Shapes while they are being dragged; an empty map ends it. */
  set moving(shapes: ReadonlyMap<Key, Shape>) {
    const members = (map: ReadonlyMap<Key, Shape>) => [...map.keys()].sort().join();
    const others = members(this.#moving) !== members(shapes);
    this.#moving = new Map(shapes);
    // The many stay as they are; only those that set out or have arrived change places between the sources.
    if (others) this.#drawDraft();
    this.#drawWork();
    this.#drawHandles();
  }

  set snap(snap: Snap | undefined) {
    if (snap === this.#snap) return;
    this.#snap = snap;
    this.#drawHandles();
  }

  drawAll(): void {
    this.#layers = layersOf();
    this.#drawDraft();
    this.#drawWork();
    this.#drawHandles();
    this.#drawPeople();
    this.#editor.plan.redraw();
  }

  #redraw(topics: ReadonlySet<Topic>): void {
    if (topics.has("draft")) this.#drawDraft();
    if (topics.has("draft") || topics.has("selection") || topics.has("check")) this.#drawWork();
    if (topics.has("draft") || topics.has("selection") || topics.has("tool")) this.#drawHandles();
    if (topics.has("people")) this.#drawPeople();
  }

  #shape(key: Key): Shape | null {
    return this.#moving.get(key) ?? this.#editor.draft.shape(key);
  }

  #drawDraft(): void {
    const { draft, plan } = this.#editor;
    const hidden = new Map<string, number[]>();
    const features: Feature[] = [];
    for (const key of new Set([...draft.changed, ...this.#moving.keys()])) {
      const content = draft.feature(key);
      if (!content) continue;
      if (content.feature !== null) {
        const ids = hidden.get(content.layer) ?? [];
        ids.push(content.feature);
        hidden.set(content.layer, ids);
      }
      const geometry = content.op === "delete" ? content.geometry : draft.shape(key);
      if (!geometry || this.#moving.has(key)) continue;
      const feature = featureOf(key, content, geometry);
      features.push(feature, ...labelOf(feature, geometry));
    }
    plan.draw("edit-draft", collection(features), draftLayers(this.#editor));
    plan.hide(hidden);
  }

  #drawWork(): void {
    const editor = this.#editor;
    const features: Feature[] = [];
    const add = (role: string, geometry: Geometry | null) => {
      if (geometry) features.push({ type: "Feature", properties: { role }, geometry });
    };
    for (const key of new Set([...editor.selected, ...this.#moving.keys()]))
      add(editor.selected.includes(key) ? "selected" : "moving", this.#shape(key));
    for (const shape of editor.preview) add("preview", shape);
    for (const finding of editor.checked?.findings ?? []) add(finding.severity, finding.place);
    editor.plan.draw("edit-work", collection(features), this.#layers.work);
  }

  #drawHandles(): void {
    const { plan, vertex } = this.#editor;
    const features: Feature[] = [];
    const add = (role: string, at: Position) =>
      features.push({ type: "Feature", properties: { role }, geometry: { type: "Point", coordinates: [...at] } });
    if (this.#handles) for (const { role, at } of this.#handlesInSight()) add(role, at);
    if (vertex) add("chosen", vertex);
    if (this.#snap) add(`snap-${this.#snap.kind}`, this.#snap.position);
    plan.draw("edit-handles", collection(features), this.#layers.handles);
  }

  #handlesInSight(): { role: "vertex" | "middle"; at: Position }[] {
    const { key, plan } = this.#editor;
    const shape = key === undefined ? null : this.#shape(key);
    if (!shape) return [];
    const bounds = plan.map.getBounds();
    const inSight = ([lng, lat]: Position) => bounds.contains([lng, lat]);
    const handles: { role: "vertex" | "middle"; at: Position }[] = [];
    for (const path of pathsOf(shape))
      for (const { from, to } of edgesOf(path)) {
        if (inSight(from)) handles.push({ role: "vertex", at: from });
        if (!to || kindOf(shape) === "point") continue;
        const middle = between(from, to, 0.5);
        const [a, b] = [plan.map.project([from[0], from[1]]), plan.map.project([to[0], to[1]])];
        if (inSight(middle) && Math.hypot(a.x - b.x, a.y - b.y) > 36) handles.push({ role: "middle", at: middle });
        if (handles.length > mostHandles) return [];
      }
    return handles;
  }

  #drawPeople(): void {
    const { plan, people } = this.#editor;
    plan.draw("edit-people", peopleOnMap(people), this.#layers.people);
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

/**
 * Changed features wear the symbols of their layer, so that the plan looks as it will; over them an outline says that
 * they are changed. What is to be abolished is only crossed out in outline.
 */
function draftLayers({ plan }: Editor): LayerSpecification[] {
  const own = plan.style.layers.flatMap((layer): LayerSpecification[] => {
    const code = planLayerOf(layer);
    if (code === undefined || roleOf(layer) === "highlight" || !("source-layer" in layer)) return [];
    const { filter, layout, ...rest } = layer;
    const alone: Partial<typeof rest> = { ...rest };
    delete alone["source-layer"];
    const isLabel = roleOf(layer) === "label";
    const part = isLabel
      ? ["any", ["has", "edit-label"], ["!=", ["geometry-type"], "Polygon"]]
      : ["!", ["has", "edit-label"]];
    const mine = ["all", ["==", ["get", "edit-layer"], code], ["!=", ["get", "edit-op"], "delete"], part];
    const both = filter === undefined ? mine : ["all", filter, mine];
    const visible = { ...layout, visibility: "visible" };
    return [
      {
        ...alone,
        id: `edit.${layer.id}`,
        source: "edit-draft",
        filter: both,
        layout: visible,
        minzoom: 0,
        maxzoom: 24,
      } as unknown as LayerSpecification,
    ];
  });
  const colour = themeColour("teal");
  return [
    ...own,
    {
      id: "edit-draft.area",
      type: "fill",
      source: "edit-draft",
      filter: ["all", ["==", ["geometry-type"], "Polygon"], ["!=", ["get", "edit-op"], "delete"]],
      paint: { "fill-color": colour, "fill-opacity": 0.07 },
    },
    {
      id: "edit-draft.line",
      type: "line",
      source: "edit-draft",
      filter: ["all", ["!=", ["geometry-type"], "Point"], ["!=", ["get", "edit-op"], "delete"]],
      layout: { "line-join": "round" },
      paint: { "line-color": colour, "line-width": 2 },
    },
    {
      id: "edit-draft.removed",
      type: "line",
      source: "edit-draft",
      filter: ["all", ["!=", ["geometry-type"], "Point"], ["==", ["get", "edit-op"], "delete"]],
      paint: { "line-color": themeColour("brick"), "line-width": 2, "line-dasharray": [2, 2] },
    },
    {
      id: "edit-draft.point",
      type: "circle",
      source: "edit-draft",
      filter: ["all", ["==", ["geometry-type"], "Point"], ["!", ["has", "edit-label"]]],
      paint: {
        "circle-radius": 11,
        "circle-color": colour,
        "circle-opacity": 0.07,
        "circle-stroke-width": 2,
        "circle-stroke-color": ["case", ["==", ["get", "edit-op"], "delete"], themeColour("brick"), colour],
      },
    },
  ];
}

/** Made once for a theme: reading colours in every frame of a drag would cost more than the drag. */
function layersOf(): Readonly<Record<"work" | "handles" | "people", LayerSpecification[]>> {
  return { work: workLayers(), handles: handleLayers(), people: peopleLayers() };
}

const isArea: ["==", ["geometry-type"], string] = ["==", ["geometry-type"], "Polygon"];

function workLayers(): LayerSpecification[] {
  const brick = themeColour("brick");
  const role = (...names: string[]): ["in", ["get", string], ["literal", string[]]] => [
    "in",
    ["get", "role"],
    ["literal", names],
  ];
  const source = "edit-work";
  return [
    {
      id: "edit-work.area",
      type: "fill",
      source,
      filter: ["all", isArea, role("selected", "moving", "preview")],
      paint: { "fill-color": brick, "fill-opacity": 0.12 },
    },
    {
      id: "edit-work.fault",
      type: "fill",
      source,
      filter: ["all", isArea, role("error", "warning")],
      paint: { "fill-color": themeColour("danger"), "fill-opacity": 0.3 },
    },
    {
      id: "edit-work.casing",
      type: "line",
      source,
      filter: role("selected"),
      layout: { "line-join": "round", "line-cap": "round" },
      paint: { "line-color": themeColour("surface"), "line-width": 5 },
    },
    {
      id: "edit-work.line",
      type: "line",
      source,
      filter: role("selected", "moving"),
      layout: { "line-join": "round" },
      paint: { "line-color": brick, "line-width": 2.5 },
    },
    {
      id: "edit-work.preview",
      type: "line",
      source,
      filter: role("preview"),
      paint: { "line-color": brick, "line-width": 2, "line-dasharray": [3, 2] },
    },
    {
      id: "edit-work.fault-line",
      type: "line",
      source,
      filter: role("error", "warning"),
      paint: { "line-color": themeColour("danger"), "line-width": 3 },
    },
    {
      id: "edit-work.point",
      type: "circle",
      source,
      filter: ["all", ["==", ["geometry-type"], "Point"], role("selected", "moving", "preview")],
      paint: {
        "circle-radius": 13,
        "circle-color": brick,
        "circle-opacity": 0.15,
        "circle-stroke-width": 2.5,
        "circle-stroke-color": brick,
      },
    },
    {
      id: "edit-work.fault-point",
      type: "circle",
      source,
      filter: ["all", ["==", ["geometry-type"], "Point"], role("error", "warning")],
      paint: {
        "circle-radius": 9,
        "circle-color": themeColour("danger"),
        "circle-opacity": 0.25,
        "circle-stroke-width": 2,
        "circle-stroke-color": themeColour("danger"),
      },
    },
  ];
}

function handleLayers(): LayerSpecification[] {
  const [brick, surface, teal] = [themeColour("brick"), themeColour("surface"), themeColour("teal")];
  const source = "edit-handles";
  const of = (name: string): ["==", ["get", string], string] => ["==", ["get", "role"], name];
  return [
    {
      id: "edit-handles.middle",
      type: "circle",
      source,
      filter: of("middle"),
      paint: {
        "circle-radius": 3.5,
        "circle-color": surface,
        "circle-opacity": 0.85,
        "circle-stroke-width": 1.5,
        "circle-stroke-color": brick,
        "circle-stroke-opacity": 0.7,
      },
    },
    {
      id: "edit-handles.vertex",
      type: "circle",
      source,
      filter: of("vertex"),
      paint: { "circle-radius": 5, "circle-color": surface, "circle-stroke-width": 2, "circle-stroke-color": brick },
    },
    {
      id: "edit-handles.chosen",
      type: "circle",
      source,
      filter: of("chosen"),
      paint: { "circle-radius": 7, "circle-color": brick, "circle-stroke-width": 2.5, "circle-stroke-color": surface },
    },
    {
      id: "edit-handles.snap",
      type: "circle",
      source,
      filter: ["in", ["get", "role"], ["literal", ["snap-vertex", "snap-edge", "snap-intersection"]]],
      paint: {
        "circle-radius": ["match", ["get", "role"], "snap-vertex", 8, 6],
        "circle-opacity": 0,
        "circle-stroke-width": 2.5,
        "circle-stroke-color": teal,
        "circle-color": teal,
      },
    },
  ];
}

function peopleLayers(): LayerSpecification[] {
  const source = "edit-people";
  const info = themeColour("teal");
  return [
    {
      id: "edit-people.dot",
      type: "circle",
      source,
      paint: {
        "circle-radius": 6,
        "circle-color": info,
        "circle-stroke-width": 2,
        "circle-stroke-color": themeColour("surface"),
      },
    },
    {
      id: "edit-people.name",
      type: "symbol",
      source,
      layout: {
        "text-field": ["get", "name"],
        "text-font": ["Be Vietnam Pro SemiBold"],
        "text-size": 12,
        "text-anchor": "left",
        "text-offset": [0.9, 0],
        "text-allow-overlap": true,
      },
      paint: { "text-color": info, "text-halo-color": themeColour("surface"), "text-halo-width": 2 },
    },
  ];
}
