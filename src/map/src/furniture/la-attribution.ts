import type { PlanMap } from "../map/plan-map";
import { MapPart } from "./map-part";

/** `<la-attribution>`: who made what is on the map now, as the sources in use say it. */
export class AttributionElement extends MapPart {
  #text = "";

  relabel(): void {
    if (this.plan) this.#show(this.plan);
  }

  protected override attached(plan: PlanMap): void {
    plan.map.on("styledata", () => this.#show(plan));
    plan.map.on("sourcedata", ({ sourceDataType }) => {
      if (sourceDataType === "metadata") this.#show(plan);
    });
    this.#show(plan);
  }

  #show({ map, drawnStyle }: PlanMap): void {
    const used = new Set(
      drawnStyle.layers
        .filter((layer) => "source" in layer && layer.layout?.visibility !== "none")
        .map((layer) => ("source" in layer ? layer.source : "")),
    );
    const texts = [...used]
      .map((name) => map.getSource(name) as { attribution?: string } | undefined)
      .map((source) => source?.attribution)
      .filter((text) => text);
    const text = [...new Set(texts)].join(" · ");
    if (text === this.#text) return;
    this.#text = text;
    this.replaceChildren(...safe(text));
  }
}

/** Attributions are configured as HTML; links and text are all they may carry. */
function safe(html: string): Node[] {
  return [...new DOMParser().parseFromString(html, "text/html").body.childNodes].map((node) => {
    if (!(node instanceof HTMLAnchorElement) || !/^https?:$/.test(node.protocol))
      return document.createTextNode(node.textContent ?? "");
    const link = document.createElement("a");
    link.href = node.href;
    link.textContent = node.textContent;
    link.rel = "noopener";
    link.target = "_blank";
    return link;
  });
}
