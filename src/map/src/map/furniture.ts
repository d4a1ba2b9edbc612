import { make } from "../elements/dom";
import { AreaElement } from "../furniture/la-area";
import { AttributionElement } from "../furniture/la-attribution";
import { BasemapsElement } from "../furniture/la-basemaps";
import { ControlsElement } from "../furniture/la-controls";
import { CoordinatesElement } from "../furniture/la-coordinates";
import { MeasureElement } from "../furniture/la-measure";
import { NoticesElement } from "../furniture/la-notices";
import { ScaleElement } from "../furniture/la-scale";
import { SwipeElement } from "../furniture/la-swipe";
import type { MapPart } from "../furniture/map-part";
import { showShortcuts } from "../furniture/shortcuts-dialog";
import { Tooltip } from "../furniture/tooltip";
import { copyLink } from "../page/copy-link";
import type { FeatureKey } from "../page/view";
import { say } from "../say";
import { layerName } from "../style/plan-style";
import { listenToKeys } from "./keys";
import type { PlanMap, PlanMapEvents } from "./plan-map";
import { pictureOnPrint, printMap } from "./printing";

customElements.define("la-area", AreaElement);
customElements.define("la-attribution", AttributionElement);
customElements.define("la-basemaps", BasemapsElement);
customElements.define("la-controls", ControlsElement);
customElements.define("la-coordinates", CoordinatesElement);
customElements.define("la-measure", MeasureElement);
customElements.define("la-notices", NoticesElement);
customElements.define("la-scale", ScaleElement);
customElements.define("la-swipe", SwipeElement);

/** Everything that stands on the map: buttons, notices, scale, coordinates; and what they ask of the map. */
export class MapFurniture implements PlanMapEvents {
  readonly root = make("div", { class: "map-furniture" });
  readonly notices = new NoticesElement();
  readonly swipe = new SwipeElement();
  readonly #measure = new MeasureElement();
  readonly #area = new AreaElement();
  readonly #tooltip = new Tooltip();
  readonly #announcer = make("div", { class: "unseen", role: "status" });
  readonly #parts: readonly MapPart[];
  readonly #stop = new AbortController();
  #plan: PlanMap | undefined;

  constructor(element: HTMLElement) {
    const corner = [new ScaleElement(), new CoordinatesElement(), new AttributionElement()];
    const controls = new ControlsElement();
    const basemaps = new BasemapsElement();
    this.#parts = [this.swipe, this.notices, controls, basemaps, this.#measure, this.#area, ...corner];
    this.root.append(
      this.swipe,
      controls,
      basemaps,
      this.#measure,
      this.#area,
      make("div", { class: "map-corner" }, ...corner),
      this.notices,
      this.#tooltip.root,
      this.#announcer,
    );
    this.#listen(element);
  }

  attach(plan: PlanMap): void {
    this.#plan = plan;
    for (const part of this.#parts) part.attach(plan);
    const actions = { help: () => showShortcuts(), whatIsHere: () => plan.askWhatIsHere() };
    listenToKeys(plan.map.getCanvas(), actions, this.#stop.signal);
    this.#stop.signal.addEventListener("abort", pictureOnPrint(plan.map));
    this.stateChanged();
  }

  relabel(): void {
    for (const part of this.#parts) part.relabel();
  }

  remove(): void {
    this.#stop.abort();
  }

  stateChanged(): void {
    const plan = this.#plan;
    if (!plan) return;
    const names = (codes: readonly string[]) => codes.map((code) => layerName(plan.style, code));
    const basemap = plan.basemapFailed ? [say("bản đồ nền", "the basemap")] : [];
    this.notices.tiles(names(plan.tiles.loading), [...basemap, ...names(plan.tiles.failed)], () => void plan.retry());
  }

  hovered(said: string | undefined, point: { x: number; y: number }): void {
    this.#tooltip.show(said, point);
  }

  selected(keys: readonly FeatureKey[]): void {
    const rows = keys.map(({ layer, id }) => document.querySelector(`[data-feature="${layer}/${id}"]`)?.textContent);
    const text = rows.map((row) => row?.trim().replaceAll(/\s+/g, " ")).filter((row) => row);
    this.#announcer.textContent = text.length > 0 ? `${say("Đã chọn", "Selected")}: ${text.join("; ")}` : "";
  }

  #listen(element: HTMLElement): void {
    const { signal } = this.#stop;
    const detail = (event: Event): unknown => (event as CustomEvent<unknown>).detail;
    element.addEventListener("la:notice", (event) => this.notices.message(String(detail(event))), { signal });
    element.addEventListener("la:tool", (event) => void this.#use(String(detail(event))), { signal });
    document.addEventListener("la:connection", (event) => this.#connected(detail(event) === true), { signal });
    document.addEventListener(
      "la:revision",
      (event) => {
        const { revision } = detail(event) as { revision: number };
        this.notices.message(say(`Đã cập nhật theo bản công bố ${revision}.`, `Updated to publication ${revision}.`));
      },
      { signal },
    );
  }

  /** What failed while the service was away is asked for again when it is back. */
  #connected(isConnected: boolean): void {
    this.notices.connected(isConnected);
    if (isConnected) void this.#plan?.retry();
  }

  async #use(tool: string): Promise<void> {
    if (!this.#plan) return;
    if (tool === "measure") this.#measure.toggle();
    else if (tool === "area") this.#area.toggle();
    else if (tool === "view") this.#area.takeView();
    else if (tool === "print") await printMap(this.#plan.map);
    else if (tool === "help") showShortcuts();
    else if (tool === "share") this.notices.message(await copyLink());
  }
}
