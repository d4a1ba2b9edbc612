import { make } from "../elements/dom";
import { say, sayNumber } from "../say";
import type { PlanMap } from "../map/plan-map";
import { scaleBar } from "../operations/scale-bar";
import { MapPart } from "./map-part";

/** `<la-scale>`: a bar of a round length at the middle of the map. */
export class ScaleElement extends MapPart {
  relabel(): void {
    this.setAttribute("role", "img");
    this.setAttribute("aria-label", say("Thước tỷ lệ", "Scale bar"));
    if (this.plan) this.#draw(this.plan);
  }

  protected override attached(plan: PlanMap): void {
    const draw = () => this.#draw(plan);
    plan.map.on("move", draw);
    plan.map.on("resize", draw);
    draw();
  }

  #draw({ map }: PlanMap): void {
    const { lengthMetres, widthPixels } = scaleBar(map.getCenter().lat, map.getZoom(), 110);
    const text = lengthMetres >= 1000 ? `${sayNumber(lengthMetres / 1000)} km` : `${sayNumber(lengthMetres)} m`;
    const bar = make("span", { class: "scale-bar" });
    bar.style.inlineSize = `${widthPixels.toFixed(1)}px`;
    this.setAttribute("aria-label", `${say("Thước tỷ lệ", "Scale bar")}: ${text}`);
    this.replaceChildren(bar, make("span", {}, text));
  }
}
