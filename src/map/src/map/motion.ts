/** True when the reader asked their system for less motion: the map then jumps instead of flying. */
export function reducedMotion(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
