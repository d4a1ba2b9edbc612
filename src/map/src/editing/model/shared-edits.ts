import type { Position, Shape } from "../operations/shapes";
import { withVertices } from "../operations/overlay";
import { togetherDegrees } from "../operations/t-vertices";
import { insertVertex, moveVertex, removeVertex } from "../operations/vertices";
import type { Key, PlanDraft, Step } from "./plan-draft";

/**
 * Edits of a vertex or an edge carry over to every feature of the same layer that shares it; features that the draft
 * did not touch yet are drawn into it. A coverage so stays a coverage.
 */
export function sharing(draft: PlanDraft, key: Key, at: Position): Key[] {
  return withSameLayer(draft, key, draft.topology.sharing(at));
}

export function sharingEdge(draft: PlanDraft, key: Key, a: Position, b: Position): Key[] {
  return withSameLayer(draft, key, draft.topology.sharingEdge(a, b));
}

export function moveShared(draft: PlanDraft, key: Key, from: Position, to: Position): Step[] {
  return reshape(draft, sharing(draft, key, from), (shape) => moveVertex(shape, from, to));
}

export function insertShared(draft: PlanDraft, key: Key, a: Position, b: Position, at: Position): Step[] {
  return reshape(draft, sharingEdge(draft, key, a, b), (shape) => insertVertex(shape, a, b, at));
}

/** A vertex and the edge of a feature that it lies on. */
export interface OnEdge {
  readonly key: Key;
  readonly a: Position;
  readonly b: Position;
  readonly at: Position;
}

/** Vertices on edges, in all features that share those edges; several may lie on one edge. */
export function insertAllShared(draft: PlanDraft, vertices: readonly OnEdge[]): Step[] {
  const byKey = new Map<Key, Position[]>();
  for (const { key, a, b, at } of vertices)
    for (const one of sharingEdge(draft, key, a, b)) byKey.set(one, [...(byKey.get(one) ?? []), at]);
  return [...byKey].flatMap(([key, corners]) =>
    reshape(draft, [key], (shape) => withVertices(shape, corners, togetherDegrees)),
  );
}

/** Undefined when one of the features would not survive. */
export function removeShared(draft: PlanDraft, key: Key, at: Position): Step[] | undefined {
  const keys = sharing(draft, key, at);
  const survives = keys.every((one) => {
    const shape = draft.shape(one);
    return !shape || removeVertex(shape, at) !== undefined;
  });
  return survives ? reshape(draft, keys, (shape) => removeVertex(shape, at) ?? shape) : undefined;
}

/** One step for each feature whose shape is rewritten. */
export function reshape(draft: PlanDraft, keys: readonly Key[], rewrite: (shape: Shape) => Shape): Step[] {
  return keys.flatMap((key): Step[] => {
    const content = draft.feature(key);
    if (!content?.geometry || content.op === "delete") return [];
    const geometry = rewrite(content.geometry);
    return [{ key, before: draft.change(key), after: { ...content, geometry } }];
  });
}

/** Two steps on one feature become one; the later wins, the earlier says what was before. */
export function joined(steps: readonly Step[]): Step[] {
  const byKey = new Map<Key, Step>();
  for (const step of steps)
    byKey.set(step.key, { ...step, before: byKey.has(step.key) ? byKey.get(step.key)?.before : step.before });
  return [...byKey.values()];
}

function withSameLayer(draft: PlanDraft, key: Key, keys: readonly Key[]): Key[] {
  const layer = draft.feature(key)?.layer;
  return [...new Set([key, ...keys])].filter((one) => draft.feature(one)?.layer === layer);
}
