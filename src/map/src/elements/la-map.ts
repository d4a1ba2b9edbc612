import { say } from "../say";
import { views } from "../page/views";
import { afterFirstPaint } from "../page/first-paint";
import { askEarly } from "../page/style-address";
import { make } from "./dom";

/**
 * `<la-map>`: lives once in the layout inside `<div id="map-frame" data-permanent>`. This part is small and only
 * reserves the place; the map itself, MapLibre included, is fetched after the page has been painted.
 */
export class MapElement extends HTMLElement {
  #stop: (() => void) | undefined;
  #starting = false;

  connectedCallback(): void {
    if (this.#starting) return;
    this.#starting = true;
    if (!this.firstElementChild) this.append(make("div", { class: "map-skeleton" }));
    afterFirstPaint(() => void this.#start());
  }

  disconnectedCallback(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.#starting = false;
    this.replaceChildren();
  }

  async #start(): Promise<void> {
    if (views.current) askEarly(views.current);
    try {
      const { startMap } = await import("../map/start-map");
      if (this.isConnected) this.#stop = startMap(this, views);
    } catch (reason) {
      console.error(reason);
      this.#sayThatItFailed();
    }
  }

  #sayThatItFailed(): void {
    const retry = make("button", { type: "button" }, say("Thử lại", "Try again"));
    retry.addEventListener("click", () => {
      this.replaceChildren(make("div", { class: "map-skeleton" }));
      void this.#start();
    });
    const text = say(
      "Chưa tải được phần bản đồ. Nội dung quy hoạch vẫn đọc được ở bảng bên cạnh.",
      "The map could not be loaded. The plan can still be read in the panel.",
    );
    this.replaceChildren(make("div", { class: "map-notice", role: "alert" }, make("p", {}, text), retry));
  }
}
