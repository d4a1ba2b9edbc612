/**
 * Single-letter shortcuts, only while the map has the focus: elsewhere they would get in the way of typing and of
 * screen readers. Arrows and plus and minus are MapLibre's own.
 */
export function listenToKeys(
  canvas: HTMLElement,
  { help, whatIsHere }: { help: () => void; whatIsHere: () => void },
  signal: AbortSignal,
): void {
  const actions: Readonly<Record<string, () => void>> = {
    "/": () => goTo('la-search input[name="q"]'),
    l: () => goTo("la-layers input:checked, la-layers input"),
    g: () => goTo(".layer:has(.legend) input"),
    "?": help,
    enter: whatIsHere,
  };
  canvas.addEventListener(
    "keydown",
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const run = actions[event.key.toLowerCase()];
      if (!run) return;
      event.preventDefault();
      run();
    },
    { signal },
  );
}

function goTo(selector: string): void {
  const target = document.querySelector<HTMLElement>(selector);
  target?.focus({ preventScroll: true });
  target?.scrollIntoView({ block: "center" });
}
