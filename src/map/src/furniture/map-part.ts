import type { PlanMap } from "../map/plan-map";

/** A piece of the map's furniture: it stands before the map does, gets to know it, and speaks the page's language. */
export abstract class MapPart extends HTMLElement {
  protected plan: PlanMap | undefined;
  /** Aborted when the part leaves the page; listeners outside the part hang on it. */
  protected stop = new AbortController();

  connectedCallback(): void {
    this.stop = new AbortController();
    this.relabel();
  }

  disconnectedCallback(): void {
    this.stop.abort();
  }

  attach(plan: PlanMap): void {
    this.plan = plan;
    this.attached?.(plan);
  }

  /** Builds the content anew in the page's language. */
  abstract relabel(): void;

  /** For parts that listen to the map; most ask it only when they are used. */
  protected attached?(plan: PlanMap): void;
}
