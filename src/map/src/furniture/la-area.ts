import { iconButton, make } from "../elements/dom";
import { icons } from "../elements/icons";
import type { PlanMap } from "../map/plan-map";
import type { GeographicPosition } from "../operations/positions";
import { follow } from "../page/navigation";
import { withPlace } from "../page/urls";
import { say } from "../say";
import { MapPart } from "./map-part";
import { middleOf, pathLayers, pathThrough, setPoints } from "./setting-points";

const drawing = "area";

/** As many corners as the service takes. */
const mostCorners = 200;

/**
 * `<la-area>`: draws the area that a list is narrowed to, corner by corner with clicks, or by Enter in the middle of the
 * map. The page then answers for the area, which its address keeps.
 */
export class AreaElement extends MapPart {
  #points: readonly GeographicPosition[] = [];
  #pointer: GeographicPosition | undefined;
  #session: AbortController | undefined;

  relabel(): void {
    this.hidden = !this.#session;
    this.setAttribute("role", "group");
    this.setAttribute("aria-label", say("Vẽ vùng tìm kiếm", "Draw the area to search"));
    const take = make("button", { type: "button" }, say("Tìm trong vùng này", "Search this area"));
    take.disabled = this.#points.length < 3;
    take.addEventListener("click", () => this.#take());
    this.replaceChildren(
      make("h2", {}, say("Vẽ vùng tìm kiếm", "Draw the area to search")),
      make(
        "p",
        {},
        say(
          "Bấm từng góc trên bản đồ, hoặc Enter để đặt góc ở giữa bản đồ.",
          "Click corner by corner, or press Enter to set one in the middle of the map.",
        ),
      ),
      make(
        "div",
        { class: "measure-buttons" },
        take,
        iconButton(icons.plus, say("Đặt góc ở giữa bản đồ", "Set a corner in the middle"), () => this.#addMiddle()),
        iconButton(icons.undo, say("Bỏ góc cuối", "Remove the last corner"), () =>
          this.#set(this.#points.slice(0, -1)),
        ),
        iconButton(icons.close, say("Thôi vẽ", "Stop drawing"), () => this.#end()),
      ),
    );
  }

  toggle(): void {
    if (this.#session) this.#end();
    else if (this.plan) this.#begin(this.plan);
  }

  /** Narrows the list to what the page leaves to be seen of the map. */
  takeView(): void {
    const view = this.plan?.visibleExtent();
    if (view) follow(withPlace(new URL(location.href), "bbox", view.map((degrees) => degrees.toFixed(5)).join()));
  }

  #begin(plan: PlanMap): void {
    this.#session = setPoints(plan, {
      added: (point) => this.#set([...this.#points, point]),
      pointed: (point) => {
        this.#pointer = point;
        this.#draw();
      },
      keys: {
        Enter: () => this.#addMiddle(),
        Backspace: () => this.#set(this.#points.slice(0, -1)),
        Escape: () => this.#end(),
      },
    });
    this.#set([]);
  }

  #end(): void {
    this.#session?.abort();
    this.#session = undefined;
    this.#points = [];
    this.#pointer = undefined;
    this.relabel();
    this.plan?.removeDrawing(drawing);
  }

  #take(): void {
    const corners = this.#points.map(({ longitude, latitude }) => `${longitude.toFixed(5)},${latitude.toFixed(5)}`);
    this.#end();
    follow(withPlace(new URL(location.href), "within", corners.join(";")));
  }

  #addMiddle(): void {
    if (this.plan) this.#set([...this.#points, middleOf(this.plan)]);
  }

  #set(points: readonly GeographicPosition[]): void {
    this.#points = points.slice(0, mostCorners);
    this.relabel();
    this.#draw();
  }

  #draw(): void {
    if (this.#session) this.plan?.draw(drawing, pathThrough(this.#points, this.#pointer), pathLayers(drawing));
  }
}
