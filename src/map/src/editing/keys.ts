import { make } from "../elements/dom";
import { say } from "../say";
import { actionKeys, type Action } from "./toolbar";
import type { Editor } from "./editor";
import type { Tool } from "./tools/tool";

/**
 * The editor's keys, before the map's own: letters only while the map has the focus; undo and redo everywhere but in
 * fields, which have their own.
 */
export function listenToEditingKeys(
  editor: Editor,
  tool: () => Tool,
  run: (action: Action) => void,
  signal: AbortSignal,
): void {
  const canvas = editor.plan.map.getCanvas();
  document.addEventListener(
    "keydown",
    (event) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      if (key !== "z" && key !== "y") return;
      event.preventDefault();
      run(key === "y" || event.shiftKey ? "redo" : "undo");
    },
    { signal },
  );
  canvas.parentElement?.addEventListener(
    "keydown",
    (event) => {
      if (event.target !== canvas || event.ctrlKey || event.metaKey || event.altKey) return;
      if (!handle(event)) return;
      event.preventDefault();
      event.stopPropagation();
    },
    // Before MapLibre's own listeners, which would pan the map with a selected vertex.
    { signal, capture: true },
  );

  function handle(event: KeyboardEvent): boolean {
    if (tool().key?.(event)) return true;
    const action = actionKeys[event.key.toLowerCase()];
    if (action) run(action);
    else if (event.key === "Escape") run("select");
    else if (event.key === "Delete") run("remove");
    else if (event.key === "[" || event.key === "]") {
      const key = editor.selectBeside(event.key === "]" ? 1 : -1);
      if (key === undefined) editor.announce(say("Hồ sơ chưa có thay đổi nào.", "The change set has no changes yet."));
    } else if (event.key === "?") showEditingKeys();
    else return false;
    return true;
  }
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** All keys of drawing, in a dialog that leaves the page when it is closed. */
export function showEditingKeys(): void {
  const keys: readonly [string, string][] = [
    [
      say("phím cách · Enter", "Space · Enter"),
      say("khi chọn: chọn đối tượng ở giữa bản đồ", "selecting: pick what lies in the middle of the map"),
    ],
    ["D", say("vẽ mới trong lớp đang chọn", "draw in the chosen layer")],
    [say("phím cách", "Space"), say("đặt đỉnh ở giữa bản đồ", "put a vertex in the middle of the map")],
    ["Enter", say("vẽ xong", "finish drawing")],
    ["Backspace", say("bỏ đỉnh cuối", "take the last vertex back")],
    ["Esc", say("hủy bước đang làm, về công cụ Chọn", "cancel the step, back to selecting")],
    ["T", say("khi vẽ: dò theo ranh có sẵn", "drawing: follow an existing boundary")],
    ["V", say("sửa đỉnh", "edit vertices")],
    ["N P", say("đỉnh kế tiếp, đỉnh trước", "next vertex, previous vertex")],
    [
      "← ↑ → ↓",
      say("dời đỉnh đang chọn một điểm ảnh, với Shift mười", "move the chosen vertex by one pixel, with Shift by ten"),
    ],
    ["I · Delete", say("thêm đỉnh phía sau · bỏ đỉnh", "add a vertex after it · remove it")],
    ["[ ]", say("thay đổi trước, thay đổi kế", "previous change, next change")],
    ["X M H", say("cắt, gộp, khoét lỗ", "split, merge, cut a hole")],
    ["B R C O", say("hành lang, xoay, sao chép, bảng tọa độ", "corridor, turn, copy, corner table")],
    ["S · Alt", say("bật tắt bắt điểm · tạm ngưng bắt điểm", "snapping on and off · suspend it")],
    ["Ctrl+Z", say("hoàn tác; Ctrl+Shift+Z làm lại", "undo; Ctrl+Shift+Z redoes")],
  ];
  const list = make(
    "dl",
    {},
    ...keys.flatMap(([key, does]) => [make("dt", {}, make("kbd", {}, key)), make("dd", {}, does)]),
  );
  const title = make("h2", { id: "edit-keys-title" }, say("Phím tắt khi vẽ", "Keys for drawing"));
  const note = make(
    "p",
    {},
    say("Phím chữ có hiệu lực khi bản đồ đang được chọn.", "Letters work while the map has the focus."),
  );
  const close = make("button", { type: "submit", autofocus: true }, say("Đóng", "Close"));
  const dialog = make(
    "dialog",
    { class: "map-dialog", "aria-labelledby": "edit-keys-title" },
    make("form", { method: "dialog" }, title, note, list, close),
  );
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
