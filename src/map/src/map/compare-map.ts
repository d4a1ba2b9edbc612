import type { Map as MapLibreMap, StyleSpecification } from "maplibre-gl";
import { styleAddressOf } from "../page/style-address";
import type { Moment, View } from "../page/view";
import { createMap } from "./create-map";
import { loadFonts } from "./fonts";
import type { PlanMap } from "./plan-map";
import { StyleLoader } from "./style-loader";
import { drawImagesOnDemand } from "./symbol-images";

/** A second map that shows the plan of another moment at the same place. Gestures stay with the first. */
export class CompareMap {
  readonly #container: HTMLElement;
  readonly #plan: PlanMap;
  readonly #loader = new StyleLoader();
  readonly #follow = () => this.#takePlace();
  #map: MapLibreMap | undefined;
  #drawn: StyleSpecification | undefined;

  /** @param covers tells whether a point of the screen, pixels from the map's left edge, shows this map. */
  constructor(container: HTMLElement, plan: PlanMap, covers: (x: number) => boolean) {
    this.#container = container;
    this.#plan = plan;
    plan.map.on("move", this.#follow);
    plan.pointing.elsewhere = ({ x }) =>
      this.#map && this.#drawn && covers(x) ? { map: this.#map, style: this.#drawn } : undefined;
  }

  async show(view: View, moment: Moment): Promise<void> {
    const style = await this.#loader.load(styleAddressOf(view, moment));
    if (!style) return;
    await loadFonts(style);
    this.#drawn = this.#plan.compose(style);
    if (this.#map) {
      this.#map.setStyle(this.#drawn, { diff: true });
      return;
    }
    const { map } = this.#plan;
    this.#map = createMap(this.#container, {
      style: this.#drawn,
      center: map.getCenter(),
      zoom: map.getZoom(),
      interactive: false,
    });
    // The first map is the one that is read out and operated.
    this.#map.getCanvas().setAttribute("aria-hidden", "true");
    this.#map.getCanvas().removeAttribute("tabindex");
    drawImagesOnDemand(this.#map);
  }

  remove(): void {
    this.#plan.map.off("move", this.#follow);
    this.#plan.pointing.elsewhere = undefined;
    this.#loader.cancel();
    this.#map?.remove();
  }

  #takePlace(): void {
    const { map } = this.#plan;
    this.#map?.jumpTo({ center: map.getCenter(), zoom: map.getZoom() });
  }
}
