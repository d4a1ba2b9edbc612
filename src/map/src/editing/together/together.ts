import type { FeatureCollection } from "geojson";
import { say } from "../../say";
import type { Editor } from "../editor";
import { readDraft } from "../model/draft";
import type { Position } from "../operations/shapes";

/** Somebody else who has the change set open. */
export interface Person {
  readonly client: string;
  readonly name: string;
  /** layer/code of the feature they work on. */
  readonly editing: string | null;
  readonly at: Position | null;
}

const presenceMilliseconds = 10_000;
/** A pointer is told at most this often. */
const pointerMilliseconds = 1_500;

/** Tells others where we are and takes in what they do, over the change set's stream of events. */
export class Together {
  readonly #editor: Editor;
  readonly #address: string;
  readonly #client: string;
  readonly #stop = new AbortController();
  readonly #beat: ReturnType<typeof setInterval>;
  #stream: EventSource | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #pauseMilliseconds = 2000;
  #at: Position | null = null;
  #told = "";
  #toldAt = 0;

  constructor(editor: Editor, address: string, client: string) {
    this.#editor = editor;
    this.#address = address;
    this.#client = client;
    document.addEventListener("visibilitychange", () => this.#follow(), { signal: this.#stop.signal });
    addEventListener("pagehide", () => this.#leave(), { signal: this.#stop.signal });
    this.#follow();
    this.#beat = setInterval(() => void this.#tell(true), presenceMilliseconds);
    const pointer = ({ lngLat }: { lngLat: { lng: number; lat: number } }) => {
      this.#at = [Number(lngLat.lng.toFixed(5)), Number(lngLat.lat.toFixed(5))];
      if (performance.now() - this.#toldAt > pointerMilliseconds) void this.#tell(false);
    };
    editor.plan.map.on("mousemove", pointer);
    const unlisten = editor.listen((topics) => {
      if (topics.has("selection")) void this.#tell(false);
    });
    this.#stop.signal.addEventListener("abort", () => {
      editor.plan.map.off("mousemove", pointer);
      unlisten();
    });
  }

  stop(): void {
    this.#leave();
    this.#stop.abort();
    clearInterval(this.#beat);
    this.#disconnect();
  }

  #follow(): void {
    if (document.hidden) this.#disconnect();
    else if (!this.#stream) this.#connect();
  }

  #connect(): void {
    const stream = (this.#stream = new EventSource(`${this.#address}/events`));
    const on = (name: string, hear: (detail: unknown) => void) =>
      stream.addEventListener(name, (event: Event) => hear(JSON.parse((event as MessageEvent<string>).data)));
    stream.addEventListener("open", () => {
      this.#pauseMilliseconds = 2000;
      void this.#tell(true);
    });
    on("presence", (people) => this.#meet(people));
    on("edits", (detail) => {
      const { client, positions, by } = detail as { client: string | null; by?: string; positions: readonly number[] };
      if (client !== this.#client) void this.takeOver(positions, by);
    });
    on("state", () => void this.takeOver(undefined));
    on("comment", () => document.dispatchEvent(new CustomEvent("la:comment")));
    stream.addEventListener("error", () => {
      this.#disconnect();
      this.#retry = setTimeout(() => this.#connect(), this.#pauseMilliseconds * (0.75 + Math.random() / 2));
      this.#pauseMilliseconds = Math.min(60_000, this.#pauseMilliseconds * 2);
    });
  }

  #disconnect(): void {
    clearTimeout(this.#retry);
    this.#stream?.close();
    this.#stream = undefined;
  }

  #meet(people: unknown): void {
    const others = (Array.isArray(people) ? (people as Person[]) : []).filter(({ client }) => client !== this.#client);
    const known = new Set(this.#editor.people.map(({ client }) => client));
    for (const { client, name } of others)
      if (!known.has(client))
        this.#editor.announce(say(`${name} cũng đang mở hồ sơ này.`, `${name} has opened this change set too.`));
    this.#editor.people = others;
    this.#editor.tell("people");
  }

  /** Fetches what others have saved. Features that we have unsaved edits of keep ours; saving then lays the two together. */
  async takeOver(positions: readonly number[] | undefined, by?: string): Promise<void> {
    try {
      const response = await fetch(`${this.#address}/draft.json`);
      if (!response.ok) return;
      const draft = readDraft(await response.json());
      this.#editor.changeSet = draft.changeSet;
      this.#editor.alsoTouchedBy = draft.alsoTouchedBy;
      const touched = this.#editor.draft.adopt(draft.changes);
      if (by && touched.length > 0)
        this.#editor.announce(
          say(`${by} vừa lưu ${touched.length} thay đổi.`, `${by} has just saved ${touched.length} changes.`),
        );
      this.#editor.tell("draft", "layer");
    } catch (reason) {
      console.warn("What others saved could not be fetched", positions, reason);
    }
  }

  /** So that nobody sees us for half a minute more. */
  #leave(): void {
    const body = JSON.stringify({ client: this.#client, editing: null, at: null, leaving: true });
    const headers = { "Content-Type": "application/json" };
    void fetch(`${this.#address}/presence`, { method: "POST", headers, body, keepalive: true }).catch(() => undefined);
  }

  async #tell(regardless: boolean): Promise<void> {
    if (document.hidden || this.#stop.signal.aborted) return;
    const { feature } = this.#editor;
    const body = JSON.stringify({
      client: this.#client,
      editing: feature?.code ? `${feature.layer}/${feature.code}` : null,
      at: this.#at,
    });
    if (!regardless && body === this.#told) return;
    this.#told = body;
    this.#toldAt = performance.now();
    try {
      await fetch(`${this.#address}/presence`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body,
      });
    } catch {
      // Nobody is told that we are here; the next beat tries again.
    }
  }
}

/** The others' pointers and what stands beside them, for the map. */
export function peopleOnMap(people: readonly Person[]): FeatureCollection {
  return {
    type: "FeatureCollection",
    features: people.flatMap(({ name, at }) =>
      at
        ? [
            {
              type: "Feature" as const,
              properties: { name },
              geometry: { type: "Point" as const, coordinates: [...at] },
            },
          ]
        : [],
    ),
  };
}
