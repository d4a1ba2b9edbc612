import type { FeatureCollection } from "geojson";
import styles from "../styles/editing.css?inline";
import type { DraftSession } from "../map/draft-host";
import type { PlanMap } from "../map/plan-map";
import type { NoticesElement } from "../furniture/la-notices";
import { make } from "../elements/dom";
import { languagePrefix } from "../page/urls";
import type { DraftView } from "../page/view";
import { readDraft, type Draft } from "./model/draft";
import { reviewDraft } from "./review/review-draft";
import { EditingSession } from "./editing-session";
import { EditorElement } from "./panel/la-editor";

// Not as a <link>: enhanced navigation takes away what it finds in the head and the server doesn't know.
const sheet = new CSSStyleSheet();
sheet.replaceSync(styles);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

if (!customElements.get("la-editor")) customElements.define("la-editor", EditorElement);

/** Opens a change set over the plan: to work on, or to look at. */
export async function openDraft(
  plan: PlanMap,
  { id, mode }: DraftView,
  furniture: HTMLElement,
  notices: NoticesElement,
): Promise<DraftSession> {
  const address = `${languagePrefix(new URL(location.href))}/change-sets/${id}`;
  const [draft, theirs] = await Promise.all([
    ask(`${address}/draft.json`).then((answer): Draft => readDraft(answer)),
    mode === "conflicts" ? ask(`${address}/conflicts.json`).then((answer) => answer as FeatureCollection) : undefined,
  ]);
  const announcer = make("div", { class: "unseen", role: "status" });
  furniture.append(announcer);
  const announce = (text: string) => {
    announcer.textContent = text;
    notices.message(text);
  };
  const session =
    mode === "edit"
      ? new EditingSession(plan, draft, address, furniture, announce)
      : reviewDraft(plan, draft, address, furniture, theirs?.features);
  return {
    stop: () => {
      session.stop();
      announcer.remove();
    },
  };
}

async function ask(address: string): Promise<unknown> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response.json();
}
