import { make } from "../elements/dom";
import type { PlanMap } from "./plan-map";

/** Pixels for each CSS pixel on paper: about 200 dpi. */
const printPixelRatio = 2.5;

/**
 * Prints the page with the map drawn finer than on the screen. A WebGL canvas is blank on paper, so a picture of it,
 * taken in the same task as the drawing, stands in.
 */
export async function printMap(plan: PlanMap): Promise<void> {
  const { map } = plan;
  const usual = map.getPixelRatio();
  map.setPixelRatio(Math.max(usual, printPixelRatio));
  await Promise.race([map.once("idle"), new Promise((resolve) => setTimeout(resolve, 5000))]);
  const picture = takePicture(plan);
  await picture.decode();
  print();
  picture.remove();
  map.setPixelRatio(usual);
}

/** Keeps the map on paper for readers who print with the browser's own command. Returns how to stop. */
export function pictureOnPrint(plan: PlanMap): () => void {
  let picture: HTMLImageElement | undefined;
  const stop = new AbortController();
  const before = () => {
    if (!document.querySelector(".map-picture")) picture = takePicture(plan);
  };
  const after = () => {
    picture?.remove();
    picture = undefined;
  };
  addEventListener("beforeprint", before, { signal: stop.signal });
  addEventListener("afterprint", after, { signal: stop.signal });
  return () => stop.abort();
}

function takePicture({ map }: PlanMap): HTMLImageElement {
  map.redraw();
  const picture = make("img", { class: "map-picture", alt: "", src: map.getCanvas().toDataURL("image/png") });
  map.getContainer().append(picture);
  return picture;
}
