import type { Map as MapLibreMap, MapOptions } from "maplibre-gl";
import { formatMapPosition, parseMapPosition } from "../page/map-position";
import { onPageChanged } from "../page/navigation";
import type { Extent, View } from "../page/view";
import { fit, moveTo, padding, positionOf, provinceExtent, uncover } from "./camera";
import { Covers, roomTakenFrom, type Room } from "./covers";

/** Southern Vietnam: wide enough for whatever lies near the province, narrow enough not to get lost in. */
const roamingRoom: [number, number, number, number] = [102.5, 8, 109.8, 13.6];

/**
 * Where the map looks, kept in step with the address. A position that came with the address (a shared link, the way
 * back) wins over a page's extent, but not one that we wrote there ourselves. The same extent twice moves nothing.
 */
export class Place {
  readonly #map: MapLibreMap;
  readonly #covers: Covers;
  readonly #stop = new AbortController();
  #asked: string | undefined;
  /** The extent on show as long as nobody has moved the map; it is fitted again when the map changes its size. */
  #fitted: Extent | undefined;
  #writtenFragment = "";
  #wayBack = false;

  /** The camera that a new map starts with. */
  static start(view: View, container: HTMLElement): Partial<MapOptions> {
    const position = parseMapPosition(location.hash);
    if (position)
      return {
        maxBounds: roamingRoom,
        center: [position.longitude, position.latitude],
        zoom: position.zoom,
      };
    const [west, south, east, north] = view.extent ?? provinceExtent;
    const room = padding(roomTakenFrom(frameOf(container)), container);
    return { maxBounds: roamingRoom, bounds: [west, south, east, north], fitBoundsOptions: { padding: room } };
  }

  constructor(map: MapLibreMap, view: View) {
    this.#map = map;
    this.#covers = new Covers(frameOf(map.getContainer()));
    this.#asked = view.extent?.join();
    this.#fitted = parseMapPosition(location.hash) ? undefined : (view.extent ?? provinceExtent);
    map.on("moveend", () => this.#write());
    map.on("movestart", ({ originalEvent }) => {
      if (originalEvent) this.#fitted = undefined;
    });
    map.on("resize", () => {
      if (this.#fitted) this.fit(this.#fitted, { animate: false });
    });
    addEventListener("popstate", () => this.#goBack(), { signal: this.#stop.signal });
    onPageChanged(() => this.#write());
    this.#write();
  }

  /** How much of the map each side loses to the page, in pixels. */
  get covered(): Room {
    return this.#covers.room;
  }

  /** Goes where a page wants the map to look. */
  follow(view: View): void {
    const asked = view.extent?.join();
    const isNew = asked !== this.#asked;
    this.#asked = asked;
    const ofAddress = this.#wayBack || location.hash !== this.#writtenFragment;
    this.#wayBack = false;
    const position = ofAddress ? parseMapPosition(location.hash) : undefined;
    if (position) moveTo(this.#map, position);
    else if (isNew && view.extent) this.fit(view.extent);
    else this.#write();
    if (view.here && !position) uncover(this.#map, this.#covers.room, view.here);
  }

  fit(extent: Extent, options?: { animate: boolean }): void {
    this.#fitted = extent;
    fit(this.#map, this.#covers.room, extent, options);
  }

  disconnect(): void {
    this.#stop.abort();
    this.#covers.disconnect();
  }

  #goBack(): void {
    const position = parseMapPosition(location.hash);
    if (!position) return;
    this.#wayBack = true;
    this.#fitted = undefined;
    moveTo(this.#map, position);
  }

  /** The whole path, because a bare fragment would be resolved against `<base href>`. */
  #write(): void {
    if (this.#stop.signal.aborted) return;
    const fragment = formatMapPosition(positionOf(this.#map));
    this.#writtenFragment = fragment;
    if (location.hash !== fragment)
      history.replaceState(history.state, "", location.pathname + location.search + fragment);
  }
}

function frameOf(container: HTMLElement): HTMLElement {
  return container.closest<HTMLElement>("la-map") ?? container;
}
