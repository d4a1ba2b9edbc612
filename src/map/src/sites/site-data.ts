import type { FeatureCollection, Point } from "geojson";

/** A site as the service tells it: the name of its symbol says how it is painted. */
export interface SiteProperties {
  readonly layer: string;
  readonly code: string;
  readonly name: string;
  readonly symbol: string;
}

/** The sites that a page selects, no more and no fewer. */
export type SiteData = FeatureCollection<Point, SiteProperties>;
