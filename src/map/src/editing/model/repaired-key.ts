import { has } from "../operations/vertices";
import { positionsOf, type Shape } from "../operations/shapes";
import type { Edit } from "./edits";
import { keyOfFeature, type Key, type PlanDraft } from "./plan-draft";

type Put = Extract<Edit, { put: unknown }>["put"];

/**
 * Which feature of the draft a proposed repair is about; undefined when that cannot be told any more. What was new and
 * unsaved when the rules were asked has no position and a passing name in their answer, and may have been saved and named
 * since: it is known again by its corners, because a repair leaves most of them where they are.
 */
export function repairedKey({ position, feature, layer, geometry }: Put, draft: PlanDraft): Key | undefined {
  if (feature !== null) return keyOfFeature(feature);
  if (position !== null) return draft.changed.find((key) => draft.acknowledged(key)?.position === position);
  const drawn = draft.changed.flatMap((key) => {
    const content = draft.change(key);
    if (content?.op !== "create" || content.layer !== layer || !content.geometry || !geometry) return [];
    return [{ key, corners: shared(content.geometry, geometry) }];
  });
  const [likest, next] = drawn.sort((one, other) => other.corners - one.corners);
  return likest && likest.corners > 0 && likest.corners > (next?.corners ?? 0) ? likest.key : undefined;
}

function shared(one: Shape, other: Shape): number {
  return positionsOf(one).filter((corner) => has(other, corner)).length;
}
