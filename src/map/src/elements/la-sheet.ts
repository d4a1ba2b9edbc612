import { say } from "../say";
import { icon, make } from "./dom";
import { icons } from "./icons";
import { KeptElement } from "./kept-element";

/** The heights of the sheet on a phone, lowest first, as CSS lengths. */
const heights = ["6rem", "50%", "92%"] as const;

/**
 * `<la-sheet>`: the grip of the bottom sheet that the panel becomes on a phone. Buttons and arrow keys do all that
 * dragging does. The height is a custom property in a style sheet of its own, which patching the page can't remove.
 */
export class SheetElement extends KeptElement {
  static readonly #style = new CSSStyleSheet();
  static #height = 1;
  #drag: { readonly id: number; readonly top: number; readonly from: number } | undefined;

  /** Leaves the map to be worked on: the sheet as low as it goes. */
  static lower(): void {
    SheetElement.#set(0);
  }

  /** There is something to read or to fill in: up to the half, where it is lower. */
  static raise(): void {
    SheetElement.#set(Math.max(1, SheetElement.#height));
  }

  static #set(height: number): void {
    SheetElement.#height = Math.min(heights.length - 1, Math.max(0, height));
    SheetElement.#style.replaceSync(`:root { --sheet: ${heights[SheetElement.#height] ?? "50%"} }`);
  }

  protected content(): readonly Node[] {
    if (!document.adoptedStyleSheets.includes(SheetElement.#style))
      document.adoptedStyleSheets.push(SheetElement.#style);
    const grip = make("div", { class: "sheet-grip", "aria-hidden": "true" });
    const lower = this.#button(icons.down, say("Hạ bảng xuống", "Lower the panel"), -1);
    const raise = this.#button(icons.up, say("Kéo bảng lên", "Raise the panel"), 1);
    grip.addEventListener("pointerdown", this.#dragStarts);
    grip.addEventListener("pointermove", this.#dragMoves);
    grip.addEventListener("pointerup", this.#dragEnds);
    grip.addEventListener("pointercancel", this.#dragEnds);
    SheetElement.#set(SheetElement.#height);
    return [lower, grip, raise];
  }

  #button(drawing: string, label: string, step: -1 | 1): HTMLButtonElement {
    const button = make("button", { type: "button", class: "quiet", "aria-label": label }, icon(drawing));
    button.addEventListener("click", () => SheetElement.#set(SheetElement.#height + step));
    return button;
  }

  readonly #dragStarts = (event: PointerEvent) => {
    const panel = this.parentElement;
    if (!panel || !(event.currentTarget instanceof Element)) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    this.#drag = { id: event.pointerId, top: event.clientY, from: panel.offsetHeight };
  };

  readonly #dragMoves = (event: PointerEvent) => {
    if (event.pointerId !== this.#drag?.id) return;
    const height = this.#drag.from + this.#drag.top - event.clientY;
    SheetElement.#style.replaceSync(`:root { --sheet: ${Math.max(48, height).toFixed(0)}px }`);
  };

  /** Settles on the nearest height; a tap on the grip goes to the next one. */
  readonly #dragEnds = (event: PointerEvent) => {
    if (event.pointerId !== this.#drag?.id) return;
    const moved = this.#drag.top - event.clientY;
    const height = this.#drag.from + moved;
    this.#drag = undefined;
    if (Math.abs(moved) < 6) SheetElement.#set((SheetElement.#height + 1) % heights.length);
    else SheetElement.#set(nearest(height, innerHeight));
  };
}

/** The settled height nearest to a dragged one, both in pixels. */
export function nearest(height: number, windowHeight: number): number {
  const pixels = [96, windowHeight * 0.5, windowHeight * 0.92];
  const distances = pixels.map((candidate) => Math.abs(candidate - height));
  return distances.indexOf(Math.min(...distances));
}
