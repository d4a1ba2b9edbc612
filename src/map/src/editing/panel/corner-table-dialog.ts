import { make } from "../../elements/dom";
import { longAnZone, type Zone } from "../../operations/vn2000";
import { say, sayNumber } from "../../say";
import type { Editor } from "../editor";
import { inWords } from "../model/draft";
import { readCornerTable, type CornerTable } from "../operations/corner-table";
import { figuresOf } from "../operations/plane";
import { pathsOf, shapeOf, type Shape } from "../operations/shapes";
import { replacePath } from "../operations/vertices";
import { sayArea, sayKind, sayLength } from "../words";
import { goTo } from "./change-list";
import { ask } from "./dialog";

/** Zones that papers of the province cite; the former province's meridian first. */
const zones: readonly Zone[] = [
  longAnZone,
  { name: "105°30′", centralMeridian: 105.5, scale: 0.9999 },
  { name: "105°00′ (3°)", centralMeridian: 105, scale: 0.9999 },
  { name: "105°00′ (6°)", centralMeridian: 105, scale: 0.9996 },
];

/** A table of corners, typed or pasted, becomes a new feature or takes the place of the selected one's outline. */
export async function askCornerTable(editor: Editor): Promise<void> {
  const text = make("textarea", {
    id: "corner-text",
    rows: "9",
    spellcheck: "false",
    placeholder: say(
      "1\t1164915,32\t572400,67\n2\t1164980,10\t572455,20\n…",
      "1\t1164915.32\t572400.67\n2\t1164980.10\t572455.20\n…",
    ),
  });
  const zone = make(
    "select",
    { id: "corner-zone" },
    ...zones.map(({ name }, index) => make("option", { value: String(index) }, name)),
  );
  const exchange = make("input", { type: "checkbox", id: "corner-exchange" });
  const replace = make("input", { type: "checkbox", id: "corner-replace" });
  const said = make("output", { class: "corner-said", "aria-live": "polite" });
  let table: CornerTable = readCornerTable("");
  const read = () => {
    table = readCornerTable(text.value, { exchange: exchange.checked, zone: zones[Number(zone.value)] ?? longAnZone });
    const shape = shapeFrom(editor, table);
    said.replaceChildren(...describe(editor, table, shape, text.value.trim() === ""));
    editor.preview = shape ? [shape] : [];
    editor.tell("selection");
  };
  for (const field of [text, zone, exchange]) field.addEventListener("input", read);
  read();
  const layer = editor.layer ? inWords(editor.layer.name) : "";
  const answer = await ask(
    say("Nhập bảng tọa độ", "Enter a corner table"),
    [
      make(
        "p",
        {},
        say(
          `Mỗi dòng một điểm góc: số hiệu, X (bắc), Y (đông); có thể dán từ Excel. Hình mới thuộc lớp ${layer} (${sayKind(editor.kind).toLowerCase()}).`,
          `One corner a line: number, X (north), Y (east); paste from Excel. The new shape goes to ${layer} (${sayKind(editor.kind).toLowerCase()}).`,
        ),
      ),
      make(
        "div",
        { class: "edit-field" },
        make("label", { for: "corner-text" }, say("Bảng tọa độ", "Corner table")),
        text,
      ),
      make(
        "div",
        { class: "edit-field" },
        make("label", { for: "corner-zone" }, say("Kinh tuyến trục", "Central meridian")),
        zone,
      ),
      make("label", { class: "edit-check" }, exchange, say("Đổi chỗ X và Y", "Exchange X and Y")),
      ...(editor.shape
        ? [
            make(
              "label",
              { class: "edit-check" },
              replace,
              say("Thay cho ranh của đối tượng đang chọn", "Replace the outline of the selected feature"),
            ),
          ]
        : []),
      said,
    ],
    [
      { value: "", label: say("Thôi", "Cancel"), quiet: true },
      { value: "make", label: say("Tạo hình", "Create the shape") },
    ],
  );
  editor.preview = [];
  editor.tell("selection");
  if (answer !== "make") return;
  const shape = shapeFrom(editor, table);
  const { key, feature } = editor;
  if (!shape) editor.announce(say("Chưa đủ điểm để tạo hình.", "There are too few corners for a shape."));
  else if (replace.checked && key !== undefined && feature?.geometry) {
    const geometry = replacePath(
      feature.geometry,
      0,
      0,
      table.corners.map(({ position }) => position),
    );
    if (geometry) editor.edit(key, { geometry }, say("thay ranh bằng bảng tọa độ", "replace the outline by a table"));
  } else {
    const made = editor.create(shape, [], { quality: "surveyed", geometrySource: say("Bảng tọa độ", "Corner table") });
    if (made !== undefined) goTo(editor, shape);
  }
}

function shapeFrom(editor: Editor, { corners }: CornerTable): Shape | undefined {
  const { kind } = editor;
  const positions = corners.map(({ position }) => position);
  return shapeOf(kind, [
    { part: 0, ring: 0, closed: kind === "polygon", positions: kind === "point" ? positions.slice(0, 1) : positions },
  ]);
}

function describe(
  editor: Editor,
  { corners, exchanged, ambiguous, unread, system }: CornerTable,
  shape: Shape | undefined,
  isEmpty: boolean,
): Node[] {
  if (isEmpty) return [];
  const lines: string[] = [];
  if (corners.length === 0)
    lines.push(
      say(
        "Chưa đọc được điểm nào: kiểm tra lại số, kinh tuyến trục và thứ tự X, Y.",
        "No corner could be read: check figures, meridian, and the order of X and Y.",
      ),
    );
  else
    lines.push(
      say(
        `Đọc được ${corners.length} điểm (${system === "vn2000" ? "VN-2000" : "WGS 84"}).`,
        `${corners.length} corners (${system === "vn2000" ? "VN-2000" : "WGS 84"}).`,
      ),
    );
  if (exchanged)
    lines.push(
      say(
        "X và Y chỉ nằm trong tỉnh khi đổi chỗ cho nhau, nên đã đổi. Hãy xem hình trên bản đồ.",
        "X and Y lie in the province only when exchanged, so they were. Look at the shape on the map.",
      ),
    );
  if (ambiguous)
    lines.push(
      say(
        "Có số đọc được hai cách; đã chọn cách nằm trong tỉnh. Hãy so với bản giấy.",
        "Some figures can be read in two ways; the one inside the province was taken. Compare with the paper.",
      ),
    );
  if (unread.length > 0) lines.push(say(`Bỏ qua dòng ${unread.join(", ")}.`, `Lines left out: ${unread.join(", ")}.`));
  if (shape) {
    const { areaSquareMetres, lengthMetres } = figuresOf(shape);
    if (editor.kind === "polygon")
      lines.push(
        say(
          `Diện tích ${sayArea(areaSquareMetres)} (${sayNumber(areaSquareMetres, 1)} m²), chu vi ${sayLength(lengthMetres)}.`,
          `Area ${sayArea(areaSquareMetres)} (${sayNumber(areaSquareMetres, 1)} m²), perimeter ${sayLength(lengthMetres)}.`,
        ),
      );
    if (pathsOf(shape).length === 0) lines.push("");
  }
  return lines.filter((line) => line !== "").map((line) => make("p", {}, line));
}
