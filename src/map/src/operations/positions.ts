/** A position in degrees. Latitude and longitude are named because no two standards agree on their order. */
export interface GeographicPosition {
  readonly latitude: number;
  readonly longitude: number;
}

/** A position on a plane grid, metres. */
export interface GridPosition {
  readonly northing: number;
  readonly easting: number;
}
