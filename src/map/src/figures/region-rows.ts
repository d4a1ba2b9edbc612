/**
 * The list and the map answer to each other: elements that stand for a region carry `data-region="803"`. All listeners
 * are delegated, because enhanced navigation replaces rows without telling anybody.
 */
export class RegionRows {
  readonly #pointed: (region: string | undefined) => void;
  readonly #stop = new AbortController();

  constructor(pointed: (region: string | undefined) => void) {
    this.#pointed = pointed;
    const { signal } = this.#stop;
    for (const begin of ["pointerover", "focusin"])
      document.addEventListener(
        begin,
        ({ target }) => {
          const region = regionAt(target);
          if (region) this.#pointed(region);
        },
        { signal },
      );
    for (const end of ["pointerout", "focusout"])
      document.addEventListener(
        end,
        ({ target }) => {
          if (regionAt(target)) this.#pointed(undefined);
        },
        { signal },
      );
  }

  disconnect(): void {
    this.#stop.abort();
  }

  /** Marks the rows of the region that the pointer is over on the map. */
  mark(region: string | undefined): void {
    for (const row of document.querySelectorAll("[data-region][data-hover]"))
      if (row.getAttribute("data-region") !== region) row.removeAttribute("data-hover");
    if (region)
      for (const row of document.querySelectorAll(`[data-region="${CSS.escape(region)}"]`))
        row.setAttribute("data-hover", "");
  }

  /** Brings the row of the chosen region into sight. */
  reveal(region: string): void {
    document.querySelector(`:is(li, tr)[data-region="${CSS.escape(region)}"]`)?.scrollIntoView({ block: "nearest" });
  }
}

function regionAt(target: EventTarget | null): string | undefined {
  const row = target instanceof Element ? target.closest("[data-region]") : null;
  return row?.getAttribute("data-region") ?? undefined;
}
