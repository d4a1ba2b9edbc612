import { follow } from "../page/navigation";

/**
 * `<la-present>`: one view of a presentation. Arrow keys, Page Up and Down, Home and End follow the links that the page
 * has for them, Escape leaves. A swipe needs none of it: the same links are buttons.
 */
export class PresentElement extends HTMLElement {
  #stop = new AbortController();

  connectedCallback(): void {
    this.#stop = new AbortController();
    document.addEventListener("keydown", (event) => this.#pressed(event), { signal: this.#stop.signal });
  }

  disconnectedCallback(): void {
    this.#stop.abort();
  }

  #pressed(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const relation = relationOf(event.key);
    // Arrows belong to the map, a slider or a field while one of them has the focus; Escape is everybody's.
    if (!relation || (event.key !== "Escape" && usesArrows(document.activeElement))) return;
    const link = this.querySelector<HTMLAnchorElement>(`a[data-go="${relation}"]`);
    if (!link) return;
    event.preventDefault();
    follow(link.getAttribute("href") ?? link.href, { replace: relation !== "exit" });
  }
}

/** Which link a key follows. */
export function relationOf(key: string): "next" | "previous" | "first" | "last" | "exit" | undefined {
  const relations = {
    ArrowRight: "next",
    ArrowDown: "next",
    PageDown: "next",
    ArrowLeft: "previous",
    ArrowUp: "previous",
    PageUp: "previous",
    Home: "first",
    End: "last",
    Escape: "exit",
  } as const;
  return key in relations ? relations[key as keyof typeof relations] : undefined;
}

function usesArrows(active: Element | null): boolean {
  return active?.matches("input, select, textarea, canvas, [contenteditable], [role=application]") ?? false;
}
