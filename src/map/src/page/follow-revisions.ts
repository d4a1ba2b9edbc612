import { follow } from "./navigation";
import { Revisions, type RevisionNews } from "./revisions";
import { isOfNow, withParameter } from "./urls";
import { views } from "./views";

/** Told on the document after a publication has been heard of; the map says it in words. */
export interface RevisionEventDetail extends RevisionNews {
  /** False while somebody is typing: the page then waits for its reader. */
  readonly pageRefreshed: boolean;
}

/** Keeps a page of "now" up to date: the page is asked for again in place, and the map follows what it says. */
export function followRevisions(): void {
  new Revisions({
    published: (news) => {
      if (!isOfNow(new URL(location.href))) return;
      const pageRefreshed = !isTyping();
      if (pageRefreshed) follow(location.pathname + location.search, { replace: true });
      else showOnMap(news);
      const detail: RevisionEventDetail = { ...news, pageRefreshed };
      document.dispatchEvent(new CustomEvent("la:revision", { detail }));
    },
    connected: (isConnected) => void document.dispatchEvent(new CustomEvent("la:connection", { detail: isConnected })),
  });
}

/** The map alone moves on; the page would have given it the same address. */
function showOnMap({ revision }: RevisionNews): void {
  const view = views.current;
  if (view) views.announce({ ...view, styleUrl: withParameter(view.styleUrl, "revision", String(revision)) });
}

function isTyping(): boolean {
  const active = document.activeElement;
  return (
    active instanceof HTMLTextAreaElement ||
    active instanceof HTMLSelectElement ||
    (active instanceof HTMLInputElement && !["checkbox", "radio", "range", "button", "submit"].includes(active.type))
  );
}
