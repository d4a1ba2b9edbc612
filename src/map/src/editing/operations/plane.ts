import { planarArea } from "../../operations/measurement";
import type { GridPosition } from "../../operations/positions";
import { fromVn2000, toVn2000 } from "../../operations/vn2000";
import { pathsOf, mapPaths, type Position, type Shape } from "./shapes";

/** The VN-2000 plane on which official areas, lengths and offsets are taken; metres. */
export function toPlane([longitude, latitude]: Position): GridPosition {
  return toVn2000({ longitude, latitude });
}

/** Nine decimals of a degree, a tenth of a millimetre: what survives the way to the server and back. */
export function fromPlane(position: GridPosition): Position {
  const { longitude, latitude } = fromVn2000(position);
  return [Number(longitude.toFixed(9)), Number(latitude.toFixed(9))];
}

export interface Figures {
  readonly areaSquareMetres: number;
  /** Of a polygon the perimeter, holes included. */
  readonly lengthMetres: number;
  readonly vertices: number;
}

export function figuresOf(shape: Shape): Figures {
  let areaSquareMetres = 0;
  let lengthMetres = 0;
  let vertices = 0;
  for (const { positions, closed, ring } of pathsOf(shape)) {
    const grid = positions.map(toPlane);
    vertices += grid.length;
    if (closed) areaSquareMetres += (ring === 0 ? 1 : -1) * planarArea(grid);
    for (let index = closed ? 0 : 1; index < grid.length; index++) {
      const from = grid[(index + grid.length - 1) % grid.length];
      const to = grid[index];
      if (from && to) lengthMetres += distance(from, to);
    }
  }
  return { areaSquareMetres, lengthMetres, vertices };
}

export function distance(from: GridPosition, to: GridPosition): number {
  return Math.hypot(to.northing - from.northing, to.easting - from.easting);
}

/** The grid bearing from one place to another: degrees clockwise from grid north, 0 to 360. */
export function bearing(from: GridPosition, to: GridPosition): number {
  const degrees = (Math.atan2(to.easting - from.easting, to.northing - from.northing) * 180) / Math.PI;
  return (degrees + 360) % 360;
}

/** The place at a distance and grid bearing from another. */
export function away(from: GridPosition, metres: number, bearingDegrees: number): GridPosition {
  const angle = (bearingDegrees * Math.PI) / 180;
  return { northing: from.northing + metres * Math.cos(angle), easting: from.easting + metres * Math.sin(angle) };
}

/** Turned clockwise by degrees and scaled by a factor round a centre on the plane. */
export function transform(shape: Shape, centre: GridPosition, turnDegrees: number, factor: number): Shape {
  const angle = (turnDegrees * Math.PI) / 180;
  const [sine, cosine] = [Math.sin(angle) * factor, Math.cos(angle) * factor];
  const turned = (position: Position): Position => {
    const { northing, easting } = toPlane(position);
    const [north, east] = [northing - centre.northing, easting - centre.easting];
    return fromPlane({
      northing: centre.northing + north * cosine - east * sine,
      easting: centre.easting + east * cosine + north * sine,
    });
  };
  return mapPaths(shape, ({ positions }) => positions.map(turned)) ?? shape;
}

/** The middle of the shape's extent on the plane, the pivot of turning and scaling. */
export function pivotOf(shape: Shape): GridPosition {
  const grid = pathsOf(shape).flatMap(({ positions }) => positions.map(toPlane));
  const middle = (values: readonly number[]) => (Math.min(...values) + Math.max(...values)) / 2;
  return { northing: middle(grid.map((one) => one.northing)), easting: middle(grid.map((one) => one.easting)) };
}
