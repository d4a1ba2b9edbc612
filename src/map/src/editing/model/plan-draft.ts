import type { Shape } from "../operations/shapes";
import { Topology } from "../operations/topology";
import type { BaseFeature, Content, SavedChange } from "./draft";
import { sameContent } from "./same-content";

/** Names a feature in this browser: `f12` one that exists, `n…` one that is new. Stays when the code changes. */
export type Key = string;

/** One feature before and after; undefined where the draft does not change it. */
export interface Step {
  readonly key: Key;
  readonly before: Content | undefined;
  readonly after: Content | undefined;
}

/** What one gesture did, to as many features as it touched. */
export interface Command {
  readonly label: string;
  readonly steps: readonly Step[];
}

/** What the service has acknowledged of one change. */
export interface Acknowledged {
  readonly position: number;
  readonly version: number;
  readonly content: Content;
}

/** The part of a draft that must survive a closed tab. */
export interface DraftMemory {
  readonly undo: readonly Command[];
  readonly redo: readonly Command[];
  /** Which change of the service is meant by which name of ours. */
  readonly names?: readonly (readonly [Key, number])[];
  /** The content wished for and the version it was made on, of every feature that the service has not acknowledged. */
  readonly unsaved: readonly {
    readonly key: Key;
    readonly content: Content | undefined;
    readonly position: number | null;
    readonly version: number | null;
  }[];
}

/** While the page is open undo has no end; what is written to disk at every change has. */
const rememberedCommands = 200;
/** A larger act, such as the import of a file, is not written each time anew; what was before it is not remembered either. */
const rememberedSteps = 1000;

export function keyOfFeature(id: number): Key {
  return `f${id}`;
}

/**
 * The plan as this draft would have it: what is in force around, with the draft's changes over it. Everything is changed
 * by commands, which can be undone for as long as the draft is open; what they touch is told to listeners.
 */
export class PlanDraft {
  readonly topology = new Topology();
  readonly #base = new Map<Key, BaseFeature>();
  readonly #changes = new Map<Key, Content>();
  readonly #acknowledged = new Map<Key, Acknowledged>();
  readonly #listeners = new Set<(touched: ReadonlySet<Key>) => void>();
  #undo: Command[] = [];
  #redo: Command[] = [];

