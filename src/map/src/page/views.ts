import type { View } from "./view";

type Listener = (view: View) => void;

/** The one place where the page's `<la-view>` and the map meet: the latest view, and who wants to hear of the next. */
class Views {
  #current: View | undefined;
  readonly #listeners = new Set<Listener>();

  get current(): View | undefined {
    return this.#current;
  }

  announce(view: View): void {
    this.#current = view;
    for (const listener of [...this.#listeners]) listener(view);
  }

  /** Calls the listener for every view from now on, and at once when there is one already. Returns how to stop. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    if (this.#current) listener(this.#current);
    return () => void this.#listeners.delete(listener);
  }
}

export const views = new Views();
