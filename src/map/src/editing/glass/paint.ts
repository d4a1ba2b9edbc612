import type { GlassColours } from "./glass-colours";
import { same, type Position } from "../operations/shapes";
import type { Projection } from "./projection";
import type { Figure, FigureRole, Mark, MarkRole, Scene } from "./scene";

interface Look {
  readonly colour: keyof GlassColours;
  readonly width: number;
  readonly fill: number;
  /** A lighter line below it, so that it stands out from any ground. */
  readonly casing?: boolean;
  /** How much of what lies below is veiled: the old course still shows, as a memory. */
  readonly veil?: number;
  readonly dashes?: readonly number[];
  readonly radius?: number;
}

const looks: Readonly<Record<FigureRole, Look>> = {
  moving: { colour: "own", width: 2, fill: 0.12, veil: 0.55, radius: 13 },
  landed: { colour: "own", width: 2, fill: 0.12, veil: 0.55, radius: 13 },
  selected: { colour: "own", width: 2.5, fill: 0.12, casing: true, radius: 13 },
  preview: { colour: "own", width: 2, fill: 0.12, dashes: [6, 4], radius: 13 },
  error: { colour: "danger", width: 3, fill: 0.3, radius: 9 },
  warning: { colour: "danger", width: 3, fill: 0.2, dashes: [7, 3], radius: 9 },
  sketch: { colour: "own", width: 2.5, fill: 0.12, casing: true },
};

const markLooks: Readonly<
  Record<MarkRole, { radius: number; inner?: keyof GlassColours; rim: keyof GlassColours; width: number }>
> = {
  middle: { radius: 3.5, inner: "surface", rim: "own", width: 1.5 },
  vertex: { radius: 5, inner: "surface", rim: "own", width: 2 },
  corner: { radius: 4.5, inner: "surface", rim: "own", width: 2 },
  chosen: { radius: 7.5, inner: "own", rim: "surface", width: 2.5 },
  "snap-vertex": { radius: 9, rim: "snap", width: 2.5 },
  "snap-edge": { radius: 7, rim: "snap", width: 2.5 },
  "snap-intersection": { radius: 7, rim: "snap", width: 2.5 },
};

/** Draws a scene in CSS pixels; the context carries the scale of the device. */
export function paint(
  context: CanvasRenderingContext2D,
  { figures, marks }: Scene,
  projection: Projection,
  colours: GlassColours,
): void {
  context.lineJoin = "round";
  context.lineCap = "round";
  for (const figure of figures)
    if (figure.kind === "point") paintPoints(context, figure, projection, colours);
    else paintFigure(context, figure, projection, colours);
  for (const mark of marks) paintMark(context, mark, projection, colours);
}

function paintFigure(
  context: CanvasRenderingContext2D,
  figure: Figure,
  projection: Projection,
  colours: GlassColours,
): void {
  const { colour, width, fill, casing, veil, dashes = [] } = looks[figure.role];
  const area = pathOf(figure, projection, undefined);
  const outline = figure.held ? pathOf(figure, projection, figure.held) : area;
  if (figure.kind === "polygon") {
    if (veil) cover(colours.paper, veil);
    cover(colours[colour], fill);
  }
  if (casing || veil) line(colours.surface, width + 2.5);
  context.setLineDash([...dashes]);
  line(colours[colour], width);
  context.setLineDash([]);

  function cover(style: string, alpha: number): void {
    context.globalAlpha = alpha;
    context.fillStyle = style;
    context.fill(area, "evenodd");
    context.globalAlpha = 1;
  }

  function line(style: string, wide: number): void {
    context.strokeStyle = style;
    context.lineWidth = wide;
    context.stroke(outline);
  }
}

/**
 * A long course has many vertices for one pixel; those that cannot be told apart are passed over. The edges of a vertex
 * that is held are left out.
 */
function pathOf({ paths }: Figure, projection: Projection, held: Position | undefined): Path2D {
  const path = new Path2D();
  for (const { closed, positions } of paths) {
    const [first] = positions;
    const run = closed && first ? [...positions, first] : positions;
    let [lastX, lastY] = [0, 0];
    let before: Position | undefined;
    run.forEach((position, index) => {
      const [x, y] = [projection.x(position[0]), projection.y(position[1])];
      const isHeld = held !== undefined && (same(position, held) || (before !== undefined && same(before, held)));
      if (index === 0 || isHeld) path.moveTo(x, y);
      else if (index === run.length - 1 || Math.abs(x - lastX) + Math.abs(y - lastY) > 0.7) path.lineTo(x, y);
      else return;
      [lastX, lastY] = [x, y];
      before = position;
    });
    if (closed && !held) path.closePath();
  }
  return path;
}

function paintPoints(
  context: CanvasRenderingContext2D,
  { role, paths }: Figure,
  projection: Projection,
  colours: GlassColours,
): void {
  const { colour, width, fill, radius = 10 } = looks[role];
  for (const { positions } of paths)
    for (const [longitude, latitude] of positions) {
      circle(context, projection.x(longitude), projection.y(latitude), radius);
      context.globalAlpha = fill;
      context.fillStyle = colours[colour];
      context.fill();
      context.globalAlpha = 1;
      context.strokeStyle = colours[colour];
      context.lineWidth = width;
      context.stroke();
    }
}

function paintMark(
  context: CanvasRenderingContext2D,
  { role, at }: Mark,
  projection: Projection,
  colours: GlassColours,
): void {
  const { radius, inner, rim, width } = markLooks[role];
  circle(context, projection.x(at[0]), projection.y(at[1]), radius);
  if (inner) {
    context.fillStyle = colours[inner];
    context.fill();
  }
  context.strokeStyle = colours[rim];
  context.lineWidth = width;
  context.stroke();
}

function circle(context: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
}
