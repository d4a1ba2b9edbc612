import type { PlanMap } from "../map/plan-map";
import { say } from "../say";
import {
  fits,
  inWords,
  kindsOf,
  nameOf,
  newContent,
  type AlsoTouched,
  type ChangeSet,
  type Content,
  type Draft,
  type LayerSchema,
} from "./model/draft";
import { PlanDraft, type Command, type Key, type Step } from "./model/plan-draft";
import { joined } from "./model/shared-edits";
import type { EditFault, SaveState } from "./model/saver";
import { kindOf, type Position, type Shape, type ShapeKind } from "./operations/shapes";
import type { Checked } from "./model/checks";
import type { Person } from "./together/together";

/** What can change about an editor; parts of the screen draw themselves anew on their topics. */
export type Topic = "draft" | "selection" | "tool" | "save" | "check" | "people" | "layer" | "proposal";

/**
 * The one state of an editing session: the draft, what is selected, which layer is drawn in. Parts of the screen read
 * it and listen; only its methods change it.
 */
export class Editor {
  readonly plan: PlanMap;
  readonly draft = new PlanDraft();
  readonly layers: ReadonlyMap<string, LayerSchema>;
  changeSet: ChangeSet;
  alsoTouchedBy: readonly AlsoTouched[];

  /** The selected features, the one that is worked on first. */
  selected: readonly Key[] = [];
  /** The selected vertex of the first of them. */
  vertex: Position | undefined;
  snapping = true;
  save: SaveState = { kind: "saved", at: undefined };
  checked: Checked | undefined;
  checking = false;
  people: readonly Person[] = [];
  /** What the last figures drawn by hand or shown for repair look like, beside the draft itself. */
  preview: readonly Shape[] = [];

  /** What the gesture that is under way would do to the draft; the rules are asked about it before it is done. */
  #proposal: (() => readonly Step[]) | undefined;
  #layer: string;
  #kind: ShapeKind | undefined;
  readonly #listeners = new Set<(topics: ReadonlySet<Topic>) => void>();
  #waiting = new Set<Topic>();
  readonly #announce: (text: string) => void;

  constructor(plan: PlanMap, { changeSet, layers, alsoTouchedBy, changes }: Draft, announce: (text: string) => void) {
    this.plan = plan;
    this.changeSet = changeSet;
    this.alsoTouchedBy = alsoTouchedBy;
    this.layers = new Map(layers.map((layer) => [layer.code, layer]));
    this.#announce = announce;
    this.draft.adopt(changes);
    this.#layer = changes.at(-1)?.content.layer ?? firstLayer(layers, plan.view.layers);
    this.draft.onChange((touched) => {
      if (this.selected.some((key) => touched.has(key) && !this.draft.shape(key) && !this.draft.feature(key)))
        this.select(this.selected.filter((key) => this.draft.feature(key)));
      this.tell("draft");
    });
  }

