import type { Content } from "./draft";

/** Whether two contents say the same. Objects are compared by value, whatever the order of their members. */
export function sameContent(one: Content | undefined, other: Content | undefined): boolean {
  return one === other || same(one, other);
}

export function same(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [mine, theirs] = [one as Record<string, unknown>, other as Record<string, unknown>];
  const keys = Object.keys(mine);
  return (
    keys.length === Object.keys(theirs).length && keys.every((key) => key in theirs && same(mine[key], theirs[key]))
  );
}
