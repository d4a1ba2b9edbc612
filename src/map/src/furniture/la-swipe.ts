import { make } from "../elements/dom";
import { CompareMap } from "../map/compare-map";
import type { PlanMap } from "../map/plan-map";
import type { Moment, View } from "../page/view";
import { say } from "../say";
import { MapPart } from "./map-part";

/** How far one press of an arrow key moves the divider, in hundredths of the map's width. */
const step = 2;

/** `<la-swipe>`: an earlier state of the plan over the left of the map, up to a divider that can be moved. */
export class SwipeElement extends MapPart {
  readonly #canvas = make("div", { class: "map-canvas swipe-canvas" });
  readonly #divider = make("div", { class: "swipe-divider", role: "separator", tabindex: "0" });
  readonly #left = make("p", { class: "swipe-label left" });
  readonly #right = make("p", { class: "swipe-label right" });
  #map: CompareMap | undefined;
  #position = 50;

  constructor() {
    super();
    this.#divider.addEventListener("keydown", this.#key);
    this.#divider.addEventListener("pointerdown", (event) => this.#divider.setPointerCapture(event.pointerId));
    this.#divider.addEventListener("pointermove", this.#drag);
  }

  relabel(): void {
    this.hidden = !this.#map;
    this.#divider.setAttribute("aria-orientation", "vertical");
    this.#divider.setAttribute("aria-label", say("Vạch so sánh hai thời điểm", "Divider between the two moments"));
    this.replaceChildren(this.#canvas, this.#left, this.#right, this.#divider);
    this.#move(this.#position);
  }

  /** Follows the page: two moments open the comparison, none closes it. */
  async show(view: View): Promise<void> {
    if (!view.compare || !this.plan) {
      this.#close();
      return;
    }
    const [earlier, later] = view.compare;
    this.hidden = false;
    // Beside a draft both sides show the same plan, and only the right one what the draft would make of it.
    this.#left.textContent = view.draft ? say("Trước điều chỉnh", "Before") : sayMoment(earlier);
    this.#right.textContent = view.draft ? say("Sau điều chỉnh", "After") : sayMoment(later);
    this.#map ??= new CompareMap(this.#canvas, this.plan, (x) => x < (this.clientWidth * this.#position) / 100);
    this.#move(this.#position);
    await this.#map.show(view, earlier);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#close();
  }

  protected override attached(plan: PlanMap): void {
    void this.show(plan.view);
  }

  #close(): void {
    this.hidden = true;
    this.#map?.remove();
    this.#map = undefined;
    this.#canvas.replaceChildren();
  }

  #move(position: number): void {
    this.#position = Math.min(100, Math.max(0, position));
    const rounded = Math.round(this.#position);
    this.style.setProperty("--swipe", `${this.#position.toFixed(2)}%`);
    this.#divider.setAttribute("aria-valuenow", String(rounded));
    this.#divider.setAttribute("aria-valuemin", "0");
    this.#divider.setAttribute("aria-valuemax", "100");
  }

  readonly #drag = (event: PointerEvent) => {
    if (!this.#divider.hasPointerCapture(event.pointerId)) return;
    const { left, width } = this.getBoundingClientRect();
    this.#move(((event.clientX - left) / width) * 100);
  };

  readonly #key = (event: KeyboardEvent) => {
    const target = {
      ArrowLeft: this.#position - step,
      ArrowRight: this.#position + step,
      PageDown: this.#position - 10,
      PageUp: this.#position + 10,
      Home: 0,
      End: 100,
    }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    this.#move(target);
  };
}

const dayFormat = { day: "2-digit", month: "2-digit", year: "numeric", timeZone: "UTC" } as const;

function sayMoment({ revision, asOf }: Moment): string {
  const day = asOf && new Intl.DateTimeFormat(say("vi-VN", "en-GB"), dayFormat).format(new Date(asOf));
  const publication = say(`Bản công bố ${revision}`, `Publication ${revision}`);
  return day ? `${publication} · ${day}` : publication;
}
