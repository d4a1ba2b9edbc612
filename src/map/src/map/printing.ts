import type { Map as MapLibreMap } from "maplibre-gl";
import { make } from "../elements/dom";

/** The map's frame on an upright A4 sheet (186 × 150 mm, see the page's print.css) in CSS pixels of 1/96 inch. */
const paper = { width: 703, height: 567 };
/** Pixels drawn for each CSS pixel: about 240 dpi on paper. */
const printPixelRatio = 2.5;

/**
 * Prints the page with the map drawn for paper: in the shape of its printed frame, finer than on a screen. A WebGL
 * canvas is blank on paper, so a picture of it, taken in the same task as the drawing, stands in.
 */
export async function printMap(map: MapLibreMap): Promise<void> {
  const container = map.getContainer();
  const usual = { ratio: map.getPixelRatio(), bounds: map.getBounds() };
  container.style.inset = "auto";
  container.style.width = `${paper.width}px`;
  container.style.height = `${paper.height}px`;
  map.setPixelRatio(Math.max(usual.ratio, printPixelRatio));
  map.resize();
  map.fitBounds(usual.bounds, { animate: false });
  await Promise.race([map.once("idle"), new Promise((resolve) => setTimeout(resolve, 5000))]);

  const picture = takePicture(map);
  picture.classList.add("exact");
  await picture.decode();
  print();
  picture.remove();
  for (const property of ["inset", "width", "height"]) container.style.removeProperty(property);
  map.setPixelRatio(usual.ratio);
  map.resize();
  map.fitBounds(usual.bounds, { animate: false });
}

/** Keeps the map on paper for readers who print with the browser's own command. Returns how to stop. */
export function pictureOnPrint(map: MapLibreMap): () => void {
  let picture: HTMLImageElement | undefined;
  const stop = new AbortController();
  const before = () => {
    if (!document.querySelector(".map-picture")) picture = takePicture(map);
  };
  const after = () => {
    picture?.remove();
    picture = undefined;
  };
  addEventListener("beforeprint", before, { signal: stop.signal });
  addEventListener("afterprint", after, { signal: stop.signal });
  return () => stop.abort();
}

function takePicture(map: MapLibreMap): HTMLImageElement {
  map.redraw();
  const picture = make("img", { class: "map-picture", alt: "", src: map.getCanvas().toDataURL("image/png") });
  map.getContainer().append(picture);
  return picture;
}
