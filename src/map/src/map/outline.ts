import type { LayerSpecification } from "maplibre-gl";
import { themeColour } from "../theme-colours";

const name = "page-outline";

interface Drawn {
  draw(name: string, address: string, layers: readonly LayerSpecification[]): void;
  removeDrawing(name: string): void;
}

/** The figure that a page speaks of, such as a parcel: a line round it and a light wash, over the plan. */
export class Outline {
  #address: string | undefined;

  show(address: string | undefined, plan: Drawn): void {
    if (address === this.#address) return;
    // A drawing's layers stay when its data changes, so another figure is another drawing.
    if (this.#address !== undefined) plan.removeDrawing(name);
    this.#address = address;
    if (address !== undefined) plan.draw(name, address, layers());
  }
}

function layers(): LayerSpecification[] {
  const colour = themeColour("brick");
  return [
    {
      id: `${name}-fill`,
      type: "fill",
      source: name,
      // Of a line with bends the library would wash the ground between them.
      filter: ["==", ["geometry-type"], "Polygon"],
      paint: { "fill-color": colour, "fill-opacity": 0.12 },
    },
    {
      id: `${name}-casing`,
      type: "line",
      source: name,
      paint: { "line-color": themeColour("surface"), "line-width": 6 },
    },
    { id: `${name}-line`, type: "line", source: name, paint: { "line-color": colour, "line-width": 2.5 } },
  ];
}
