import { make } from "../elements/dom";

/** The name of the thing under the pointer, and more about it, a line each. Pointer only: keyboard and screen reader have the table. */
export class Tooltip {
  readonly root = make("div", { class: "map-tooltip", "aria-hidden": "true", hidden: true });

  show(said: string | undefined, point: { x: number; y: number }): void {
    this.root.hidden = !said;
    if (!said) return;
    const [name = "", ...more] = said.split("\n");
    this.root.replaceChildren(
      more.length > 0 ? make("b", {}, name) : name,
      ...more.map((line) => make("div", {}, line)),
    );
    const covered = Number.parseFloat(getComputedStyle(this.root).getPropertyValue("--covered-right")) || 0;
    const room = (this.root.parentElement?.clientWidth ?? 0) - covered;
    const left = Math.min(point.x + 14, Math.max(0, room - this.root.offsetWidth - 8));
    this.root.style.translate = `${left.toFixed(0)}px ${(point.y + 16).toFixed(0)}px`;
  }
}
