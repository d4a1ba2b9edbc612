import type { Content } from "./draft";
import { same } from "./same-content";

/** What came of laying two changes of one feature over their common beginning. */
export interface Merged {
  readonly content: Content;
  /** Fields that both changed, each to something else: a person must choose. */
  readonly disputed: readonly string[];
}

/**
 * Mine and theirs on top of what both began with, field by field (each attribute is a field, the geometry one). Where
 * only one side moved, its value stands; disputed fields keep mine.
 */
export function threeWay(base: Content | undefined, mine: Content, theirs: Content): Merged {
  const disputed: string[] = [];
  const choose = (name: string, before: unknown, own: unknown, other: unknown): unknown => {
    if (same(own, other) || same(before, other)) return own;
    if (same(before, own)) return other;
    disputed.push(name);
    return own;
  };
  const content: Record<string, unknown> = {};
  for (const name of Object.keys(mine) as (keyof Content)[])
    if (name !== "attributes") content[name] = choose(name, base?.[name], mine[name], theirs[name]);
  const keys = new Set([...Object.keys(mine.attributes), ...Object.keys(theirs.attributes)]);
  const attributes: Record<string, unknown> = {};
  for (const key of keys) {
    const value = choose(`attributes.${key}`, base?.attributes[key], mine.attributes[key], theirs.attributes[key]);
    if (value !== undefined) attributes[key] = value;
  }
  return { content: { ...(content as unknown as Content), attributes }, disputed };
}
