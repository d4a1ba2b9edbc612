import type { GeoJSON } from "geojson";
import type { LayerSpecification, LngLat, Map as MapLibreMap, MapMouseEvent, StyleSpecification } from "maplibre-gl";
import { formatMapPosition, parseMapPosition } from "../page/map-position";
import { follow, onPageChanged } from "../page/navigation";
import { styleAddressOf } from "../page/style-address";
import { whatIsHere } from "../page/urls";
import { formatFeatureKey, type Extent, type FeatureKey, type View } from "../page/view";
import { composeStyle, visibleLayers } from "../style/compose-style";
import { themeColour } from "../theme-colours";
import { applyStyle } from "./apply-style";
import { fit, moveTo, padding, positionOf, provinceExtent, uncover } from "./camera";
import { Covers } from "./covers";
import { createMap } from "./create-map";
import { loadFonts } from "./fonts";
import { Drawings } from "./drawings";
import { HereMarker } from "./here-marker";
import { Marks } from "./marks";
import { pick, type PickedFeature } from "./picking";
import { Rows } from "./rows";
import { StyleLoader } from "./style-loader";
import { drawImagesOnDemand } from "./symbol-images";
import { TileState } from "./tile-state";

/** What the element round the map wants to know. */
export interface PlanMapEvents {
  /** Something is being loaded, has arrived or has failed. */
  stateChanged(): void;
  hovered(feature: PickedFeature | undefined, point: { x: number; y: number }): void;
  selected(keys: readonly FeatureKey[]): void;
}

/** Southern Vietnam: wide enough for whatever lies near the province, narrow enough not to get lost in. */
const roamingRoom: [number, number, number, number] = [102.5, 8, 109.8, 13.6];

interface ScreenPoint {
  readonly x: number;
  readonly y: number;
}

interface PickedMap {
  readonly map: MapLibreMap;
  readonly style: StyleSpecification;
}

