import type { GeoJSON } from "geojson";
import type { LayerSpecification, LngLat, Map as MapLibreMap, StyleSpecification } from "maplibre-gl";
import { follow } from "../page/navigation";
import { styleAddressOf } from "../page/style-address";
import { whatIsHere } from "../page/urls";
import type { Extent, FeatureKey, View } from "../page/view";
import { composeStyle, visibleLayers } from "../style/compose-style";
import { basemapsOf } from "../style/plan-style";
import { theme, themeColour } from "../theme-colours";
import { Figures } from "../figures/figures";
import { Sites } from "../sites/sites";
import { applyStyle } from "./apply-style";
import { provinceExtent } from "./camera";
import { createMap } from "./create-map";
import { Drawings } from "./drawings";
import { loadFonts } from "./fonts";
import { ForeignStyle } from "./foreign-style";
import { hasSize } from "./has-size";
import { HereMarker } from "./here-marker";
import { Marks } from "./marks";
import { Outline } from "./outline";
import { Place } from "./place";
import { Pointing, type ScreenPoint } from "./pointing";
import type { StyleLoader } from "./style-loader";
import { drawImagesOnDemand } from "./symbol-images";
import { withSketch } from "./sketch-layers";
import { TileState } from "./tile-state";

/** What the element round the map wants to know. */
export interface PlanMapEvents {
  /** Something is being loaded, has arrived or has failed. */
  stateChanged(): void;
  hovered(said: string | undefined, point: ScreenPoint): void;
  selected(keys: readonly FeatureKey[]): void;
}

/** The map of the plan: shows what a view asks for and turns gestures into URLs. */
export class PlanMap {
  readonly map: MapLibreMap;
  readonly tiles: TileState;
  readonly pointing: Pointing;

  readonly #events: PlanMapEvents;
  readonly #loader: StyleLoader;
  readonly #marks: Marks;
  readonly #place: Place;
  readonly #here: HereMarker;
  readonly #location: HereMarker;
  readonly #drawings = new Drawings();
  readonly #foreign = new ForeignStyle();
  readonly #figures = new Figures();
  readonly #sites = new Sites((site) => this.pointing.mark(site));
  readonly #outline = new Outline();
  readonly #repaintImages: () => void;
  readonly #ready: Promise<void>;
  #style: StyleSpecification;
  #drawn: StyleSpecification;
  #packed: readonly string[];
  #hidden: ReadonlyMap<string, readonly number[]> = new Map();
  #view: View;
  /** What the picture on show was composed from. */
  #composed = "";

  /** Makes the map once the first style and the fonts of its labels are here. */
  static async open(container: HTMLElement, view: View, loader: StyleLoader, events: PlanMapEvents): Promise<PlanMap> {
    const style = await loader.load(styleAddressOf(view));
    if (!style) throw new DOMException("A newer view has taken over", "AbortError");
    await Promise.all([loadFonts(style), hasSize(container)]);
    return new PlanMap(container, style, view, loader, events);
  }