  /** Calls back once after everything that happens in one go. */
  listen(listener: (topics: ReadonlySet<Topic>) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  tell(...topics: Topic[]): void {
    if (this.#waiting.size === 0)
      queueMicrotask(() => {
        const told = this.#waiting;
        this.#waiting = new Set();
        for (const listener of [...this.#listeners]) listener(told);
      });
    for (const topic of topics) this.#waiting.add(topic);
  }

  /** Reads something out and shows it for a while. */
  announce(text: string): void {
    this.#announce(text);
  }

  get mayEdit(): boolean {
    return this.changeSet.mayEdit;
  }

  /** The feature that is worked on. */
  get key(): Key | undefined {
    return this.selected[0];
  }

  get feature(): Content | undefined {
    return this.key === undefined ? undefined : this.draft.feature(this.key);
  }

  get shape(): Shape | null {
    return this.key === undefined ? null : this.draft.shape(this.key);
  }

  /** The layer that is drawn in. */
  get layer(): LayerSchema | undefined {
    return this.layers.get(this.#layer);
  }

  drawIn(code: string): void {
    this.#layer = code;
    this.#kind = undefined;
    this.tell("layer", "tool");
  }

  /** What is drawn: the layer's own kind, or the chosen one where it takes several. */
  get kind(): ShapeKind {
    const kinds = this.layer ? kindsOf(this.layer) : [];
    return this.#kind && kinds.includes(this.#kind) ? this.#kind : (kinds[0] ?? "polygon");
  }

  drawKind(kind: ShapeKind): void {
    this.#kind = kind;
    this.tell("layer", "tool");
  }

  get proposal(): readonly Step[] {
    return this.#proposal?.() ?? [];
  }

  propose(steps: (() => readonly Step[]) | undefined): void {
    if (!steps && !this.#proposal) return;
    this.#proposal = steps;
    this.tell("proposal");
  }

  select(keys: readonly Key[], vertex?: Position): void {
    this.selected = keys;
    this.vertex = vertex;
    const layer = this.feature?.layer;
    if (layer && layer !== this.#layer) this.drawIn(layer);
    this.tell("selection");
  }

  selectVertex(vertex: Position | undefined): void {
    this.vertex = vertex;
    this.tell("selection");
  }

  /** The same feature's other places in the list of changes: previous and next, round and round. */
  selectBeside(step: 1 | -1): Key | undefined {
    const keys = this.draft.changed;
    if (keys.length === 0) return undefined;
    const at = this.key === undefined ? -1 : keys.indexOf(this.key);
    const next = keys[(at + step + keys.length + (at < 0 && step < 0 ? 1 : 0)) % keys.length];
    if (next !== undefined) this.select([next]);
    return next;
  }

  run(command: Command): boolean {
    if (!this.mayEdit) return false;
    return this.draft.run({ ...command, steps: joined(command.steps) });
  }

  undo(): void {
    const command = this.draft.undo();
    if (command) this.announce(say(`Đã hoàn tác: ${command.label}`, `Undone: ${command.label}`));
    this.#dropLostVertex();
  }

  redo(): void {
    const command = this.draft.redo();
    if (command) this.announce(say(`Đã làm lại: ${command.label}`, `Redone: ${command.label}`));
    this.#dropLostVertex();
  }

  /** Changes fields of one feature; a feature in force is drawn into the draft by its first change. */
  edit(key: Key, fields: Partial<Content>, label: string): boolean {
    const content = this.draft.feature(key);
    if (!content) return false;
    return this.run({ label, steps: [{ key, before: this.draft.change(key), after: { ...content, ...fields } }] });
  }

  /** Something new in the layer that is drawn in; selected at once, so that its form stands open. */
  create(shape: Shape, also: readonly Step[] = [], fields: Partial<Content> = {}): Key | undefined {
    const layer = this.layer;
    if (!layer) return undefined;
    if (!fits(layer, shape)) {
      this.announce(
        say(
          `Lớp ${inWords(layer.name)} không nhận kiểu hình này.`,
          `The layer ${inWords(layer.name)} does not take this kind of shape.`,
        ),
      );
      return undefined;
    }
    const key = `n${crypto.randomUUID()}`;
    const after = { ...newContent(layer.code, shape), ...fields, layer: layer.code };
    const label = say(`vẽ mới trong lớp ${inWords(layer.name)}`, `draw in ${inWords(layer.name)}`);
    if (!this.run({ label, steps: [{ key, before: undefined, after }, ...also] })) return undefined;
    this.select([key]);
    return key;
  }

  /** Takes features out of the plan: what is new vanishes from the draft, what is in force is abolished by it. */
  remove(keys: readonly Key[] = this.selected): void {
    if (keys.length === 0) return;
    const names = keys.map((key) => this.draft.feature(key)).flatMap((content) => (content ? [nameOf(content)] : []));
    const steps = keys.flatMap((key) => this.removal(key));
    if (!this.run({ label: say(`xóa ${names.join(", ")}`, `delete ${names.join(", ")}`), steps })) return;
    this.select(keys.filter((key) => this.draft.feature(key)));
    this.announce(
      say(`Đã xóa ${names.join(", ")}. Ctrl+Z để hoàn tác.`, `Deleted ${names.join(", ")}. Ctrl+Z brings it back.`),
    );
  }

  removal(key: Key, successor: string | null = null): Step[] {
    const content = this.draft.feature(key);
    if (!content || content.op === "delete") return [];
    const before = this.draft.change(key);
    if (content.op === "create") return [{ key, before, after: undefined }];
    const base = this.draft.base(key)?.content ?? content;
    return [{ key, before, after: { ...base, op: "delete", successor } }];
  }

  /** The feature as it was before this draft. */
  restore(key: Key): void {
    const content = this.draft.change(key);
    if (!content) return;
    const steps = [{ key, before: content, after: undefined }];
    this.run({ label: say(`trả lại ${nameOf(content)}`, `take back ${nameOf(content)}`), steps });
  }

  /** A copy of each selected shape in the layer that is drawn in. */
  copyTo(code: string): void {
    const shapes = this.selected.flatMap((key) => {
      const content = this.draft.feature(key);
      return content?.geometry ? [{ content, shape: content.geometry }] : [];
    });
    const layer = this.layers.get(code);
    const fitting = shapes.filter(({ shape }) => layer && fits(layer, shape));
    if (!layer || fitting.length === 0) {
      this.announce(
        say("Lớp này không nhận kiểu hình đang chọn.", "That layer does not take the selected kind of shape."),
      );
      return;
    }
    const steps = fitting.map(({ content, shape }): Step => {
      const { nameVi, nameEn, quality, geometrySource } = content;
      const attributes = content.layer === code ? content.attributes : {};
      const after = { ...newContent(code, shape), nameVi, nameEn, quality, geometrySource, attributes };
      return { key: `n${crypto.randomUUID()}`, before: undefined, after };
    });
    this.run({ label: say(`sao chép sang ${inWords(layer.name)}`, `copy to ${inWords(layer.name)}`), steps });
    this.select(steps.map(({ key }) => key));
    this.announce(
      say(
        `Đã sao chép ${steps.length} đối tượng sang lớp ${inWords(layer.name)}.`,
        `Copied ${steps.length} to ${inWords(layer.name)}.`,
      ),
    );
  }

  /** What the service would not take of a feature, by field. */
  faultsOf(key: Key): readonly EditFault[] {
    return this.save.kind === "refused" ? this.save.faults.filter((fault) => fault.key === key) : [];
  }

  isArea(key: Key): boolean {
    const shape = this.draft.shape(key);
    return !!shape && kindOf(shape) === "polygon";
  }

  #dropLostVertex(): void {
    this.vertex = undefined;
    this.tell("selection");
  }
}

function firstLayer(layers: readonly LayerSchema[], visible: readonly string[] | undefined): string {
  const own = layers.filter(({ planScoped }) => planScoped !== false);
  const shown = own.filter(({ code }) => visible?.includes(code));
  const preferred = [...shown, ...own, ...layers].find(({ geometryKind }) => geometryKind !== "point");
  return preferred?.code ?? layers[0]?.code ?? "";
}
