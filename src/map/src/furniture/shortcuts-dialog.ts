import { make } from "../elements/dom";
import { say } from "../say";

/** Shows the map's keys in a dialog that leaves the page when it is closed. */
export function showShortcuts(): void {
  const keys: readonly [string, string][] = [
    ["← ↑ → ↓", say("dời bản đồ", "move the map")],
    ["+ −", say("phóng to, thu nhỏ", "zoom in and out")],
    ["Enter", say("ở giữa bản đồ có gì", "what is in the middle of the map")],
    ["/", say("tìm kiếm", "search")],
    ["L", say("các lớp", "layers")],
    ["G", say("chú giải", "legend")],
    ["?", say("bảng phím này", "these shortcuts")],
    ["Enter ", say("khi đo: đặt điểm ở giữa bản đồ", "measuring: put a point in the middle of the map")],
    ["Backspace", say("khi đo: bỏ điểm cuối", "measuring: remove the last point")],
    ["Esc", say("khi đo: kết thúc", "measuring: finish")],
  ];
  const list = make(
    "dl",
    {},
    ...keys.flatMap(([key, does]) => [make("dt", {}, make("kbd", {}, key)), make("dd", {}, does)]),
  );
  const close = make("button", { type: "submit", autofocus: true }, say("Đóng", "Close"));
  const title = make("h2", { id: "shortcuts-title" }, say("Phím tắt của bản đồ", "Keyboard shortcuts of the map"));
  const note = make("p", {}, say("Có hiệu lực khi bản đồ đang được chọn.", "They work while the map has the focus."));
  const form = make("form", { method: "dialog" }, close);
  const dialog = make("dialog", { class: "map-dialog", "aria-labelledby": "shortcuts-title" }, title, note, list, form);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
