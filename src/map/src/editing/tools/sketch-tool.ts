import { TerraDraw } from "terra-draw";
import { TerraDrawMapLibreGLAdapter } from "terra-draw-maplibre-gl-adapter";
import { make } from "../../elements/dom";
import { sketchPrefix } from "../../map/sketch-layers";
import { say } from "../../say";
import type { Editor } from "../editor";
import { figureOf, type Figure } from "../glass/scene";
import { fits, kindsOf, newContent } from "../model/draft";
import { sayArea, sayKind, sayLength, sayLeg } from "../words";
import { readEntry } from "../operations/entry";
import { figuresOf } from "../operations/plane";
import { same, shapeOf, type Position, type Shape, type ShapeKind } from "../operations/shapes";
import type { Picture } from "../picture";
import type { HandLabel } from "../hand-label";
import type { Shares } from "../shares";
import type { Snapping } from "../snapping";
import { Following } from "./following";
import { addPart, cutHole, drawNew, splitSelected } from "./sketch-ends";
import { SketchMode, type SketchPlace } from "./sketch-mode";
import type { Tool } from "./tool";
import type { Workbench } from "./workbench";

export type SketchName = "draw" | "split" | "hole";

const noKeys = { altKey: false, shiftKey: false };

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
  readonly #following: Following;
  /** Of the pointer's last event: the library only sees keys that are pressed while the map has the focus. */
  #keys: Pick<PointerEvent, "altKey" | "shiftKey"> = noKeys;
  #listening = new AbortController();
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
    this.#following = new Following(editor.draft);
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
    this.#listening = new AbortController();
    const frame = this.#editor.plan.map.getCanvasContainer();
    for (const name of ["pointermove", "pointerdown", "pointerup"] as const)
      frame.addEventListener(name, (event) => (this.#keys = event), { capture: true, signal: this.#listening.signal });
    this.#draw ??= this.#library();
    this.#draw.start();
    this.#draw.setMode("sketch");
    this.#show();
  }

  stop(): void {
    // A mode is registered once and for all; resting in another one lets it be taken up again.
    this.#draw?.setMode("static");
    this.#draw?.stop();
    this.#listening.abort();
    this.#keys = noKeys;
    this.#forget();
    this.#show();
    clearTimeout(this.#rest);
    this.#label.hide();
  }

  key(event: KeyboardEvent): boolean {
    if (event.key === "Enter") this.#mode.finish();
    else if (event.key === "Backspace") this.#mode.takeBack();
    else if (event.key === "Escape" && this.#mode.positions.length > 0) this.#cancel();
    else if (event.key === " ") this.#addCentre(event.shiftKey);
    else if (event.key === "t") this.#setTracing(!this.#following.isOn);
    else return false;
    return true;
  }

  undo(): boolean {
    return this.#mode.stepBack();
  }

  redo(): boolean {
    return this.#mode.stepForward();
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
        this.#switch(say("Dò theo ranh có sẵn (T)", "Follow an existing boundary (T)"), this.#following.isOn, (on) =>
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
      this.#cancel();
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
      button(say("Đặt điểm ở giữa", "Point in the middle"), () => this.#addCentre(false)),
      button(say("Bỏ đỉnh cuối", "Remove the last vertex"), () => this.#mode.takeBack()),
      button(say("Hủy", "Cancel"), () => this.#cancel()),
      button(say("Xong (Enter)", "Finish (Enter)"), () => this.#mode.finish(), false),
    );
  }

  #setTracing(on: boolean): void {
    this.#following.isOn = on;
    this.#editor.tell("tool");
    if (on)
      this.#editor.announce(
        say(
          "Dò ranh: bấm nơi bắt đầu và nơi kết thúc trên cùng một ranh; giữ Shift để đi vòng kia.",
          "Following: click where to begin and where to end on one boundary; hold Shift to go the other way round.",
        ),
      );
  }

  #snapped({ position, screen }: SketchPlace): Position {
    const { altKey, shiftKey } = this.#keys;
    const snap = this.#snapping.at(screen, position, altKey);
    this.#picture.snap = snap;
    this.#label.move(screen);
    this.#label.snap = snap && this.#snapping.inWords(snap);
    this.#following.lookAhead(this.#mode.positions.at(-1), snap, shiftKey);
    return snap?.position ?? position;
  }

  #clicked({ position, screen }: SketchPlace, { altKey, shiftKey } = this.#keys): readonly Position[] {
    const snap = this.#snapping.at(screen, position, altKey);
    const to = snap?.position ?? position;
    const run = this.#following.from(this.#mode.positions.at(-1), snap, shiftKey);
    if (!run)
      this.#editor.announce(say("Hai điểm không nằm trên cùng một ranh.", "The two places are not on one boundary."));
    if (snap) this.#following.meet(to, snap);
    return [...(run ?? []), to];
  }

  #addCentre(longer: boolean): void {
    const { map } = this.#editor.plan;
    const { lng, lat } = map.getCenter();
    const { x, y } = map.project([lng, lat]);
    const keys = { altKey: false, shiftKey: longer };
    this.#mode.add(this.#clicked({ position: [lng, lat], screen: { x, y } }, keys));
    if (this.kind === "point") this.#mode.finish();
  }

  #cancel(): void {
    this.#forget();
    this.#mode.cancel();
  }

  #forget(): void {
    this.#picture.snap = undefined;
    this.#following.forget();
  }

  #finish(positions: readonly Position[]): void {
    const shape = shapeOf(this.kind, [{ part: 0, ring: 0, closed: this.kind === "polygon", positions }]);
    if (!shape) return;
    if (this.name === "split") splitSelected(this.#editor, positions);
    else if (this.name === "hole") cutHole(this.#editor, shape, this.#keepCut);
    else if (this.#asPart && this.#editor.feature?.geometry) addPart(this.#editor, shape);
    else drawNew(this.#editor, shape, this.#following.edgesUnder(positions));
    this.#forget();
  }

  /** The sketch on the glass, its figures, and what the rules would say if it were finished here. */
  #show(): void {
    const positions = this.#following.leadingOn(this.#mode.positions);
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
