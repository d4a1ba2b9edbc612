import type { Map as MapLibreMap } from "maplibre-gl";
import type { Position } from "../operations/shapes";

/**
 * From longitude and latitude to pixels of the map's canvas (CSS pixels, y down). The map is flat and north-up, so Web
 * Mercator needs one scale and one shift; asking MapLibre for each vertex would cost a matrix product and three objects.
 */
export class Projection {
  readonly #scale: number;
  readonly #shiftX: number;
  readonly #shiftY: number;

  private constructor(scale: number, shiftX: number, shiftY: number) {
    this.#scale = scale;
    this.#shiftX = shiftX;
    this.#shiftY = shiftY;
  }

  /** As the map stands now; padding and a moved centre are in where MapLibre puts its centre. */
  static of(map: Pick<MapLibreMap, "getZoom" | "getCenter" | "project">): Projection {
    const centre = map.getCenter();
    return Projection.at(map.getZoom(), [centre.lng, centre.lat], map.project(centre));
  }

  static at(zoom: number, centre: Position, on: { readonly x: number; readonly y: number }): Projection {
    const scale = 512 * 2 ** zoom;
    return new Projection(scale, on.x - scale * across(centre[0]), on.y - scale * down(centre[1]));
  }

  x(longitude: number): number {
    return this.#shiftX + this.#scale * across(longitude);
  }

  y(latitude: number): number {
    return this.#shiftY + this.#scale * down(latitude);
  }
}

function across(longitude: number): number {
  return (longitude + 180) / 360;
}

function down(latitude: number): number {
  return 0.5 - Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) / (2 * Math.PI);
}
