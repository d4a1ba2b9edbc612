import { copyLink } from "../page/copy-link";
import { say } from "../say";
import { icon, make } from "./dom";
import { icons } from "./icons";
import { KeptElement } from "./kept-element";

/** `<la-share>`: copies the address of the page with its complete state, the map's position included. */
export class ShareElement extends KeptElement {
  protected content(): readonly Node[] {
    const label = make("span", { "aria-live": "polite" }, say("Sao chép liên kết", "Copy the link"));
    const button = make("button", { type: "button", class: "quiet" }, icon(icons.share), label);
    button.addEventListener("click", () => {
      void copyLink().then((said) => (label.textContent = said));
    });
    return [button];
  }
}
