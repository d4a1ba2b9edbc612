import { follow } from "../page/navigation";
import { withSetting } from "../page/urls";
import { views } from "../page/views";
import { sayNumber } from "../say";
import { make } from "./dom";

/**
 * `<la-opacity layer="districts" value="0.5" label="Độ đậm">` round the links that set a layer's opacity in steps: a
 * slider takes their place, shows its effect on the map at once and follows with the address. It lives in a shadow
 * root, which patching the page doesn't touch.
 */
export class OpacityElement extends HTMLElement {
  static readonly observedAttributes = ["value", "label"];
  readonly #slider = make("input", { type: "range", min: "0", max: "1", step: "0.05" });
  readonly #label = make("span");
  #settling: ReturnType<typeof setTimeout> | undefined;
  readonly #figure = make("output");

  constructor() {
    super();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      label { display: flex; align-items: center; gap: 0.75rem; min-height: var(--target, 2rem); }
      input { flex: 1; min-width: 4rem; height: 1.5rem; margin: 0; accent-color: var(--teal, #0b5d66); }
      input:focus-visible { outline: 2px solid var(--focus, #1d4ed8); outline-offset: 2px; border-radius: 2px; }
      output { min-width: 3rem; text-align: right; font-variant-numeric: tabular-nums; }`);
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet];
    root.append(make("label", {}, this.#label, this.#slider, this.#figure));
    this.#slider.addEventListener("input", () => this.#preview());
    this.#slider.addEventListener("change", () => this.#settleSoon());
  }

  attributeChangedCallback(): void {
    this.#label.textContent = this.getAttribute("label") ?? "";
    this.#slider.value = this.getAttribute("value") ?? "1";
    this.#say();
  }

  #preview(): void {
    this.#say();
    if (views.current) views.announce({ ...views.current, opacity: this.#chosen() });
  }

  /** Arrow keys rest after every step; the page is asked for once they pause. */
  #settleSoon(): void {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => this.#settle(), 400);
  }

  #settle(): void {
    const text = [...this.#chosen()].map(([code, value]) => `${code}:${value}`).join(",");
    follow(withSetting(new URL(location.href), "opacity", text === "" ? undefined : text), { replace: true });
  }

  /** The opacities of all layers with this one's; a full one is the default and needs no word. */
  #chosen(): ReadonlyMap<string, number> {
    const opacity = new Map(views.current?.opacity);
    const layer = this.getAttribute("layer") ?? "";
    const value = this.#slider.valueAsNumber;
    if (value < 1) opacity.set(layer, value);
    else opacity.delete(layer);
    return opacity;
  }

  #say(): void {
    this.#figure.textContent = `${sayNumber(this.#slider.valueAsNumber * 100)}%`;
  }
}
