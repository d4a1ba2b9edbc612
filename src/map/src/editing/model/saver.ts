import type { Feature, Geometry } from "geojson";
import { readChange, type SavedChange } from "./draft";
import { editsOf, type KeyedEdit } from "./edits";
import type { Key, PlanDraft } from "./plan-draft";

export interface EditFault {
  readonly key: Key;
  readonly field: string;
  readonly message: string;
  readonly rule: string | null;
}

export type SaveState =
  | { readonly kind: "saved"; readonly at: Date | undefined }
  | { readonly kind: "waiting" | "saving" }
  /** Not reached, or the service is busy: tried again by itself. */
  | { readonly kind: "retrying"; readonly message: string | undefined }
  /** Refused: these edits stay here until they are mended. */
  | { readonly kind: "refused"; readonly faults: readonly EditFault[]; readonly message: string }
  /** The change set no longer takes edits from us. */
  | { readonly kind: "closed"; readonly message: string };

export interface SaverOptions {
  readonly address: string;
  readonly client: string;
  readonly draft: PlanDraft;
  readonly changed: (state: SaveState) => void;
  /** Somebody else saved the same change first. Resolves when the draft has been brought in line. */
  readonly stale: (current: readonly SavedChange[]) => Promise<void>;
  readonly fetch?: typeof fetch;
  readonly pauseMilliseconds?: number;
}

interface Answer {
  readonly version: number;
  readonly savedAt: string;
  readonly changes: readonly {
    readonly position: number;
    readonly version: number;
    readonly layer: string;
    readonly code: string;
    readonly feature: number | null;
  }[];
}

interface Problem {
  readonly title?: string;
  readonly detail?: string;
  readonly current?: readonly Feature<Geometry | null>[];
  readonly errors?: readonly {
    readonly edit: number;
    readonly field?: string;
    readonly rule?: string;
    readonly message: string;
  }[];
}

/** A request whose answer is not known: it may have had its effect, so it is repeated word for word. */
export interface PendingRequest {
  readonly key: string;
  readonly body: string;
  readonly edits: readonly KeyedEdit[];
}

const longestPauseMilliseconds = 30_000;

/**
 * Saves the draft a second after the last change, one request at a time. A request keeps its idempotency key until it
 * has an answer, so that one sent twice after a lost connection has one effect.
 */
export class Saver {
  readonly #options: SaverOptions;
  readonly #stop: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;
  /** Edits that were refused as they are; not sent again until they change. */
  readonly #refused = new Map<Key, { readonly content: unknown; readonly faults: readonly EditFault[] }>();
  #state: SaveState = { kind: "saved", at: undefined };
  #closed = false;
  #failures = 0;
  #pending: PendingRequest | undefined;

  constructor(options: SaverOptions) {
    this.#options = options;
    this.#stop = options.draft.onChange(() => this.soon());
  }

  get state(): SaveState {
    return this.#state;
  }

  get pending(): PendingRequest | undefined {
    return this.#pending;
  }

  /** Takes up a request that another tab, or this one before it was closed, left without an answer. */
  resume(pending: PendingRequest | undefined): void {
    this.#pending ??= pending;
    this.soon();
  }