  onChange(listener: (touched: ReadonlySet<Key>) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  get canUndo(): Command | undefined {
    return this.#undo.at(-1);
  }

  get canRedo(): Command | undefined {
    return this.#redo.at(-1);
  }

  /** The features that the draft changes. */
  get changed(): readonly Key[] {
    return [...this.#changes.keys()];
  }

  change(key: Key): Content | undefined {
    return this.#changes.get(key);
  }

  base(key: Key): BaseFeature | undefined {
    return this.#base.get(key);
  }

  acknowledged(key: Key): Acknowledged | undefined {
    return this.#acknowledged.get(key);
  }

  /** The feature as the draft has it, changed or not. */
  feature(key: Key): Content | undefined {
    return this.#changes.get(key) ?? this.#base.get(key)?.content;
  }

  /** The shape that is on the map; nothing for what the draft abolishes. */
  shape(key: Key): Shape | null {
    const content = this.feature(key);
    return content && content.op !== "delete" ? content.geometry : null;
  }

  keys(): Key[] {
    return [...new Set([...this.#base.keys(), ...this.#changes.keys()])];
  }

  /** Features in force arrive with the window; the draft's own changes stand over them. */
  surround(features: Iterable<BaseFeature>): void {
    for (const feature of features) {
      const key = keyOfFeature(feature.id);
      this.#base.set(key, feature);
      if (!this.#changes.has(key)) this.topology.put(key, feature.content.geometry);
    }
  }

  /** Forgets what is in force, as after a publication; it is asked for again. */
  forgetSurroundings(): void {
    for (const key of this.#base.keys()) if (!this.#changes.has(key)) this.topology.remove(key);
    this.#base.clear();
  }

  /** Takes over what the service has. A feature with edits of ours that it does not know keeps them. */
  adopt(changes: readonly SavedChange[], only?: ReadonlySet<number>): Key[] {
    const touched: Key[] = [];
    const present = new Map(changes.map((change) => [change.position, change]));
    const known = new Map([...this.#acknowledged].map(([key, { position }]) => [position, key]));
    for (const [position, key] of known)
      if (!present.has(position) && (only?.has(position) ?? true) && !this.isUnsaved(key)) {
        this.#acknowledged.delete(key);
        this.#write(key, undefined);
        touched.push(key);
      }
    for (const { position, version, content } of changes) {
      const key = known.get(position) ?? (content.feature === null ? `n${position}` : keyOfFeature(content.feature));
      if (this.isUnsaved(key) || this.#acknowledged.get(key)?.version === version) continue;
      this.#acknowledged.set(key, { position, version, content });
      this.#write(key, content);
      touched.push(key);
    }
    this.#forgetHistory(new Set(touched));
    this.#tell(touched);
    return touched;
  }

  /** Does something that can be undone. Steps that change nothing are left out. */
  run(command: Command): boolean {
    const steps = command.steps.filter(({ before, after }) => !sameContent(before, after));
    if (steps.length === 0) return false;
    this.#undo.push({ ...command, steps });
    this.#redo = [];
    this.#apply(steps, "after");
    return true;
  }

  /** What came into the draft by another way than our hands, such as a file, becomes an act that can be undone. */
  claim(label: string, positions: readonly number[]): Key[] {
    const claimed = new Set(positions);
    const steps = [...this.#acknowledged].flatMap(([key, { position, content }]): Step[] =>
      claimed.has(position) ? [{ key, before: undefined, after: content }] : [],
    );
    if (steps.length === 0) return [];
    this.#undo.push({ label, steps });
    this.#redo = [];
    return steps.map(({ key }) => key);
  }

  undo(): Command | undefined {
    const command = this.#undo.pop();
    if (command) {
      this.#redo.push(command);
      this.#apply(command.steps, "before");
    }
    return command;
  }

  redo(): Command | undefined {
    const command = this.#redo.pop();
    if (command) {
      this.#undo.push(command);
      this.#apply(command.steps, "after");
    }
    return command;
  }

  isUnsaved(key: Key): boolean {
    return !sameContent(this.#changes.get(key), this.#acknowledged.get(key)?.content);
  }

  get unsaved(): readonly Key[] {
    return [...new Set([...this.#changes.keys(), ...this.#acknowledged.keys()])].filter((key) => this.isUnsaved(key));
  }

  /** The service has this content now; undefined: it no longer has the change. */
  acknowledge(key: Key, saved: Acknowledged | undefined): void {
    if (saved) {
      // A request repeated after the page was opened anew: the same change must not stand here twice.
      for (const [other, { position }] of [...this.#acknowledged])
        if (other !== key && position === saved.position) {
          this.#acknowledged.delete(other);
          this.#write(other, undefined);
          this.#tell([other]);
        }
      this.#acknowledged.set(key, saved);
    } else this.#acknowledged.delete(key);
    const own = this.#changes.get(key);
    // The service gives a code to what came without one.
    if (saved && own?.code === "" && saved.content.code !== "") {
      this.#changes.set(key, { ...own, code: saved.content.code });
      this.#tell([key]);
    }
  }

  /** A change of others, or one merged with theirs, takes a feature's place without becoming an act of ours. */
  replace(key: Key, content: Content | undefined): void {
    this.#write(key, content);
    this.#tell([key]);
  }

  remember(): DraftMemory {
    return {
      undo: remembered(this.#undo),
      redo: remembered(this.#redo),
      names: [...this.#acknowledged].map(([key, { position }]) => [key, position] as const),
      unsaved: this.unsaved.map((key) => {
        const acknowledged = this.#acknowledged.get(key);
        return {
          key,
          content: this.#changes.get(key),
          position: acknowledged?.position ?? null,
          version: acknowledged?.version ?? null,
        };
      }),
    };
  }

  /** Takes up work that was left unsaved, on top of what the service has. */
  restore({ undo, redo, names = [], unsaved }: DraftMemory): void {
    for (const [key, position] of names) this.#rename(position, key);
    for (const { key, content, position, version } of unsaved) {
      const acknowledged = this.#acknowledged.get(key);
      // Made on an older state: the service is told so, and answers with what has changed since.
      if (acknowledged && version !== null && position === acknowledged.position)
        this.#acknowledged.set(key, { ...acknowledged, version });
      this.#write(key, content);
    }
    this.#undo = [...undo];
    this.#redo = [...redo];
    this.#forgetHistory(this.#movedOn());
    this.#tell([...names.map(([key]) => key), ...unsaved.map(({ key }) => key)]);
  }

  /** Gives a change the name that it had in an earlier visit. */
  #rename(position: number, key: Key): void {
    const [old, acknowledged] = [...this.#acknowledged].find(([, one]) => one.position === position) ?? [];
    if (old === undefined || !acknowledged || old === key) return;
    const content = this.#changes.get(old);
    this.#acknowledged.delete(old);
    this.#acknowledged.set(key, acknowledged);
    this.#write(old, undefined);
    this.#write(key, content);
  }

  /** Features that are not as the last remembered command left them. */
  #movedOn(): Set<Key> {
    const [seen, moved] = [new Set<Key>(), new Set<Key>()];
    const compare = (key: Key, content: Content | undefined) => {
      if (!seen.has(key) && !sameContent(content, this.#changes.get(key))) moved.add(key);
      seen.add(key);
    };
    for (const { steps } of [...this.#undo].reverse()) for (const { key, after } of steps) compare(key, after);
    for (const { steps } of [...this.#redo].reverse()) for (const { key, before } of steps) compare(key, before);
    return moved;
  }

  /** What others have done since is not undone by our keys. */
  #forgetHistory(keys: ReadonlySet<Key>): void {
    const isOurs = ({ steps }: Command) => !steps.some(({ key }) => keys.has(key));
    this.#undo = this.#undo.filter(isOurs);
    this.#redo = this.#redo.filter(isOurs);
  }

  #apply(steps: readonly Step[], side: "before" | "after"): void {
    for (const step of steps) this.#write(step.key, step[side]);
    this.#tell(steps.map(({ key }) => key));
  }

  #write(key: Key, content: Content | undefined): void {
    if (content) this.#changes.set(key, content);
    else this.#changes.delete(key);
    this.topology.put(key, this.shape(key));
  }

  #tell(touched: readonly Key[]): void {
    if (touched.length === 0) return;
    const keys = new Set(touched);
    for (const listener of [...this.#listeners]) listener(keys);
  }
}

/** The acts that the next keys would undo or redo, which stand at the end. */
function remembered(commands: readonly Command[]): Command[] {
  const recent = commands.slice(-rememberedCommands);
  return recent.slice(recent.findLastIndex(({ steps }) => steps.length > rememberedSteps) + 1);
}
