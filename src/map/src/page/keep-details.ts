import { onPageChanged } from "./navigation";

/**
 * What a reader has unfolded stays unfolded across enhanced navigation, which otherwise folds every `<details>` as the
 * server renders it: switching a layer would close the notes about it. They are known by the words of their summary.
 */
export function keepDetails(): void {
  const unfolded = new Set<string>();
  document.addEventListener(
    "toggle",
    ({ target }) => {
      if (!(target instanceof HTMLDetailsElement)) return;
      if (target.open) unfolded.add(nameOf(target));
      else unfolded.delete(nameOf(target));
    },
    { capture: true },
  );
  onPageChanged(() => {
    for (const details of document.querySelectorAll("details")) if (unfolded.has(nameOf(details))) details.open = true;
  });
}

function nameOf(details: HTMLDetailsElement): string {
  const summary = details.querySelector("summary");
  return summary?.getAttribute("aria-label") ?? summary?.textContent.trim() ?? "";
}