  stop(): void {
    this.#stop();
    clearTimeout(this.#timer);
  }

  /** Saves once nothing has changed for a second. */
  soon(): void {
    if (this.#closed) return;
    if (this.#due().length === 0 && !this.#pending) {
      if (!this.#running) this.#settle();
      return;
    }
    if (!this.#running && this.#state.kind !== "retrying") this.#set({ kind: "waiting" });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), this.#options.pauseMilliseconds ?? 1000);
  }

  /** Saves now, and again until nothing is left to save or it cannot go on. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#running ??= this.#run().finally(() => (this.#running = undefined));
    await this.#running;
  }

  async #run(): Promise<void> {
    // Answers may bring new work (a code that was given, a merge); a hundred rounds are no honest draft.
    for (let round = 0; round < 100 && !this.#closed; round++) {
      const edits = this.#pending?.edits ?? this.#due();
      if (edits.length === 0) break;
      this.#pending ??= {
        key: crypto.randomUUID(),
        body: JSON.stringify({ client: this.#options.client, edits: edits.map(({ edit }) => edit) }),
        edits,
      };
      this.#set({ kind: "saving" });
      if (!(await this.#send(this.#pending))) return;
    }
    if (!this.#closed) this.#settle();
  }

  /** True when the next edits may follow. */
  async #send({ key, body, edits }: PendingRequest): Promise<boolean> {
    let response: Response;
    try {
      response = await (this.#options.fetch ?? fetch)(`${this.#options.address}/edits`, {
        method: "POST",
        headers: { "Content-Type": "application/json", "Idempotency-Key": key },
        body,
      });
    } catch {
      return this.#again(undefined);
    }
    if (response.ok) {
      const answer = (await response.json()) as Answer;
      this.#pending = undefined;
      this.#failures = 0;
      this.#take(answer, edits);
      return true;
    }
    const problem = (await response.json().catch(() => ({}))) as Problem;
    const message = problem.detail ?? problem.title ?? String(response.status);
    if (response.status >= 500 || response.status === 429 || response.status === 408) return this.#again(message);
    this.#pending = undefined;
    if (response.status === 412 && problem.current) {
      await this.#options.stale(problem.current.map(readChange));
      return true;
    }
    if (response.status === 422 || response.status === 413 || response.status === 400) {
      this.#refuse(problem, message, edits);
      return true;
    }
    this.#closed = true;
    this.#set({ kind: "closed", message });
    return false;
  }

  /** The same request again after a pause that doubles; nothing is lost meanwhile. */
  #again(message: string | undefined): false {
    this.#set({ kind: "retrying", message });
    const pause = Math.min(longestPauseMilliseconds, 1000 * 2 ** this.#failures++);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), pause * (0.75 + Math.random() / 2));
    return false;
  }

  #take({ savedAt, changes }: Answer, edits: readonly KeyedEdit[]): void {
    const { draft } = this.#options;
    const answers = [...changes];
    for (const { key, content, edit } of edits) {
      this.#refused.delete(key);
      if (!content || "drop" in edit) {
        draft.acknowledge(key, undefined);
        continue;
      }
      const at = answers.findIndex(({ position, layer, code }) =>
        edit.put.position !== null
          ? position === edit.put.position
          : layer === content.layer && (code === content.code || content.code === ""),
      );
      const [answer] = at >= 0 ? answers.splice(at, 1) : [];
      if (!answer) continue;
      const { position, version, code } = answer;
      draft.acknowledge(key, { position, version, content: { ...content, code } });
    }
    this.#savedAt = new Date(savedAt);
  }

  #savedAt: Date | undefined;

  /** Only the edits at fault are held back; the others go out without them. */
  #refuse({ errors = [] }: Problem, message: string, edits: readonly KeyedEdit[]): void {
    for (const { key, content } of edits) {
      const own = errors.filter(({ edit }) => edits[edit]?.key === key);
      const faults = own.map(({ field = "", rule = null, message: text }) => ({ key, field, rule, message: text }));
      if (faults.length > 0 || errors.length === 0)
        this.#refused.set(key, {
          content,
          faults: faults.length > 0 ? faults : [{ key, field: "", rule: null, message }],
        });
    }
  }

  /** What is unsaved and has not been refused in just this form. */
  #due(): KeyedEdit[] {
    return editsOf(this.#options.draft).filter(({ key, content }) => {
      const refused = this.#refused.get(key);
      if (refused && refused.content !== content) this.#refused.delete(key);
      return refused?.content !== content || !refused;
    });
  }

  #settle(): void {
    const unsaved = new Set(this.#options.draft.unsaved);
    const faults = [...this.#refused].filter(([key]) => unsaved.has(key)).flatMap(([, refused]) => refused.faults);
    const [first] = faults;
    this.#set(first ? { kind: "refused", faults, message: first.message } : { kind: "saved", at: this.#savedAt });
  }

  #set(state: SaveState): void {
    this.#state = state;
    this.#options.changed(state);
  }
}
