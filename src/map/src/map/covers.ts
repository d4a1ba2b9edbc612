import type { PaddingOptions } from "maplibre-gl";
import { onPageChanged } from "../page/navigation";

export type Room = Required<PaddingOptions>;

/** Parts of the page that may lie over the map: a bottom sheet, a drawer, the header that floats on a phone. */
const covering = ".panel, .top";

/**
 * How much of the map each side loses to the page, in pixels. What stands on the map moves inwards by as much (CSS
 * custom properties `--covered-…`), and the camera fits extents into the rest.
 */
export class Covers {
  readonly #frame: HTMLElement;
  readonly #sizes = new ResizeObserver(() => this.#measure());
  #room: Room = { top: 0, bottom: 0, left: 0, right: 0 };
  #gone = false;

  constructor(frame: HTMLElement) {
    this.#frame = frame;
    this.#watch();
    onPageChanged(() => {
      if (!this.#gone) this.#watch();
    });
  }

  get room(): Room {
    this.#measure();
    return this.#room;
  }

  disconnect(): void {
    this.#gone = true;
    this.#sizes.disconnect();
  }

  /** Panels come and go with pages. */
  #watch(): void {
    this.#sizes.disconnect();
    this.#sizes.observe(this.#frame);
    for (const cover of document.querySelectorAll(covering)) this.#sizes.observe(cover);
    this.#measure();
  }

  #measure(): void {
    this.#room = roomTakenFrom(this.#frame);
    for (const [side, pixels] of Object.entries(this.#room))
      this.#frame.style.setProperty(`--covered-${side}`, `${pixels.toFixed(0)}px`);
  }
}

/** The room that the page takes from a frame as it stands now: none while the frame fills the screen above all else. */
export function roomTakenFrom(frame: HTMLElement): Room {
  if (document.fullscreenElement?.contains(frame)) return roomTakenBy([], frame.getBoundingClientRect());
  const covers = [...document.querySelectorAll(covering)].map((cover) => cover.getBoundingClientRect());
  return roomTakenBy(covers, frame.getBoundingClientRect());
}

type Box = Pick<DOMRect, "left" | "right" | "top" | "bottom">;

/** The room that boxes take from each side of a frame; something always remains in the middle. */
export function roomTakenBy(covers: readonly Box[], frame: Box): Room {
  const width = frame.right - frame.left;
  const height = frame.bottom - frame.top;
  const room = { top: 0, bottom: 0, left: 0, right: 0 };
  for (const box of covers) {
    const across = Math.min(box.right, frame.right) - Math.max(box.left, frame.left);
    const down = Math.min(box.bottom, frame.bottom) - Math.max(box.top, frame.top);
    if (across <= 0 || down <= 0) continue;
    const [side, taken] =
      across > width * 0.9
        ? box.top <= frame.top + 16
          ? (["top", box.bottom - frame.top] as const)
          : (["bottom", frame.bottom - box.top] as const)
        : box.left <= frame.left + 1
          ? (["left", box.right - frame.left] as const)
          : (["right", frame.right - box.left] as const);
    room[side] = Math.max(room[side], Math.min(taken, (side === "left" || side === "right" ? width : height) * 0.55));
  }
  // A panel over nearly the whole width leaves no room to obey.
  if (room.left + room.right > width * 0.7) room.left = room.right = 0;
  return room;
}
