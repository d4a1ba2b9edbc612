import { say } from "../../say";
import type { Editor } from "../editor";
import { nameOf } from "../model/draft";
import type { Key } from "../model/plan-draft";
import { featuresAt } from "./pick-feature";
import type { PointerPlace, Tool } from "./tool";

/** Picks features: a click one, another click in the same place the one below, Shift adds and takes away. */
export class SelectTool implements Tool {
  readonly name = "select";
  readonly #editor: Editor;
  #lastPlace = "";

  constructor(editor: Editor) {
    this.#editor = editor;
  }

  start(): void {
    this.#lastPlace = "";
  }

  stop(): void {
    this.#editor.plan.map.getCanvas().style.cursor = "";
  }

  move(place: PointerPlace): void {
    this.#editor.plan.map.getCanvas().style.cursor = featuresAt(this.#editor, place).length > 0 ? "pointer" : "";
  }

  click(place: PointerPlace): void {
    pick(this.#editor, place, this.#samePlace(place));
  }

  /** By the keyboard what lies in the middle of the map is picked; once more picks what lies below it. */
  key(event: KeyboardEvent): boolean {
    if (event.key !== " " && event.key !== "Enter") return false;
    const { map } = this.#editor.plan;
    const { lng, lat } = map.getCenter();
    this.click({
      position: [lng, lat],
      screen: map.project([lng, lat]),
      alt: false,
      shift: event.shiftKey,
      touch: false,
    });
    if (this.#editor.key === undefined)
      this.#editor.announce(say("Giữa bản đồ không có đối tượng nào.", "Nothing lies in the middle of the map."));
    return true;
  }

  #samePlace({ screen }: PointerPlace): boolean {
    const here = `${Math.round(screen.x / 6)} ${Math.round(screen.y / 6)}`;
    const same = here === this.#lastPlace;
    this.#lastPlace = here;
    return same;
  }
}

/** Selects what is under a pointer; nothing there selects nothing. */
export function pick(editor: Editor, place: PointerPlace, again = false): Key | undefined {
  const found = featuresAt(editor, place);
  const at = again && editor.key !== undefined ? found.indexOf(editor.key) : -1;
  const key = found[(at + 1) % Math.max(1, found.length)];
  if (place.shift && key !== undefined) {
    const others = editor.selected.filter((one) => one !== key);
    editor.select(others.length < editor.selected.length ? others : [...editor.selected, key]);
  } else editor.select(key === undefined ? [] : [key]);
  const content = key === undefined ? undefined : editor.draft.feature(key);
  if (content) editor.announce(say(`Đã chọn ${nameOf(content)}`, `Selected ${nameOf(content)}`));
  return key;
}