/** Style sheets may arrive after the script; a camera fitted to nothing would show the wrong extent. */
function hasSize(container: HTMLElement): Promise<void> {
  return new Promise((resolve) => {
    const observer = new ResizeObserver(() => {
      if (container.clientWidth === 0 || container.clientHeight === 0) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(container);
  });
}

/** The map of the plan: shows what a view asks for and turns gestures into URLs. */
export class PlanMap {
  readonly map: MapLibreMap;
  readonly tiles: TileState;
  /** While a tool such as measuring is in use, clicks belong to it. */
  clicksBelongToTool = false;

  readonly #events: PlanMapEvents;
  readonly #loader: StyleLoader;
  readonly #marks: Marks;
  readonly #rows: Rows;
  readonly #here: HereMarker;
  readonly #location: HereMarker;
  readonly #drawings = new Drawings();
  readonly #covers: Covers;
  readonly #repaintImages: () => void;
  readonly #stop = new AbortController();
  readonly #ready: Promise<void>;
  #style: StyleSpecification;
  #drawn: StyleSpecification;
  #packed: readonly string[];
  #view: View;
  #extent: string | undefined;
  /** The extent on show as long as nobody has moved the map; it is fitted again when the map changes its size. */
  #fitted: Extent | undefined;
  #writtenFragment = "";
  #elsewhere: ((point: ScreenPoint) => PickedMap | undefined) | undefined;
  #wayBack = false;

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
    this.#covers = new Covers(container.closest<HTMLElement>("la-map") ?? container);
    this.#drawn = this.#compose();
    const position = parseMapPosition(location.hash);
    const [west, south, east, north] = view.extent ?? provinceExtent;
    this.map = createMap(container, {
      style: this.#drawn,
      maxBounds: roamingRoom,
      ...(position
        ? { center: [position.longitude, position.latitude], zoom: position.zoom }
        : { bounds: [west, south, east, north], fitBoundsOptions: { padding: padding(this.#covers.room, container) } }),
    });
    this.#extent = view.extent?.join();
    this.#fitted = position ? undefined : (view.extent ?? provinceExtent);
    this.#repaintImages = drawImagesOnDemand(this.map);
    this.#marks = new Marks(this.map, () => this.#drawn);
    this.tiles = new TileState(this.map, () => this.#drawn, {
      changed: () => this.#events.stateChanged(),
      packFailed: () => this.#unpack(),
    });
    this.#rows = new Rows((key) => this.#marks.set("hovered", key ? [key] : []));
    this.#here = new HereMarker(this.map, "map-here");
    this.#location = new HereMarker(this.map, "map-location");
    this.#ready = new Promise((resolve) => {
      void this.map.once("style.load").then(() => resolve());
    });
    this.#listen();
    void this.#ready.then(() => {
      this.#writePosition();
      this.#showMarks();
    });
  }

  get view(): View {
    return this.#view;
  }

  get style(): StyleSpecification {
    return this.#style;
  }

  get drawnStyle(): StyleSpecification {
    return this.#drawn;
  }

  /** Shows what a page asks for. Being told the same thing twice changes nothing. */
  async show(view: View): Promise<void> {
    this.#view = view;
    this.#moveTo(view);
    await this.#ready;
    const style = await this.#loader.load(styleAddressOf(view));
    // Something newer has been asked for in the meantime.
    if (!style || this.#view !== view) return;
    this.#style = style;
    this.redraw();
    this.#showMarks();
  }

  /** Draws the current style again after a choice that is not in the page, such as the theme, has changed. */
  redraw(): void {
    const next = this.#compose();
    applyStyle(this.map, this.#drawn, next);
    this.#drawn = next;
    this.#marks.restore();
  }

  /**
   * Asks again for the tiles that failed. Their sources are taken out and put back, because MapLibre 6 never finishes a
   * tile that is reloaded after an error.
   */
  retry(): void {
    const failed = this.tiles.takeFailed();
    if (failed.size === 0) return;
    const style = this.#drawn;
    const sources = Object.fromEntries(Object.entries(style.sources).filter(([name]) => !failed.has(name)));
    const layers = style.layers.filter((layer) => !("source" in layer && failed.has(layer.source)));
    this.map.setStyle({ ...style, sources, layers }, { diff: true });
    this.map.setStyle(style, { diff: true });
    this.#marks.restore();
    this.#events.stateChanged();
  }

  /** Loads the style again for a new theme. */
  async changeTheme(): Promise<void> {
    await this.show(this.#view);
    this.#repaintImages();
  }

  /** Back to the page's extent, or the whole province. */
  reset(): void {
    this.#fit(this.#view.extent ?? provinceExtent);
  }

  /** Opens the page that tells what is at a place, by default the middle of the map. */
  askWhatIsHere({ lat, lng }: LngLat = this.map.getCenter()): void {
    if (!this.clicksBelongToTool) follow(whatIsHere(new URL(location.href), lat, lng, this.map.getZoom()));
  }

  /** Where features are looked up when another map lies over a part of this one. */
  pickFrom(elsewhere: ((point: ScreenPoint) => PickedMap | undefined) | undefined): void {
    this.#elsewhere = elsewhere;
  }

  /** Shows where the reader's device is. */
  showLocation(latitude: number, longitude: number): void {
    this.#location.show([longitude, latitude]);
    this.map.easeTo({ center: [longitude, latitude], zoom: Math.max(13, this.map.getZoom()) });
  }

  /** Draws a tool's figure over the plan; the same name again changes it. */
  draw(name: string, data: GeoJSON, layers: readonly LayerSpecification[]): void {
    if (this.#drawings.set(this.map, name, data, layers)) this.redraw();
  }

  removeDrawing(name: string): void {
    this.#drawings.remove(name);
    this.redraw();
  }

  remove(): void {
    this.#stop.abort();
    this.#rows.disconnect();
    this.#covers.disconnect();
    this.map.remove();
  }

  /** A style with the current page's choices, for this map or one beside it. */
  compose(style: StyleSpecification): StyleSpecification {
    return composeStyle(style, {
      layers: this.#view.layers,
      opacity: this.#view.opacity,
      basemap: this.#view.basemap,
      packed: this.#packed,
      colours: {
        selected: themeColour("brick"),
        hovered: themeColour("teal"),
        casing: themeColour("surface"),
        paper: themeColour("paper"),
        edge: themeColour("muted"),
      },
    });
  }

  #compose(): StyleSpecification {
    return this.#drawings.on(this.compose(this.#style));
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
    this.#events.selected(this.#view.highlight);
  }

  /**
   * A position that came with the address (a shared link, the way back) wins over a page's extent, but not one that we
   * wrote there ourselves. The same extent twice moves nothing.
   */
  #moveTo(view: View): void {
    const extent = view.extent?.join();
    const changed = extent !== this.#extent;
    this.#extent = extent;
    const wanted = this.#wayBack || location.hash !== this.#writtenFragment;
    this.#wayBack = false;
    const position = wanted ? parseMapPosition(location.hash) : undefined;
    if (position) moveTo(this.map, position);
    else if (changed && view.extent) this.#fit(view.extent);
    else this.#writePosition();
    if (view.here && !position) uncover(this.map, this.#covers.room, view.here);
  }

  #fit(extent: Extent, options?: { animate: boolean }): void {
    this.#fitted = extent;
    fit(this.map, this.#covers.room, extent, options);
  }

  #listen(): void {
    const { map } = this;
    map.on("moveend", () => this.#writePosition());
    map.on("movestart", ({ originalEvent }) => {
      if (originalEvent) this.#fitted = undefined;
    });
    map.on("resize", () => {
      if (this.#fitted) this.#fit(this.#fitted, { animate: false });
    });
    onPageChanged(() => this.#writePosition());
    map.on("mousemove", (event) => this.#hover(event));
    map.on("mouseout", () => this.#leave());
    map.on("click", (event) => this.#click(event));
    const goBack = () => {
      const position = parseMapPosition(location.hash);
      if (!position) return;
      this.#wayBack = true;
      this.#fitted = undefined;
      moveTo(map, position);
    };
    addEventListener("popstate", goBack, { signal: this.#stop.signal });
  }

  /** The whole path, because a bare fragment would be resolved against `<base href>`. */
  #writePosition(): void {
    const fragment = formatMapPosition(positionOf(this.map));
    this.#writtenFragment = fragment;
    if (location.hash !== fragment)
      history.replaceState(history.state, "", location.pathname + location.search + fragment);
  }

  #hover(event: MapMouseEvent): void {
    if (this.clicksBelongToTool) return;
    const [top] = this.#pick(event.point, "mouse");
    this.map.getCanvas().style.cursor = top ? "pointer" : "";
    this.#marks.set("hovered", top ? [top] : []);
    this.#rows.mark(top);
    this.#events.hovered(top, event.point);
  }

  #pick(point: ScreenPoint, pointer: "mouse" | "touch"): readonly PickedFeature[] {
    const { map, style } = this.#elsewhere?.(point) ?? { map: this.map, style: this.#drawn };
    return pick(map, style, point, pointer);
  }

  #leave(): void {
    this.#marks.set("hovered", []);
    this.#rows.mark(undefined);
    this.#events.hovered(undefined, { x: 0, y: 0 });
  }

  #click(event: MapMouseEvent): void {
    if (this.clicksBelongToTool || event.defaultPrevented) return;
    const touched = event.originalEvent instanceof PointerEvent && event.originalEvent.pointerType === "touch";
    const features = this.#pick(event.point, touched ? "touch" : "mouse");
    if (features.some((feature) => this.#rows.select(feature))) {
      const shown = features.find((feature) => document.querySelector(`[data-feature="${formatFeatureKey(feature)}"]`));
      this.#marks.set("selected", shown ? [shown] : []);
      this.#events.selected(shown ? [shown] : []);
      return;
    }
    this.askWhatIsHere(event.lngLat);
  }
}
