import { Marker, type Map as MapLibreMap } from "maplibre-gl";

/** The place that a page speaks of, as a surveyor's cross rather than a pin. */
export class HereMarker {
  readonly #map: MapLibreMap;
  readonly #className: string;
  #marker: Marker | undefined;

  constructor(map: MapLibreMap, className: string) {
    this.#map = map;
    this.#className = className;
  }

  show(place: readonly [longitude: number, latitude: number] | undefined): void {
    if (!place) {
      this.#marker?.remove();
      this.#marker = undefined;
      return;
    }
    if (!this.#marker) {
      const element = document.createElement("div");
      element.className = this.#className;
      this.#marker = new Marker({ element }).setLngLat([place[0], place[1]]).addTo(this.#map);
      // The page says in words what the cross shows; to a screen reader it is an ornament.
      element.setAttribute("aria-hidden", "true");
      element.removeAttribute("role");
      element.removeAttribute("tabindex");
    }
    this.#marker.setLngLat([place[0], place[1]]);
  }
}
