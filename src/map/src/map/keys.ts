import { follow } from "../page/navigation";

/**
 * Single-letter shortcuts, only while the map has the focus: elsewhere they would get in the way of typing and of
 * screen readers. Arrows and plus and minus are MapLibre's own.
 */
export function listenToKeys(canvas: HTMLElement, help: () => void, signal: AbortSignal): void {
  canvas.addEventListener(
    "keydown",
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const run = actions[event.key.toLowerCase()] ?? (event.key === "?" ? help : undefined);
      if (!run) return;
      event.preventDefault();
      run();
    },
    { signal },
  );
}

const actions: Readonly<Record<string, () => void>> = {
  "/": () => focus('la-search input, [role="search"] input'),
  l: () => focusOrFollow("layers"),
  g: () => focusOrFollow("legend"),
};

/** Pages mark what a shortcut leads to with `data-shortcut`; a link is followed, anything else is focused. */
function focusOrFollow(name: string): void {
  const target = document.querySelector<HTMLElement>(`[data-shortcut="${name}"]`);
  if (target instanceof HTMLAnchorElement) follow(target.href);
  else target?.focus();
}

function focus(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.focus();
}
