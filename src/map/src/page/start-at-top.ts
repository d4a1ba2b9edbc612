import { onPageChanged } from "./navigation";

/**
 * Another page begins at its top, as it does after a full load: enhanced navigation keeps the panel and how far it was
 * scrolled. The same page with another query (a filter, the next step of a list) stays where the reader is.
 */
export function startAtTop(): void {
  let shown = location.pathname;
  onPageChanged(() => {
    if (location.pathname === shown) return;
    shown = location.pathname;
    for (const part of document.querySelectorAll("#panel, #panel .panel-body")) part.scrollTop = 0;
  });
}
