import { iconButton, make } from "../elements/dom";
import { icons } from "../elements/icons";
import type { PlanMap } from "../map/plan-map";
import { follow } from "../page/navigation";
import { withSetting } from "../page/urls";
import { views } from "../page/views";
import { language, say } from "../say";
import { basemapsOf, type Basemap } from "../style/plan-style";
import { MapPart } from "./map-part";

const own = "own";

/** `<la-basemaps>`: our own basemap or one of those that the service is configured to offer; hidden without any. */
export class BasemapsElement extends MapPart {
  #open = false;

  relabel(): void {
    const offered = this.plan ? basemapsOf(this.plan.style) : [];
    this.hidden = offered.length === 0;
    if (this.hidden || !this.plan) return;
    const chosen = this.plan.view.basemap;
    const choices = [[own, say("Bản đồ nền riêng", "Own basemap")] as const, ...offered.map(nameOf)];
    const list = make(
      "fieldset",
      { id: "basemap-choices", hidden: !this.#open },
      make("legend", {}, say("Bản đồ nền", "Basemap")),
      ...choices.map(([code, name]) => {
        const radio = make("input", { type: "radio", name: "basemap", value: code, checked: code === chosen });
        radio.addEventListener("change", () => choose(code));
        return make("label", {}, radio, name);
      }),
    );
    const button = iconButton(icons.basemap, say("Bản đồ nền", "Basemap"), () => {
      this.#open = !this.#open;
      list.hidden = !this.#open;
      button.setAttribute("aria-expanded", String(this.#open));
    });
    button.setAttribute("aria-expanded", String(this.#open));
    button.setAttribute("aria-controls", list.id);
    this.replaceChildren(list, make("div", { class: "map-buttons" }, button));
  }

  protected override attached(plan: PlanMap): void {
    this.relabel();
    this.stop.signal.addEventListener(
      "abort",
      views.listen(() => this.#follow(plan)),
    );
  }

  /** The page may come with another basemap than the one chosen here. */
  #follow({ view }: PlanMap): void {
    for (const radio of this.querySelectorAll<HTMLInputElement>("input")) radio.checked = radio.value === view.basemap;
  }
}

function nameOf({ code, nameVi, nameEn }: Basemap): readonly [string, string] {
  return [code, language() === "en" ? nameEn : nameVi];
}

function choose(code: string): void {
  if (views.current) views.announce({ ...views.current, basemap: code });
  follow(withSetting(new URL(location.href), "basemap", code === own ? undefined : code), { replace: true });
}
