import { follow } from "../page/navigation";
import { withSetting } from "../page/urls";
import { views } from "../page/views";

/**
 * `<la-layers>`: the form of layer switches. A change shows on the map at once; the page follows in place of the
 * current history entry, so that the way back doesn't lead through every switch.
 */
export class LayersElement extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("change", this.#change);
  }

  disconnectedCallback(): void {
    this.removeEventListener("change", this.#change);
  }

  readonly #change = (event: Event) => {
    const box = event.target;
    if (!(box instanceof HTMLInputElement) || box.type !== "checkbox" || box.name !== "layers") return;
    const boxes = [...this.querySelectorAll<HTMLInputElement>('input[type="checkbox"][name="layers"]')];
    const chosen = boxes.filter(({ checked }) => checked).map(({ value }) => value);
    const view = views.current;
    if (view) {
      const others = (view.layers ?? chosen).filter((code) => code !== box.value);
      views.announce({ ...view, layers: box.checked ? [...others, box.value] : others });
    }
    follow(withSetting(new URL(location.href), "layers", chosen.join(",")), { replace: true });
  };
}
