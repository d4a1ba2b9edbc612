import { make } from "../elements/dom";
import { languagePrefix } from "../page/urls";
import { say } from "../say";
import { MapPart } from "./map-part";

/** One thing to tell; the most important one is shown. */
interface Notice {
  readonly text: string;
  readonly kind: "info" | "warning" | "danger";
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
  readonly link?: { readonly label: string; readonly href: string };
}

type Topic = "failed" | "offline" | "partial" | "message" | "loading";
const order: readonly Topic[] = ["failed", "offline", "partial", "message", "loading"];

/** `<la-notices>`: what the map is waiting for, what it could not get, and what can be done about it. */
export class NoticesElement extends MapPart {
  readonly #notices = new Map<Topic, Notice>();
  #slow: ReturnType<typeof setTimeout> | undefined;
  #messageTimer: ReturnType<typeof setTimeout> | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #shown = "";

  relabel(): void {
    this.setAttribute("role", "status");
  }

  /** The style is on its way; after a second that deserves a word, and a way out. */
  opening(cancel: () => void): void {
    this.#later({
      kind: "info",
      text: say("Đang tải bản đồ…", "Loading the map…"),
      action: { label: say("Dừng", "Stop"), run: cancel },
    });
  }

  opened(): void {
    this.#set("failed", undefined);
  }

  failed(retry: () => void): void {
    this.#later(undefined);
    const text = say("Chưa tải được bản đồ từ máy chủ.", "The map could not be loaded from the server.");
    const again = () => {
      this.#set("failed", undefined);
      retry();
    };
    this.#set("failed", { kind: "danger", text, action: { label: say("Thử lại", "Try again"), run: again } });
  }

  cannotDraw(): void {
    this.#set("failed", {
      kind: "danger",
      text: say(
        "Trình duyệt này không vẽ được bản đồ (thiếu WebGL 2). Mọi lớp đều có bảng.",
        "This browser cannot draw the map (WebGL 2 is missing). Every layer has a table.",
      ),
      link: { label: say("Mở các bảng", "Open the tables"), href: `${languagePrefix(new URL(location.href))}/plan` },
    });
  }

  /** Whether the service can be heard. A short interruption is not worth a word. */
  connected(isConnected: boolean): void {
    clearTimeout(this.#silence);
    const text = say("Mất kết nối: bản đồ giữ nguyên phần đã tải.", "Offline: the map keeps what has been loaded.");
    if (isConnected) this.#set("offline", undefined);
    else this.#silence = setTimeout(() => this.#set("offline", { kind: "warning", text }), 4000);
  }

  /** A passing remark. */
  message(text: string): void {
    clearTimeout(this.#messageTimer);
    this.#set("message", { kind: "info", text });
    this.#messageTimer = setTimeout(() => this.#set("message", undefined), 8000);
  }

  /** What is loading now and what has failed, by the names of the layers. */
  tiles(loading: readonly string[], failed: readonly string[], retry: () => void): void {
    const count = loading.length;
    this.#later(
      count === 0
        ? undefined
        : {
            kind: "info",
            text: say(
              `Đang tải ${count} lớp: ${listed(loading)}…`,
              `Loading ${count} ${count === 1 ? "layer" : "layers"}: ${listed(loading)}…`,
            ),
          },
    );
    this.#set(
      "partial",
      failed.length === 0
        ? undefined
        : {
            kind: "warning",
            text: say(`Bản đồ còn thiếu: ${listed(failed)}.`, `Missing from the map: ${listed(failed)}.`),
            action: { label: say("Thử lại", "Try again"), run: retry },
          },
    );
  }

  protected override attached(): void {
    this.#later(undefined);
    this.opened();
  }

  /** Loading is worth mentioning only when it takes longer than a second. */
  #later(notice: Notice | undefined): void {
    if (!notice) {
      clearTimeout(this.#slow);
      this.#slow = undefined;
      this.#set("loading", undefined);
    } else if (this.#notices.has("loading")) {
      this.#set("loading", notice);
    } else {
      this.#waiting = notice;
      this.#slow ??= setTimeout(() => this.#set("loading", this.#waiting), 1000);
    }
  }

  #waiting: Notice | undefined;

  #set(topic: Topic, notice: Notice | undefined): void {
    if (notice) this.#notices.set(topic, notice);
    else this.#notices.delete(topic);
    const first = order.map((candidate) => this.#notices.get(candidate)).find((candidate) => candidate !== undefined);
    const shown = JSON.stringify(first ?? "");
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.replaceChildren(...(first ? [render(first)] : []));
  }
}

/** A list that stays one sentence: three names, then how many more. */
function listed(names: readonly string[]): string {
  const more = names.length - 3;
  const first = names.slice(0, 3).join(", ");
  return more > 0 ? `${first} ${say(`và ${more} lớp khác`, `and ${more} more`)}` : first;
}

function render({ text, kind, action, link }: Notice): HTMLElement {
  const notice = make("div", { class: `map-notice ${kind}` }, make("p", {}, text));
  if (action) {
    const button = make("button", { type: "button" }, action.label);
    button.addEventListener("click", action.run);
    notice.append(button);
  }
  if (link) notice.append(make("a", { href: link.href }, link.label));
  return notice;
}
