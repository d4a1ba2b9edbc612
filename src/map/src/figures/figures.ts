import type { GeoJSONSource, Map as MapLibreMap, StyleSpecification } from "maplibre-gl";
import { follow as followUrl } from "../page/navigation";
import { withSetting } from "../page/urls";
import type { FigureView } from "../page/view";
import { theme, themeColour } from "../theme-colours";
import { saidOf, type FigurePicture, type RegionPoints } from "./figure-picture";
import { regionLabels, regionStates, type Look } from "./figure-states";
import { labelSource, regionFill, regionSource, withFigures } from "./figure-style";
import { FigureLinks } from "./figure-links";
import { KeptAnswers } from "./kept-answers";
import { RegionRows } from "./region-rows";

/** What a region that is not drawn looks like. */
const nothing = { shade: 0, missing: 0, estimated: 0, drawn: 0, radius: 0 };

interface Shown {
  readonly picture: FigurePicture;
  readonly points: RegionPoints;
}

/** An indicator on the map: its regions in the colours of a period, and what the pointer and the list say of them. */
export class Figures {
  #map: MapLibreMap | undefined;
  #view: FigureView | undefined;
  #shown: Shown | undefined;
  #address = "";
  #hovered: string | undefined;
  readonly #painted = new Set<string>();
  readonly #pictures = new KeptAnswers<FigurePicture>();
  readonly #points = new KeptAnswers<RegionPoints>();
  readonly #links = new FigureLinks(this.#pictures);
  readonly #rows = new RegionRows((region) => this.#mark(region));

  attach(map: MapLibreMap): void {
    this.#map = map;
  }

  disconnect(): void {
    this.#links.disconnect();
    this.#rows.disconnect();
  }

  /** Whether the picture that was asked for is here. */
  get isShown(): boolean {
    return this.#shown !== undefined && this.#view?.address === this.#address;
  }

  /** Takes up what a page asks for; another period of the picture on show is painted at once. */
  follow(view: FigureView | undefined): void {
    if (view?.region && view.region !== this.#view?.region) this.#rows.reveal(view.region);
    this.#view = view;
    if (!view) this.#drop();
    else if (view.address === this.#address) this.paint();
  }

  /** Fetches the picture that was asked for, unless it is here. */
  async load(): Promise<void> {
    const view = this.#view;
    if (!view || view.address === this.#address) return;
    const picture = await this.#pictures.get(view.address);
    const points = await this.#points.get(picture.points);
    if (this.#view?.address !== view.address) return;
    this.#shown = { picture, points };
    this.#address = view.address;
  }

  /** A style with the indicator in it. */
  on(style: StyleSpecification): StyleSpecification {
    const [shown, view] = [this.#shown, this.#view];
    if (!shown || !view) return style;
    return withFigures(style, {
      picture: shown.picture,
      origin: location.origin,
      labels: this.#labels(shown, view),
      dark: theme() === "dark",
      present: view.present,
      colours: {
        selected: themeColour("brick"),
        hovered: themeColour("teal"),
        casing: themeColour("surface"),
        hatch: themeColour("muted"),
      },
    });
  }

  /** Gives every region the look of the period on show. */
  paint(): void {
    const [map, shown, view] = [this.#map, this.#shown, this.#view];
    if (!map?.getSource(regionSource) || !shown || !view) return;
    const states = regionStates(shown.picture, view.period, view.only, look());
    for (const region of this.#painted) if (!states.has(region)) this.#write(region, nothing);
    this.#painted.clear();
    for (const [region, state] of states) {
      const marks = { selected: region === view.region, hovered: region === this.#hovered };
      this.#write(region, { ...state, ...marks });
      this.#painted.add(region);
    }
    void map.getSource<GeoJSONSource>(labelSource)?.setData({
      type: "FeatureCollection",
      features: [...this.#labels(shown, view)],
    });
    void map.once("render", () => tell(map, view.period));
  }

  /** What is told of the region under the pointer, whose row in the list is marked. */
  point(point: { x: number; y: number } | undefined): string | undefined {
    const region = point && this.#at(point);
    this.#mark(region);
    this.#rows.mark(region);
    const [shown, view] = [this.#shown, this.#view];
    return region && shown && view ? saidOf(shown.picture, view.period, region)?.join("\n") : undefined;
  }

  /** Chooses the region at a point; false when there is none. */
  choose(point: { x: number; y: number }): boolean {
    const region = this.#at(point);
    if (!region) return false;
    const isChosen = this.#view?.region === region;
    followUrl(withSetting(new URL(location.href), "region", isChosen ? undefined : region));
    return true;
  }

  #at({ x, y }: { x: number; y: number }): string | undefined {
    const map = this.#map;
    if (!this.#shown || !map?.getLayer(regionFill)) return undefined;
    const codes = map
      .queryRenderedFeatures([x, y], { layers: [regionFill] })
      .map(({ properties }): unknown => properties["code"]);
    return codes.find((code) => typeof code === "string" && this.#painted.has(code)) as string | undefined;
  }

  #mark(region: string | undefined): void {
    if (region === this.#hovered) return;
    if (this.#hovered && this.#painted.has(this.#hovered)) this.#write(this.#hovered, { hovered: false });
    this.#hovered = region;
    if (region && this.#painted.has(region)) this.#write(region, { hovered: true });
  }

  #write(region: string, state: object): void {
    const map = this.#map;
    if (!map?.getSource(regionSource)) return;
    map.setFeatureState({ source: regionSource, sourceLayer: "regions", id: region }, state);
    map.setFeatureState({ source: labelSource, id: region }, state);
  }

  #labels({ picture, points }: Shown, view: FigureView) {
    return regionLabels(picture, view.period, view.only, points, look());
  }

  #drop(): void {
    this.#shown = undefined;
    this.#address = "";
    this.#hovered = undefined;
    this.#painted.clear();
    const element = this.#map?.getContainer().closest("la-map");
    element?.removeAttribute("data-period");
  }
}

function look(): Look {
  return { dark: theme() === "dark", surface: themeColour("surface") };
}

/** Says which period is on show, to whoever waits for it. */
function tell(map: MapLibreMap, period: string): void {
  map.getContainer().closest("la-map")?.setAttribute("data-period", period);
}
