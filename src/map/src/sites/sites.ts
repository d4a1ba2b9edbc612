import type { GeoJSONSource, Map as MapLibreMap, StyleSpecification } from "maplibre-gl";
import { KeptAnswers } from "../figures/kept-answers";
import { follow as followUrl } from "../page/navigation";
import { sitePage } from "../page/urls";
import type { FeatureKey } from "../page/view";
import { themeColour } from "../theme-colours";
import type { SiteData } from "./site-data";
import { siteClusters, siteSource, siteSymbols, withSites } from "./site-style";

/** The sites of an investor's search on the map: the same that the page lists, because both ask the same question. */
export class Sites {
  #map: MapLibreMap | undefined;
  #asked: string | undefined;
  #address: string | undefined;
  #data: SiteData | undefined;
  readonly #answers = new KeptAnswers<SiteData>(4);
  readonly #pointedAt: (site: FeatureKey | undefined) => void;

  constructor(pointedAt: (site: FeatureKey | undefined) => void) {
    this.#pointedAt = pointedAt;
  }

  attach(map: MapLibreMap): void {
    this.#map = map;
  }

  /** Takes up what a page asks for; a page that asks for none has none. */
  follow(address: string | undefined): void {
    this.#asked = address;
    if (address) return;
    this.#data = undefined;
    this.#address = undefined;
  }

  async load(): Promise<void> {
    const address = this.#asked;
    if (!address || address === this.#address) return;
    const data = await this.#answers.get(address);
    if (this.#asked !== address) return;
    this.#data = data;
    this.#address = address;
  }

  on(style: StyleSpecification): StyleSpecification {
    if (!this.#data) return style;
    return withSites(style, this.#data, {
      selected: themeColour("brick"),
      hovered: themeColour("teal"),
      ink: themeColour("ink"),
      surface: themeColour("surface"),
    });
  }

  /** Says how many sites are drawn, to whoever waits for it. */
  tell(): void {
    const element = this.#map?.getContainer().closest("la-map");
    if (this.#data) element?.setAttribute("data-sites", String(this.#data.features.length));
    else element?.removeAttribute("data-sites");
  }

  /** What is told of the site under the pointer, whose card is marked. */
  point(point: { x: number; y: number } | undefined): string | undefined {
    if (!this.#data) return undefined;
    const site = point && this.#at(point);
    this.#pointedAt(site);
    return site?.name ?? (point && this.#clusterAt(point) ? "+" : undefined);
  }

  /** Opens the site at a point, or comes nearer to a crowd of them; false when there is neither. */
  choose(point: { x: number; y: number }): boolean {
    const site = this.#at(point);
    if (site) {
      followUrl(sitePage(new URL(location.href), site.layer, site.id));
      return true;
    }
    const cluster = this.#clusterAt(point);
    if (cluster) void this.#comeNearer(cluster);
    return cluster !== undefined;
  }

  async #comeNearer({ id, centre }: { id: number; centre: [number, number] }): Promise<void> {
    const map = this.#map;
    const source = map?.getSource<GeoJSONSource>(siteSource);
    if (map && source) map.easeTo({ center: centre, zoom: await source.getClusterExpansionZoom(id) });
  }

  #clusterAt(point: { x: number; y: number }): { id: number; centre: [number, number] } | undefined {
    const [feature] = this.#rendered(point, siteClusters);
    const id: unknown = feature?.properties["cluster_id"];
    if (typeof id !== "number" || feature?.geometry.type !== "Point") return undefined;
    const [longitude = 0, latitude = 0] = feature.geometry.coordinates;
    return { id, centre: [longitude, latitude] };
  }

  #at(point: { x: number; y: number }): (FeatureKey & { name: string }) | undefined {
    const [feature] = this.#rendered(point, siteSymbols);
    if (typeof feature?.id !== "number") return undefined;
    const { layer, name } = feature.properties as { layer: string; name: string };
    return { layer, id: feature.id, name };
  }

  #rendered({ x, y }: { x: number; y: number }, layer: string) {
    const reach = 8;
    if (!this.#map?.getLayer(layer)) return [];
    return this.#map.queryRenderedFeatures(
      [
        [x - reach, y - reach],
        [x + reach, y + reach],
      ],
      { layers: [layer] },
    );
  }
}
