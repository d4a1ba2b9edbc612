import { formatFeatureKey, parseFeatureKey, type FeatureKey } from "../page/view";

/**
 * The rows of lists and tables that stand for features (`data-feature="layer/id"`). All listeners are delegated:
 * enhanced navigation replaces rows without telling anybody.
 */
export class Rows {
  readonly #hovered: (key: FeatureKey | undefined) => void;
  readonly #stop = new AbortController();

  constructor(hovered: (key: FeatureKey | undefined) => void) {
    this.#hovered = hovered;
    const { signal } = this.#stop;
    for (const begin of ["pointerover", "focusin"]) document.addEventListener(begin, this.#point, { signal });
    for (const end of ["pointerout", "focusout"]) document.addEventListener(end, this.#leave, { signal });
  }

  disconnect(): void {
    this.#stop.abort();
  }

  /** Marks the rows of the feature that the pointer is over on the map. */
  mark(key: FeatureKey | undefined): void {
    for (const row of document.querySelectorAll("[data-feature][data-hover]")) row.removeAttribute("data-hover");
    if (key) for (const row of rowsOf(key)) row.setAttribute("data-hover", "");
  }

  /** Brings a feature's table row into sight and the keyboard to its link; false when no table shows it. */
  select(key: FeatureKey): boolean {
    const row = rowsOf(key).find((candidate) => candidate.matches("tr, [role=row]"));
    if (!row) return false;
    for (const other of document.querySelectorAll("[data-feature][data-selected]"))
      other.removeAttribute("data-selected");
    row.setAttribute("data-selected", "");
    row.scrollIntoView({ block: "nearest" });
    row.querySelector<HTMLElement>("a[href]")?.focus({ preventScroll: true });
    return true;
  }

  readonly #point = (event: Event) => {
    const key = keyAt(event.target);
    if (key) this.#hovered(key);
  };

  readonly #leave = (event: Event) => {
    if (keyAt(event.target)) this.#hovered(undefined);
  };
}

function rowsOf(key: FeatureKey): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(`[data-feature="${formatFeatureKey(key)}"]`)];
}

function keyAt(target: EventTarget | null): FeatureKey | undefined {
  const row = target instanceof Element ? target.closest("[data-feature]") : null;
  return parseFeatureKey(row?.getAttribute("data-feature"));
}
