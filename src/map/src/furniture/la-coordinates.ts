import { make } from "../elements/dom";
import type { PlanMap } from "../map/plan-map";
import { longAnZone, toVn2000 } from "../operations/vn2000";
import { say, sayNumber } from "../say";
import { MapPart } from "./map-part";

/** `<la-coordinates>`: the pointer's place in WGS 84 and VN-2000; the middle of the map while there is no pointer. */
export class CoordinatesElement extends MapPart {
  #pending = false;

  relabel(): void {
    this.title = say(
      "Tọa độ quy đổi, không thay thế kết quả đo đạc. VN-2000: X hướng bắc, Y hướng đông.",
      "Converted coordinates, not a survey result. VN-2000: X north, Y east.",
    );
    if (this.plan) this.#showCentre(this.plan);
  }

  protected override attached(plan: PlanMap): void {
    plan.map.on("mousemove", ({ lngLat, originalEvent }) => {
      // While something is dragged the eyes are elsewhere, and a far corner that changes costs the drag its frames.
      if (originalEvent.buttons === 0) this.#showSoon(lngLat.lat, lngLat.lng);
    });
    plan.map.on("mouseout", () => this.#showCentre(plan));
    plan.map.on("moveend", () => this.#showCentre(plan));
    this.#showCentre(plan);
  }

  #showCentre({ map }: PlanMap): void {
    const { lat, lng } = map.getCenter();
    this.#showSoon(lat, lng);
  }

  /** At most once a frame, however fast the pointer moves. */
  #showSoon(latitude: number, longitude: number): void {
    this.#position = { latitude, longitude };
    if (this.#pending) return;
    this.#pending = true;
    requestAnimationFrame(() => {
      this.#pending = false;
      this.#show();
    });
  }

  #position = { latitude: 0, longitude: 0 };

  #show(): void {
    const { latitude, longitude } = this.#position;
    const { northing, easting } = toVn2000(this.#position);
    this.replaceChildren(
      make(
        "span",
        { class: "coordinates-grid" },
        `VN-2000 ${longAnZone.name} X ${sayNumber(northing)} Y ${sayNumber(easting)} m`,
      ),
      make(
        "span",
        { class: "coordinates-geographic" },
        `WGS 84 ${sayNumber(latitude, 5)}° ${say("B", "N")} ${sayNumber(longitude, 5)}° ${say("Đ", "E")}`,
      ),
    );
  }
}
