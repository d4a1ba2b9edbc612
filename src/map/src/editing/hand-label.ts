import { make } from "../elements/dom";
import type { ScreenPoint } from "./operations/snap";

/** Room that a label needs beside the pointer before it goes to the other side, CSS pixels. */
const roomPixels = { across: 250, down: 90 };

/**
 * What a gesture comes to, in a few words beside the pointer, where the eyes are. It also keeps the picture quick: a browser
 * draws again the smallest rectangle round all that changes, and figures in a far corner would stretch it over the map.
 */
export class HandLabel {
  readonly root = make("div", { class: "edit-hand", hidden: true, "aria-hidden": "true" });
  readonly #figures = make("p");
  readonly #snap = make("p", { class: "edit-hand-snap" });
  /** Of the map, CSS pixels; asked when a gesture begins, for in each of its frames the page would be laid out twice. */
  #room = { across: 0, down: 0 };

  constructor() {
    this.root.append(this.#figures, this.#snap);
  }

  /** Where the pointer is; a finger hides what lies below it. */
  move({ x, y }: ScreenPoint, isTouch = false): void {
    if (this.root.hidden) {
      const { clientWidth = 0, clientHeight = 0 } = this.root.parentElement ?? {};
      this.#room = { across: clientWidth, down: clientHeight };
    }
    const left = x + roomPixels.across > this.#room.across;
    const above = isTouch || y + roomPixels.down > this.#room.down;
    const [dx, dy] = [left ? "-100%" : "0", above ? "-100%" : "0"];
    const [shiftX, shiftY] = [left ? -16 : 16, above ? (isTouch ? -40 : -16) : 16];
    this.root.style.transform = `translate(${x + shiftX}px, ${y + shiftY}px) translate(${dx}, ${dy})`;
  }

  set figures(text: string) {
    write(this.#figures, text);
    this.#showOrHide();
  }

  set snap(text: string | undefined) {
    write(this.#snap, text ?? "");
    this.#showOrHide();
  }

  hide(): void {
    this.figures = "";
    this.snap = undefined;
  }

  #showOrHide(): void {
    this.root.hidden = this.#figures.hidden && this.#snap.hidden;
  }
}

function write(line: HTMLElement, text: string): void {
  if (line.textContent !== text) line.textContent = text;
  line.hidden = text === "";
}
