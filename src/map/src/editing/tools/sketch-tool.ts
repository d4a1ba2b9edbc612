import { TerraDraw } from "terra-draw";
import { TerraDrawMapLibreGLAdapter } from "terra-draw-maplibre-gl-adapter";
import { make } from "../../elements/dom";
import { sketchPrefix } from "../../map/sketch-layers";
import { say } from "../../say";
import type { Editor } from "../editor";
import { figureOf, type Figure } from "../glass/scene";
import { fits, kindsOf, nameOf, newContent } from "../model/draft";
import type { Key, Step } from "../model/plan-draft";
import { insertAllShared, reshape } from "../model/shared-edits";
import { sayArea, sayKind, sayLength, sayLeg } from "../words";
import { readEntry } from "../operations/entry";
import { cut } from "../operations/overlay";
import { figuresOf } from "../operations/plane";
import { same, shapeOf, type Position, type Shape, type ShapeKind } from "../operations/shapes";
import type { Snap } from "../operations/snap";
import { split } from "../operations/split";
import { trace } from "../operations/trace";
import type { Picture } from "../picture";
import type { HandLabel } from "../hand-label";
import type { Shares } from "../shares";
import type { Snapping } from "../snapping";
import { SketchMode, type SketchPlace } from "./sketch-mode";
import type { Tool } from "./tool";
import type { Workbench } from "./workbench";

export type SketchName = "draw" | "split" | "hole";

/** Full figures are told when the pointer has rested this long; in each frame they would cost the frame. */
const restMilliseconds = 120;

/**
 * Draws with Terra Draw: a new feature, the line that splits one, the outline of a hole. Clicks, Space (the middle of
 * the map) and typed places all add to the same sketch.
 */
export class SketchTool implements Tool {
  readonly name: SketchName;
  readonly #editor: Editor;
  readonly #picture: Picture;
  readonly #snapping: Snapping;
  readonly #shares: Shares;
  readonly #label: HandLabel;
  readonly #mode: SketchMode;
  #draw: TerraDraw | undefined;
  #tracing = false;
  #traceFrom: Snap | undefined;
  /** Where vertices of the sketch lie on edges of features: those of the same coverage get them too. */
  #rests = new Map<string, { readonly key: Key; readonly a: Position; readonly b: Position }>();
  #keepCut = false;
  /** Draws another part of the selected feature instead of a new feature. */
  #asPart = false;
  #rest: ReturnType<typeof setTimeout> | undefined;
  readonly #figures = make("output", { class: "edit-figures", "aria-live": "off" });