  private constructor(
    container: HTMLElement,
    style: StyleSpecification,
    view: View,
    loader: StyleLoader,
    events: PlanMapEvents,
  ) {
    this.#events = events;
    this.#loader = loader;
    this.#style = style;
    this.#view = view;
    this.#packed = visibleLayers(style, view.layers);
    this.#drawn = this.#compose();
    this.map = createMap(container, { style: this.#drawn, ...Place.start(view, container) });
    this.#repaintImages = drawImagesOnDemand(this.map);
    const drawn = () => this.#drawn;
    this.#place = new Place(this.map, view);
    this.#marks = new Marks(this.map, drawn);
    this.tiles = new TileState(this.map, drawn, {
      changed: () => events.stateChanged(),
      packFailed: () => this.#unpack(),
    });
    this.pointing = new Pointing(this.map, drawn, this.#marks, {
      hovered: (said, point) => events.hovered(said, point),
      selected: (keys) => events.selected(keys),
      asked: (place, point) => {
        if (!this.#figures.choose(point) && !this.#sites.choose(point)) this.askWhatIsHere(place);
      },
    });
    this.#figures.attach(this.map);
    this.#sites.attach(this.map);
    this.pointing.ground = (point) => this.#sites.point(point) ?? this.#figures.point(point);
    this.#here = new HereMarker(this.map, "map-here");
    this.#location = new HereMarker(this.map, "map-location");
    this.#ready = new Promise((resolve) => {
      void this.map.once("style.load").then(() => resolve());
    });
    void this.#ready.then(() => {
      this.#showMarks();
      // A vector basemap is fetched on top of the first picture.
      if (view.basemap !== "own" || view.figures || view.sites) void this.show(view);
    });
  }

  get view(): View {
    return this.#view;
  }

  /** The service's style, as it came. */
  get style(): StyleSpecification {
    return this.#style;
  }

  /** The style that is drawn, with the page's choices in it. */
  get drawnStyle(): StyleSpecification {
    return this.#drawn;
  }

  /** Shows what a page asks for. Being told the same thing twice changes nothing. */
  async show(view: View): Promise<void> {
    this.#view = view;
    this.#place.follow(view);
    // Another period of what is drawn already is on show before anything else is asked.
    this.#figures.follow(view.figures);
    this.#sites.follow(view.sites);
    if (this.#figures.isShown && ingredients(view) === this.#composed) return;
    await this.#ready;
    const style = await this.#load(view);
    // Something newer has been asked for in the meantime.
    if (!style || this.#view !== view) return;
    this.#style = style;
    await this.#loadForeign(view);
    if (this.#view !== view) return;
    this.redraw();
    this.#composed = ingredients(view);
    this.#showMarks();
    this.#sites.tell();
  }

  async #load(view: View): Promise<StyleSpecification | undefined> {
    const [style] = await Promise.all([
      this.#loader.load(styleAddressOf(view)),
      this.#figures.load(),
      this.#sites.load(),
    ]);
    return style;
  }

  /** Draws the current style again after a choice has changed. */
  redraw(): void {
    const next = this.#compose();
    applyStyle(this.map, this.#drawn, withSketch(this.map, next));
    this.#drawn = next;
    this.#marks.restore();
    this.#figures.paint();
  }

  /** Whether the basemap that the page asks for, other than our own, or a part of it could not be had. */
  get basemapFailed(): boolean {
    return this.#foreign.failed || this.tiles.basemapFailed;
  }

  /** Asks again for what failed. */
  async retry(): Promise<void> {
    this.#retryTiles();
    if (!this.#foreign.failed) return;
    await this.#loadForeign(this.#view);
    this.redraw();
  }

  /**
   * Asks again for the tiles that failed. Their sources are taken out and put back, because MapLibre 6 never finishes a
   * tile that is reloaded after an error.
   */
  #retryTiles(): void {
    const failed = this.tiles.takeFailed();
    if (failed.size === 0) return;
    const style = this.#drawn;
    const sources = Object.fromEntries(Object.entries(style.sources).filter(([name]) => !failed.has(name)));
    const layers = style.layers.filter((layer) => !("source" in layer && failed.has(layer.source)));
    this.map.setStyle({ ...style, sources, layers }, { diff: true });
    this.map.setStyle(style, { diff: true });
    this.#marks.restore();
    this.#figures.paint();
    this.#events.stateChanged();
  }

  /** Loads the style again for a new theme. */
  async changeTheme(): Promise<void> {
    await this.show(this.#view);
    this.#repaintImages();
  }

  /** Back to the page's extent, or the whole province. */
  reset(): void {
    this.#place.fit(this.#view.extent ?? provinceExtent);
  }

  /** West, south, east, north of what the page leaves to be seen. */
  visibleExtent(): Extent {
    const { clientWidth, clientHeight } = this.map.getContainer();
    const room = this.#place.covered;
    const southWest = this.map.unproject([room.left, clientHeight - room.bottom]);
    const northEast = this.map.unproject([clientWidth - room.right, room.top]);
    return [southWest.lng, southWest.lat, northEast.lng, northEast.lat];
  }

  /** Opens the page that tells what is at a place, by default the middle of the map. */
  askWhatIsHere({ lat, lng }: LngLat = this.map.getCenter()): void {
    if (!this.pointing.suspended) follow(whatIsHere(new URL(location.href), lat, lng, this.map.getZoom()));
  }

  /** Shows where the reader's device is. */
  showLocation(latitude: number, longitude: number): void {
    this.#location.show([longitude, latitude]);
    this.map.easeTo({ center: [longitude, latitude], zoom: Math.max(13, this.map.getZoom()) });
  }

  /** Draws a tool's figure over the plan; the same name again changes it. */
  draw(name: string, data: GeoJSON | string, layers: readonly LayerSpecification[]): void {
    if (this.#drawings.set(this.map, name, data, layers)) this.redraw();
  }

  removeDrawing(name: string): void {
    this.#drawings.remove(name);
    this.redraw();
  }

  /** Leaves features out of the plan's own picture (ids by layer), because a draft draws them as it would have them. */
  hide(features: ReadonlyMap<string, readonly number[]>): void {
    const text = (map: ReadonlyMap<string, readonly number[]>) => JSON.stringify([...map]);
    if (text(features) === text(this.#hidden)) return;
    this.#hidden = features;
    this.redraw();
  }

  remove(): void {
    this.pointing.disconnect();
    this.#figures.disconnect();
    this.#place.disconnect();
    this.map.remove();
  }

  /** A style with the current page's choices, for this map or one beside it. */
  compose(style: StyleSpecification): StyleSpecification {
    return composeStyle(style, {
      layers: this.#view.layers,
      opacity: this.#view.opacity,
      basemap: this.#view.basemap,
      foreign: this.#foreign.style,
      packed: this.#packed,
      hidden: this.#hidden,
      colours: {
        selected: themeColour("brick"),
        hovered: themeColour("teal"),
        casing: themeColour("surface"),
        paper: themeColour("paper"),
        edge: themeColour("muted"),
      },
    });
  }

  async #loadForeign({ basemap }: View): Promise<void> {
    await this.#foreign.load(basemapsOf(this.#style).find(({ code }) => code === basemap));
    this.#events.stateChanged();
  }

  #compose(): StyleSpecification {
    return this.#drawings.on(this.#sites.on(this.#figures.on(this.compose(this.#style))));
  }

  /** One bad layer spoils the tiles it shares; asked for one by one, the others still come. */
  #unpack(): void {
    if (this.#packed.length === 0) return;
    this.#packed = [];
    this.redraw();
  }

  #showMarks(): void {
    this.#marks.set("selected", this.#view.highlight);
    this.#here.show(this.#view.here);
    this.#outline.show(this.#view.outline, this);
    this.#events.selected(this.#view.highlight);
  }
}

/** All of a view that its picture is composed from; the period of an indicator is none of it. */
function ingredients({ opacity, figures, ...rest }: View): string {
  const indicator = figures && { address: figures.address, present: figures.present };
  return JSON.stringify([rest, [...opacity], indicator, theme()]);
}
