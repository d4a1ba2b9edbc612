import { iconButton, make } from "../elements/dom";
import { icons } from "../elements/icons";
import { say } from "../say";
import { MapPart } from "./map-part";
import { explainLocationError } from "./location-error";

/**
 * `<la-controls>`: the buttons of the map. A phone leaves out what it has no use for (the group `desk`) and keeps the
 * tools behind one button, so that the map stays in sight.
 */
export class ControlsElement extends MapPart {
  relabel(): void {
    const tool = (name: string) => () => {
      this.removeAttribute("data-open");
      this.querySelector(".more")?.setAttribute("aria-expanded", "false");
      this.dispatchEvent(new CustomEvent("la:tool", { bubbles: true, detail: name }));
    };
    this.replaceChildren(
      make(
        "div",
        { class: "map-buttons", role: "group", "aria-label": say("Thu phóng", "Zoom") },
        iconButton(icons.plus, say("Phóng to", "Zoom in"), () => void this.plan?.map.zoomIn()),
        iconButton(icons.minus, say("Thu nhỏ", "Zoom out"), () => void this.plan?.map.zoomOut()),
        iconButton(icons.province, say("Về toàn tỉnh", "Back to the whole province"), () => this.plan?.reset()),
        this.#moreButton(),
      ),
      make(
        "div",
        { class: "map-buttons tools", role: "group", "aria-label": say("Công cụ", "Tools") },
        iconButton(icons.locate, say("Vị trí của tôi", "My location"), () => this.#locate()),
        iconButton(icons.measure, say("Đo khoảng cách, diện tích", "Measure distance and area"), tool("measure")),
        iconButton(icons.share, say("Sao chép liên kết", "Copy the link"), tool("share")),
      ),
      make(
        "div",
        { class: "map-buttons desk", role: "group", "aria-label": say("Màn hình và giấy", "Screen and paper") },
        iconButton(icons.fullscreen, say("Toàn màn hình", "Full screen"), () => void this.#toggleFullscreen()),
        iconButton(icons.print, say("In bản đồ", "Print the map"), tool("print")),
        iconButton(icons.help, say("Phím tắt", "Keyboard shortcuts"), tool("help")),
      ),
    );
  }

  #moreButton(): HTMLButtonElement {
    const button = iconButton(icons.more, say("Thêm công cụ", "More tools"), () => {
      this.toggleAttribute("data-open");
      button.setAttribute("aria-expanded", String(this.hasAttribute("data-open")));
    });
    button.classList.add("more");
    button.setAttribute("aria-expanded", String(this.hasAttribute("data-open")));
    return button;
  }

  #locate(): void {
    const tell = (text: string) => this.dispatchEvent(new CustomEvent("la:notice", { bubbles: true, detail: text }));
    if (!("geolocation" in navigator)) return void tell(explainLocationError(undefined));
    tell(say("Đang tìm vị trí của bạn…", "Finding your location…"));
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const accuracy = Math.round(coords.accuracy);
        tell(say(`Vị trí của bạn, sai số ${accuracy} m`, `Your location, within ${accuracy} m`));
        this.plan?.showLocation(coords.latitude, coords.longitude);
      },
      (error) => tell(explainLocationError(error)),
      { enableHighAccuracy: true, timeout: 10_000, maximumAge: 60_000 },
    );
  }

  async #toggleFullscreen(): Promise<void> {
    const frame = this.closest("la-map") ?? this;
    try {
      if (document.fullscreenElement) await document.exitFullscreen();
      else await frame.requestFullscreen();
    } catch {
      const text = say("Trình duyệt không cho toàn màn hình.", "The browser does not allow full screen.");
      this.dispatchEvent(new CustomEvent("la:notice", { bubbles: true, detail: text }));
    }
  }
}
