import { KeptElement } from "../elements/kept-element";
import { make } from "../elements/dom";
import { say } from "../say";

/** `<la-place-filter>`: narrows a list to the part of the map in view, or to an area that is drawn on it. */
export class PlaceFilterElement extends KeptElement {
  protected content(): readonly Node[] {
    return [
      this.#button("view", say("Trong khung nhìn", "Within view")),
      this.#button("area", say("Vẽ vùng", "Draw an area")),
    ];
  }

  #button(tool: string, text: string): HTMLButtonElement {
    const button = make("button", { type: "button", class: "quiet" }, text);
    button.addEventListener("click", () => {
      document.querySelector("la-map")?.dispatchEvent(new CustomEvent("la:tool", { detail: tool }));
    });
    return button;
  }
}
