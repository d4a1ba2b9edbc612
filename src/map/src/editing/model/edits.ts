import type { Content } from "./draft";
import type { Key, PlanDraft, Step } from "./plan-draft";

/** One edit as the service takes it. */
export type Edit =
  | {
      readonly put: Omit<Content, "code"> & {
        readonly code: string | null;
        readonly position: number | null;
        readonly expects: number | null;
      };
    }
  | { readonly drop: { readonly position: number; readonly expects: number } };

export interface KeyedEdit {
  readonly key: Key;
  readonly content: Content | undefined;
  readonly edit: Edit;
}

/** What has to be said to the service so that it has what we have; with steps, as it will be after them. */
export function editsOf(
  draft: PlanDraft,
  keys: readonly Key[] = draft.unsaved,
  steps: readonly Step[] = [],
): KeyedEdit[] {
  const proposed = new Map(steps.map(({ key, after }) => [key, after]));
  return [...new Set([...keys, ...proposed.keys()])].flatMap((key): KeyedEdit[] => {
    const content = proposed.has(key) ? proposed.get(key) : draft.change(key);
    const acknowledged = draft.acknowledged(key);
    if (content) {
      const { position = null, version: expects = null } = acknowledged ?? {};
      return [{ key, content, edit: { put: { ...content, code: content.code || null, position, expects } } }];
    }
    if (!acknowledged) return [];
    return [{ key, content, edit: { drop: { position: acknowledged.position, expects: acknowledged.version } } }];
  });
}