  constructor(name: SketchName, { editor, picture, snapping, shares, label }: Workbench) {
    this.name = name;
    this.#editor = editor;
    this.#picture = picture;
    this.#snapping = snapping;
    this.#shares = shares;
    this.#label = label;
    this.#mode = new SketchMode({
      snapped: (place) => this.#snapped(place),
      clicked: (place) => this.#clicked(place),
      changed: () => this.#show(),
      finished: (positions) => this.#finish(positions),
    });
  }

  get kind(): ShapeKind {
    if (this.name === "split") return "line";
    return this.name === "hole" ? "polygon" : this.#editor.kind;
  }

  start(): void {
    this.#mode.kind = this.kind;
    this.#draw ??= this.#library();
    this.#draw.start();
    this.#draw.setMode("sketch");
    this.#show();
  }

  stop(): void {
    // A mode is registered once and for all; resting in another one lets it be taken up again.
    this.#draw?.setMode("static");
    this.#draw?.stop();
    this.#picture.snap = undefined;
    this.#traceFrom = undefined;
    this.#rests.clear();
    this.#show();
    clearTimeout(this.#rest);
    this.#label.hide();
  }

  key(event: KeyboardEvent): boolean {
    if (event.key === "Enter") this.#mode.finish();
    else if (event.key === "Backspace") this.#mode.takeBack();
    else if (event.key === "Escape" && this.#mode.positions.length > 0) this.#mode.cancel();
    else if (event.key === " ") this.#addCentre();
    else if (event.key === "t") this.#setTracing(!this.#tracing);
    else return false;
    return true;
  }

  options(): readonly Node[] {
    const { layer } = this.#editor;
    const nodes: Node[] = [];
    const kinds = layer ? kindsOf(layer) : [];
    if (this.name === "draw" && kinds.length > 1) nodes.push(this.#kindChoice(kinds));
    if (this.name === "draw" && this.#editor.shape && this.kind !== "point")
      nodes.push(
        this.#switch(
          say("Thêm phần cho đối tượng đang chọn", "Another part of the selected feature"),
          this.#asPart,
          (on) => (this.#asPart = on),
        ),
      );
    if (this.name === "hole")
      nodes.push(
        this.#switch(
          say("Giữ phần khoét thành đối tượng mới", "Keep the piece as a new feature"),
          this.#keepCut,
          (on) => (this.#keepCut = on),
        ),
      );
    if (this.kind !== "point")
      nodes.push(
        this.#switch(say("Dò theo ranh có sẵn (T)", "Follow an existing boundary (T)"), this.#tracing, (on) =>
          this.#setTracing(on),
        ),
      );
    nodes.push(this.#entry(), this.#figures, this.#buttons());
    return nodes;
  }

  #library(): TerraDraw {
    const { map } = this.#editor.plan;
    const adapter = new TerraDrawMapLibreGLAdapter({ map, prefixId: sketchPrefix, coordinatePrecision: 15 });
    return new TerraDraw({ adapter, modes: [this.#mode] });
  }

  #kindChoice(kinds: readonly ShapeKind[]): Node {
    const select = make("select", { "aria-label": say("Kiểu hình", "Kind of shape") });
    for (const kind of kinds)
      select.append(make("option", { value: kind, selected: kind === this.kind }, sayKind(kind)));
    select.addEventListener("change", () => {
      this.#editor.drawKind(select.value as ShapeKind);
      this.#mode.cancel();
      this.#mode.kind = this.kind;
    });
    return select;
  }

  #switch(label: string, on: boolean, set: (on: boolean) => void): Node {
    const box = make("input", { type: "checkbox", checked: on });
    box.addEventListener("change", () => set(box.checked));
    return make("label", { class: "edit-check" }, box, label);
  }

  #entry(): Node {
    const label = say("Nhập điểm: X Y, hoặc @dài phương vị", "Type a place: X Y, or @length bearing");
    const field = make("input", {
      type: "text",
      class: "edit-entry",
      "aria-label": label,
      placeholder: say("X Y hoặc @120 45°", "X Y or @120 45°"),
      autocomplete: "off",
    });
    field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      if (field.value.trim() === "") this.#mode.finish();
      else if (this.#type(field.value)) field.value = "";
      field.setAttribute("aria-invalid", String(field.value !== ""));
    });
    return field;
  }

  #type(text: string): boolean {
    const entry = readEntry(text, this.#mode.positions.at(-1));
    if (!entry) {
      this.#editor.announce(
        say(
          "Chưa hiểu tọa độ. Ví dụ: 1164915,32 572400,67 (X bắc, Y đông), 10,5333 106,4133 hoặc @120 45.",
          "Not understood. For example 1164915.32 572400.67 (X north, Y east), 10.5333 106.4133, or @120 45.",
        ),
      );
      return false;
    }
    if (entry.exchanged)
      this.#editor.announce(
        say("X và Y chỉ hợp khi đổi chỗ, nên đã đổi.", "X and Y fit only when exchanged, so they were."),
      );
    this.#mode.add([entry.position]);
    const [longitude, latitude] = entry.position;
    if (!this.#editor.plan.map.getBounds().contains([longitude, latitude]))
      this.#editor.plan.map.panTo([longitude, latitude]);
    if (this.kind === "point") this.#mode.finish();
    return true;
  }

  #buttons(): Node {
    const button = (label: string, run: () => void, quiet = true) => {
      const made = make("button", { type: "button", class: quiet ? "quiet" : "" }, label);
      made.addEventListener("click", run);
      return made;
    };
    return make(
      "div",
      { class: "edit-actions" },
      button(say("Đặt điểm ở giữa", "Point in the middle"), () => this.#addCentre()),
      button(say("Bỏ đỉnh cuối", "Remove the last vertex"), () => this.#mode.takeBack()),
      button(say("Hủy", "Cancel"), () => this.#mode.cancel()),
      button(say("Xong (Enter)", "Finish (Enter)"), () => this.#mode.finish(), false),
    );
  }

  #setTracing(on: boolean): void {
    this.#tracing = on;
    this.#traceFrom = undefined;
    this.#editor.tell("tool");
    if (on)
      this.#editor.announce(
        say(
          "Dò ranh: bấm nơi bắt đầu và nơi kết thúc trên cùng một ranh.",
          "Following: click where to begin and where to end on one boundary.",
        ),
      );
  }

  #snapped({ position, screen, alt }: SketchPlace): Position {
    const snap = this.#snapping.at(screen, position, alt);
    this.#picture.snap = snap;
    this.#label.move(screen);
    this.#label.snap = snap && this.#snapping.inWords(snap);
    const at = snap?.position ?? position;
    if (snap?.kind === "edge" && snap.edge)
      this.#rests.set(at.join(), { key: snap.key, a: snap.edge[0], b: snap.edge[1] });
    return at;
  }

  #clicked(place: SketchPlace): readonly Position[] {
    const snap = this.#snapping.at(place.screen, place.position, place.alt);
    const to = this.#snapped(place);
    if (!this.#tracing) return [to];
    const from = this.#traceFrom;
    this.#traceFrom = snap;
    if (!from || !snap) return [to];
    const shape = [snap.key, from.key]
      .map((key) => this.#editor.draft.shape(key))
      .find((one) => one && trace(one, from.position, to));
    const between = shape ? trace(shape, from.position, to, place.alt) : undefined;
    if (!between)
      this.#editor.announce(say("Hai điểm không nằm trên cùng một ranh.", "The two places are not on one boundary."));
    return [...(between ?? []), to];
  }

  #addCentre(): void {
    const { map } = this.#editor.plan;
    const { lng, lat } = map.getCenter();
    const { x, y } = map.project([lng, lat]);
    const place: SketchPlace = { position: [lng, lat], screen: { x, y }, alt: false };
    this.#mode.add(this.#clicked(place));
    if (this.kind === "point") this.#mode.finish();
  }

  #finish(positions: readonly Position[]): void {
    const shape = shapeOf(this.kind, [{ part: 0, ring: 0, closed: this.kind === "polygon", positions }]);
    if (!shape) return;
    if (this.name === "draw") this.#finishDrawing(shape, positions);
    else if (this.name === "split") this.#finishSplit(positions);
    else this.#finishHole(shape);
    this.#rests.clear();
    this.#traceFrom = undefined;
  }

  #finishDrawing(shape: Shape, positions: readonly Position[]): void {
    const { key, feature, layer } = this.#editor;
    if (this.#asPart && key !== undefined && feature?.geometry) {
      const both = joinParts(feature.geometry, shape);
      if (both) this.#editor.edit(key, { geometry: both }, say("thêm một phần", "add a part"));
      return;
    }
    const also = layer?.isCoverage ? this.#restingIn(layer.code, positions) : [];
    const made = this.#editor.create(shape, also);
    if (made)
      this.#editor.announce(
        say("Đã vẽ xong. Hãy điền thuộc tính ở bảng bên cạnh.", "Drawn. Please fill in its attributes in the panel."),
      );
  }

  /** The neighbours of a coverage on whose edges vertices lie get them too, so that no T-vertex arises. */
  #restingIn(layer: string, positions: readonly Position[]): Step[] {
    const { draft } = this.#editor;
    const resting = positions.flatMap((at) => {
      const rest = this.#rests.get(at.join());
      return rest && draft.feature(rest.key)?.layer === layer ? [{ ...rest, at }] : [];
    });
    return insertAllShared(draft, resting);
  }

  #finishSplit(line: readonly Position[]): void {
    const { draft, selected } = this.#editor;
    const steps: Step[] = [];
    let parts = 0;
    for (const key of selected) {
      const content = draft.feature(key);
      const done = content?.geometry && content.op !== "delete" ? split(content.geometry, line) : undefined;
      const [largest, ...others] = done?.parts ?? [];
      if (!content || !done || !largest) continue;
      parts += done.parts.length;
      const resting = done.inserted.map((one) => ({ key, ...one }));
      steps.push(...insertAllShared(draft, resting).filter((step) => step.key !== key));
      steps.push({ key, before: draft.change(key), after: { ...content, geometry: largest } });
      others.forEach((geometry, index) => {
        const after = {
          ...content,
          op: "create" as const,
          code: "",
          feature: null,
          baseVersion: null,
          geometry,
          nameVi: `${content.nameVi} (${index + 2})`,
        };
        steps.push({ key: `n${crypto.randomUUID()}`, before: undefined, after });
      });
    }
    if (parts === 0) {
      this.#editor.announce(
        selected.length === 0
          ? say("Hãy chọn vùng cần cắt trước.", "Please select the area to split first.")
          : say(
              "Đường cắt phải đi từ ranh này sang ranh kia của vùng đang chọn.",
              "The line must run from edge to edge of the selected area.",
            ),
      );
      return;
    }
    this.#editor.run({ label: say("cắt", "split"), steps });
    this.#editor.announce(say(`Đã cắt thành ${parts} phần.`, `Split into ${parts} parts.`));
  }

  #finishHole(outline: Shape): void {
    const { key, feature, shape, draft } = this.#editor;
    const remains = shape && cut(shape, [outline]);
    if (key === undefined || !feature || !remains) {
      this.#editor.announce(
        say("Hãy chọn vùng, rồi vẽ lỗ nằm trong vùng đó.", "Please select an area, then draw the hole inside it."),
      );
      return;
    }
    const steps = reshape(draft, [key], () => remains);
    if (this.#keepCut) {
      const after = {
        ...feature,
        op: "create" as const,
        code: "",
        feature: null,
        baseVersion: null,
        geometry: outline,
        nameVi: `${feature.nameVi} (2)`,
      };
      steps.push({ key: `n${crypto.randomUUID()}`, before: undefined, after });
    }
    this.#editor.run({ label: say(`khoét lỗ trong ${nameOf(feature)}`, `cut a hole in ${nameOf(feature)}`), steps });
  }

  /** The sketch on the glass, its figures, and what the rules would say if it were finished here. */
  #show(): void {
    const { positions } = this.#mode;
    const last = positions.at(-1);
    // Right after a click the pointer stands on the vertex that it has set.
    const pointer = this.#mode.pointer && last && same(this.#mode.pointer, last) ? undefined : this.#mode.pointer;
    const path = pointer && positions.length > 0 ? [...positions, pointer] : positions;
    const shape =
      path.length >= 2 && this.kind !== "point"
        ? shapeOf(this.kind, [{ part: 0, ring: 0, closed: this.kind === "polygon", positions: path }])
        : undefined;
    const isClosed = this.kind === "polygon";
    this.#picture.sketch = { figure: this.#painted(shape, positions, pointer), positions, pointer, isClosed };
    const leg = pointer && last ? sayLeg(last, pointer) : "";
    this.#label.figures = [leg, ...(shape ? [this.#size(shape)] : [])].filter((text) => text !== "").join(" · ");
    if (positions.length === 0) this.#label.hide();
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.#tell(shape, leg), restMilliseconds);
    this.#propose(shape);
  }

  /** In full beside the tools, once the pointer rests. */
  #tell(shape: Shape | undefined, leg: string): void {
    if (!shape) this.#shares.forget();
    const words = shape
      ? [leg, this.#size(shape), this.#around(shape, leg)]
      : [leg || say("Bấm trên bản đồ để đặt đỉnh.", "Click on the map to set vertices.")];
    this.#figures.textContent = words.filter((text) => text !== "").join(" · ");
  }

  #size(shape: Shape): string {
    const { areaSquareMetres, lengthMetres } = figuresOf(shape);
    return this.kind === "polygon"
      ? sayArea(areaSquareMetres)
      : say(`tổng ${sayLength(lengthMetres)}`, `total ${sayLength(lengthMetres)}`);
  }

  /** The perimeter, and in which districts it lies. */
  #around(shape: Shape, leg: string): string {
    if (this.kind !== "polygon") return "";
    const perimeter = sayLength(figuresOf(shape).lengthMetres);
    const shares = this.#shares.inWords(shape, () => this.#tell(shape, leg));
    return [say(`chu vi ${perimeter}`, `perimeter ${perimeter}`), shares].filter((text) => text !== "").join(" · ");
  }

  /** What stands still of the sketch; the edges at the pointer follow it above. */
  #painted(
    shape: Shape | undefined,
    positions: readonly Position[],
    pointer: Position | undefined,
  ): Figure | undefined {
    if (shape && this.kind === "polygon") return figureOf("sketch", shape, pointer);
    return positions.length >= 2 ? { role: "sketch", kind: "line", paths: [{ closed: false, positions }] } : undefined;
  }

  #propose(shape: Shape | undefined): void {
    const { layer } = this.#editor;
    const proposed = shape && this.name === "draw" && !this.#asPart && layer && fits(layer, shape) ? shape : undefined;
    if (!proposed || !layer) {
      this.#editor.propose(undefined);
      return;
    }
    this.#editor.propose(() => [{ key: "sketch", before: undefined, after: newContent(layer.code, proposed) }]);
  }
}

/** The parts of two shapes of one kind in one. */
function joinParts(one: Shape, other: Shape): Shape | undefined {
  if (one.type === "Polygon" && other.type === "Polygon")
    return { type: "MultiPolygon", coordinates: [one.coordinates, other.coordinates] };
  if (one.type === "MultiPolygon" && other.type === "Polygon")
    return { type: "MultiPolygon", coordinates: [...one.coordinates, other.coordinates] };
  if (one.type === "LineString" && other.type === "LineString")
    return { type: "MultiLineString", coordinates: [one.coordinates, other.coordinates] };
  if (one.type === "MultiLineString" && other.type === "LineString")
    return { type: "MultiLineString", coordinates: [...one.coordinates, other.coordinates] };
  return undefined;
}
