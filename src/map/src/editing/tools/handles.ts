import type { Editor } from "../editor";
import { Projection } from "../glass/projection";
import { kindOf, pathsOf, type Position } from "../operations/shapes";
import { between } from "../operations/snap";
import { edgesOf } from "../operations/vertices";
import type { PointerPlace } from "./tool";
import type { Edge } from "./vertex-drag";

/** How near a handle a pointer must come, CSS pixels. */
const reachPixels = { mouse: 9, touch: 22 };

export interface Handle {
  readonly at: Position;
  /** The edge in whose middle the handle stands; a vertex has none. */
  readonly edge?: Edge;
}

/** The handle of the selected feature under a pointer; a vertex wins over the middle of an edge. */
export function handleAt({ shape, plan }: Editor, { screen, touch }: PointerPlace): Handle | undefined {
  if (!shape) return undefined;
  const reach = reachPixels[touch ? "touch" : "mouse"];
  const projection = Projection.of(plan.map);
  let best: Handle | undefined;
  let nearest = reach;
  const offer = (at: Position, edge?: Edge) => {
    const distance = Math.hypot(projection.x(at[0]) - screen.x, projection.y(at[1]) - screen.y);
    if (distance > nearest) return;
    nearest = distance;
    best = edge ? { at, edge } : { at };
  };
  const edges = pathsOf(shape).flatMap(edgesOf);
  for (const { from } of edges) offer(from);
  if (best || kindOf(shape) === "point") return best;
  for (const { from, to } of edges) if (to) offer(between(from, to, 0.5), [from, to]);
  return best;
}
