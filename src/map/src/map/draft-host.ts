import { say } from "../say";
import type { View } from "../page/view";
import type { MapFurniture } from "./furniture";
import type { PlanMap } from "./plan-map";

/** What a draft on the map can be told. */
export interface DraftSession {
  stop(): void;
}

/** Opens the draft that a page names, and closes it with the page. The code for it is fetched when the first one comes. */
export class DraftHost {
  readonly #furniture: MapFurniture;
  #shown = "";
  #session: DraftSession | undefined;

  constructor(furniture: MapFurniture) {
    this.#furniture = furniture;
  }

  async show(plan: PlanMap, { draft }: View): Promise<void> {
    const asked = draft ? `${draft.id} ${draft.mode} ${document.documentElement.lang}` : "";
    if (asked === this.#shown) return;
    this.#shown = asked;
    this.#close();
    if (!draft) return;
    // A click that comes before the editor must not lead away from its page.
    plan.pointing.suspended = true;
    try {
      const { openDraft } = await import("../editing/open-draft");
      if (this.#shown !== asked) return;
      const session = await openDraft(plan, draft, this.#furniture.root, this.#furniture.notices);
      if (this.#shown === asked) this.#session = session;
      else session.stop();
    } catch (reason) {
      console.error(reason);
      if (this.#shown !== asked) return;
      this.#shown = "";
      plan.pointing.suspended = false;
      this.#furniture.notices.message(
        say(
          "Chưa tải được hồ sơ để vẽ. Hãy tải lại trang.",
          "The change set could not be loaded. Please reload the page.",
        ),
      );
    }
  }

  stop(): void {
    this.#shown = "";
    this.#close();
  }

  #close(): void {
    this.#session?.stop();
    this.#session = undefined;
  }
}
