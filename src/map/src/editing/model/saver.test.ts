import { beforeEach, describe, expect, it, vi } from "vitest";
import { box } from "../operations/boxes";
import { newContent, readBase, type SavedChange } from "./draft";
import { keyOfFeature, PlanDraft } from "./plan-draft";
import { Saver, type SaveState } from "./saver";
import { moveShared } from "./shared-edits";

interface Sent {
  readonly key: string;
  readonly edits: readonly {
    put?: {
      position: number | null;
      expects: number | null;
      code: string | null;
      layer: string;
      feature: number | null;
    };
    drop?: object;
  }[];
}

/** A service that answers as it is told; by default it saves. */
function service() {
  const sent: Sent[] = [];
  const answers: (() => Response | Promise<Response>)[] = [];
  let position = 0;
  const save = (edits: Sent["edits"]) =>
    Response.json({
      version: 1,
      savedAt: "2026-11-22T07:02:00Z",
      changes: edits.flatMap(({ put }) =>
        put
          ? [
              {
                position: put.position ?? ++position,
                version: (put.expects ?? 0) + 1,
                layer: put.layer,
                code: put.code ?? "given-1",
                feature: put.feature,
              },
            ]
          : [],
      ),
    });
  const fetch = (_: unknown, init?: RequestInit) => {
    const { edits } = JSON.parse(init?.body as string) as { edits: Sent["edits"] };
    sent.push({ key: new Headers(init?.headers).get("Idempotency-Key") ?? "", edits });
    const answer = answers.shift();
    return Promise.resolve(answer ? answer() : save(edits));
  };
  return { sent, answers, fetch: fetch as typeof globalThis.fetch };
}

const features = [
  { id: 1, geometry: box(106, 10, 106.01, 10.01) },
  { id: 2, geometry: box(106.01, 10, 106.02, 10.01) },
].map(({ id, geometry }) =>
  readBase({
    type: "Feature",
    id,
    geometry,
    properties: { layer: "zones", code: `z-${id}`, version: 3, nameVi: `Khu ${id}` },
  }),
);

describe("A draft with two neighbours", () => {
  let draft: PlanDraft;
  let backend: ReturnType<typeof service>;
  let saver: Saver;
  let states: SaveState["kind"][];
  const stale = vi.fn<(current: readonly SavedChange[]) => Promise<void>>(() => Promise.resolve());
  const [west, east] = [keyOfFeature(1), keyOfFeature(2)];
  const move = () => draft.run({ label: "", steps: moveShared(draft, west, [106.01, 10], [106.011, 10]) });

  beforeEach(() => {
    draft = new PlanDraft();
    draft.surround(features);
    backend = service();
    states = [];
    stale.mockClear();
    saver = new Saver({
      address: "/change-sets/1",
      client: "c",
      draft,
      stale,
      fetch: backend.fetch,
      pauseMilliseconds: 100_000,
      changed: ({ kind }) => void states.push(kind),
    });
  });

  it("draws both into the change set when their common corner moves, in one request", async () => {
    move();
    expect([...draft.changed].sort()).toEqual([west, east]);
    await saver.flush();
    expect(backend.sent.length).toBe(1);
    expect(backend.sent[0]?.edits.map(({ put }) => put?.feature).sort()).toEqual([1, 2]);
    expect(draft.unsaved).toEqual([]);
    expect(states.at(-1)).toBe("saved");
  });

  it("takes both out again when the move is undone after it was saved", async () => {
    move();
    await saver.flush();
    draft.undo();
    expect(draft.changed).toEqual([]);
    await saver.flush();
    expect(backend.sent[1]?.edits.every(({ drop }) => drop)).toBe(true);
    draft.redo();
    await saver.flush();
    expect(draft.unsaved).toEqual([]);
    expect(draft.changed.length).toBe(2);
  });

  it("repeats the same request under the same key after a lost connection", async () => {
    vi.useFakeTimers();
    backend.answers.push(() => Promise.reject(new TypeError("offline")));
    move();
    await saver.flush();
    expect(states.at(-1)).toBe("retrying");
    // Work goes on meanwhile; it waits for its own request.
    draft.run({
      label: "",
      steps: [{ key: "n1", before: undefined, after: newContent("zones", box(106, 10.1, 106.01, 10.11)) }],
    });
    await vi.advanceTimersByTimeAsync(200_000);
    vi.useRealTimers();
    expect(backend.sent.length).toBe(3);
    expect(backend.sent[1]?.key).toBe(backend.sent[0]?.key);
    expect(backend.sent[1]?.edits).toEqual(backend.sent[0]?.edits);
    expect(backend.sent[2]?.key).not.toBe(backend.sent[0]?.key);
    expect(draft.change("n1")?.code).toBe("given-1");
    expect(draft.unsaved).toEqual([]);
  });

  it("holds back only what was refused, until it is mended", async () => {
    const bad = newContent("zones", box(106, 10.1, 106.01, 10.11));
    draft.run({ label: "", steps: [{ key: "n1", before: undefined, after: bad }] });
    move();
    const refuse = () => {
      const edit = backend.sent.at(-1)?.edits.findIndex(({ put }) => put?.feature === null) ?? 0;
      return Response.json(
        { detail: "Không lưu được", errors: [{ edit, field: "nameVi", message: "Thiếu tên" }] },
        { status: 422 },
      );
    };
    backend.answers.push(refuse);
    await saver.flush();
    expect(backend.sent[1]?.edits.length).toBe(2);
    expect(saver.state).toMatchObject({ kind: "refused", faults: [{ key: "n1", field: "nameVi" }] });
    draft.run({ label: "", steps: [{ key: "n1", before: bad, after: { ...bad, nameVi: "Khu mới" } }] });
    await saver.flush();
    expect(saver.state.kind).toBe("saved");
  });

  it("asks for the state of others when it was made on an older one", async () => {
    move();
    backend.answers.push(() => Response.json({ current: [] }, { status: 412 }));
    await saver.flush();
    expect(stale).toHaveBeenCalledOnce();
  });

  it("stops when the change set takes no more edits, and keeps the work", async () => {
    move();
    backend.answers.push(() => Response.json({ detail: "Đã trình" }, { status: 409 }));
    await saver.flush();
    expect(saver.state).toEqual({ kind: "closed", message: "Đã trình" });
    expect(draft.unsaved.length).toBe(2);
  });

  it("survives being closed with a request in flight without making anything twice", async () => {
    const park = newContent("zones", box(106, 10.1, 106.01, 10.11));
    draft.run({ label: "", steps: [{ key: "n-park", before: undefined, after: park }] });
    backend.answers.push(() => Promise.reject(new TypeError("closed")));
    await saver.flush();
    const [memory, pending] = [draft.remember(), saver.pending];
    saver.stop();

    const reopened = new PlanDraft();
    reopened.adopt([{ position: 1, version: 1, content: { ...park, code: "given-1" }, before: null, updatedBy: null }]);
    reopened.restore(memory);
    const next = new Saver({
      address: "",
      client: "c",
      draft: reopened,
      stale,
      fetch: backend.fetch,
      changed: () => undefined,
      pauseMilliseconds: 1e6,
    });
    next.resume(pending);
    await next.flush();
    expect(backend.sent[1]?.key).toBe(backend.sent[0]?.key);
    expect(reopened.changed).toEqual(["n-park"]);
    expect(reopened.unsaved).toEqual([]);
  });
});
