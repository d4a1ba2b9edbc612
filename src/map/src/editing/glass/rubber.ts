import { make } from "../../elements/dom";
import type { Projection } from "./projection";
import type { Mark } from "./scene";
import type { Position } from "../operations/shapes";

/** What moves in every frame of a gesture: a few straight edges that follow the hand, and marks. */
export interface Bands {
  readonly edges: readonly (readonly [Position, Position])[];
  readonly marks: readonly Mark[];
}

export const noBands: Bands = { edges: [], marks: [] };

/** Length of a band before it is stretched, CSS pixels; the style sheet has the same. */
const bandPixels = 100;

/**
 * Edges as stretched and turned boxes that the browser's compositor moves without painting anything. Measured in software
 * at 1440 × 900: 59 frames a second, where a canvas of that size that is painted anew reaches 25.
 */
export class Rubber {
  readonly root = make("div", { class: "edit-rubber", "aria-hidden": "true" });
  readonly #edges: HTMLElement[] = [];
  readonly #marks: HTMLElement[] = [];

  show({ edges, marks }: Bands, projection: Projection, width: number, height: number): void {
    const inSight = edges.flatMap(([from, to]) => {
      const ends = [projection.x(from[0]), projection.y(from[1]), projection.x(to[0]), projection.y(to[1])] as const;
      const piece = clipped(...ends, width, height);
      return piece ? [piece] : [];
    });
    this.#fit(this.#edges, inSight.length, "edit-band");
    inSight.forEach(([x, y, u, v], index) => {
      const [turn, length] = [Math.atan2(v - y, u - x), Math.hypot(u - x, v - y)];
      const transform = `translate(${x}px, ${y}px) rotate(${turn}rad) scaleX(${length / bandPixels})`;
      this.#edges[index]?.style.setProperty("transform", transform);
    });
    this.#fit(this.#marks, marks.length, "edit-mark");
    marks.forEach(({ role, at }, index) => {
      const mark = this.#marks[index];
      if (!mark) return;
      if (mark.dataset["role"] !== role) mark.dataset["role"] = role;
      mark.style.setProperty("transform", `translate(${projection.x(at[0])}px, ${projection.y(at[1])}px)`);
    });
  }

  /** Elements are kept for the next gesture; those too many are hidden. */
  #fit(elements: HTMLElement[], count: number, name: string): void {
    while (elements.length < count) {
      const element = make("div", { class: name });
      elements.push(element);
      this.root.append(element);
    }
    elements.forEach((element, index) => (element.hidden = index >= count));
  }
}

/** The piece of an edge that lies in the window or close by: a box of a million pixels is nothing a browser can draw. */
export function clipped(
  x: number,
  y: number,
  u: number,
  v: number,
  width: number,
  height: number,
): readonly [number, number, number, number] | undefined {
  const margin = 50;
  let [enters, leaves] = [0, 1];
  // Liang and Barsky: each side of the window cuts the range of the parameter along the edge.
  for (const [step, room] of [
    [x - u, x + margin],
    [u - x, width + margin - x],
    [y - v, y + margin],
    [v - y, height + margin - y],
  ] as const) {
    if (step === 0 && room < 0) return undefined;
    if (step < 0) enters = Math.max(enters, room / step);
    if (step > 0) leaves = Math.min(leaves, room / step);
  }
  if (enters >= leaves) return undefined;
  return [x + enters * (u - x), y + enters * (v - y), x + leaves * (u - x), y + leaves * (v - y)];
}
