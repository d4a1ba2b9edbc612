import { SheetElement } from "../../elements/la-sheet";
import { say } from "../../say";
import type { Editor } from "../editor";
import { nameOf, type Content } from "../model/draft";
import type { Step } from "../model/plan-draft";
import { insertAllShared, reshape, type OnEdge } from "../model/shared-edits";
import { cut } from "../operations/overlay";
import type { Position, Shape } from "../operations/shapes";
import { split } from "../operations/split";

/**
 * Something new in the layer that is drawn in. The neighbours of a coverage on whose edges its vertices lie get them too,
 * so that no T-vertex arises.
 */
export function drawNew(editor: Editor, shape: Shape, resting: readonly OnEdge[]): void {
  const { draft, layer } = editor;
  const inLayer = resting.filter(({ key }) => layer?.isCoverage && draft.feature(key)?.layer === layer.code);
  if (editor.create(shape, insertAllShared(draft, inLayer)) === undefined) return;
  SheetElement.raise();
  editor.announce(say("Đã vẽ xong. Hãy điền bảng thuộc tính.", "Drawn. Please fill in its attributes."));
}

/** Another part of the selected feature. */
export function addPart(editor: Editor, shape: Shape): void {
  const { key, feature } = editor;
  const both = feature?.geometry && joinParts(feature.geometry, shape);
  if (key !== undefined && both) editor.edit(key, { geometry: both }, say("thêm một phần", "add a part"));
  else
    editor.announce(
      say(
        "Phần mới phải cùng kiểu hình với đối tượng đang chọn.",
        "The new part must be of the selected feature's kind.",
      ),
    );
}

/** Splits everything selected that the line crosses; the largest part keeps the name, the others are new. */
export function splitSelected(editor: Editor, line: readonly Position[]): void {
  const { draft, selected } = editor;
  const steps: Step[] = [];
  let parts = 0;
  for (const key of selected) {
    const content = draft.feature(key);
    const done = content?.geometry && content.op !== "delete" ? split(content.geometry, line) : undefined;
    const [largest, ...others] = done?.parts ?? [];
    if (!content || !done || !largest) continue;
    parts += done.parts.length;
    const resting = done.inserted.map((one) => ({ key, ...one }));
    steps.push(...insertAllShared(draft, resting).filter((step) => step.key !== key));
    steps.push({ key, before: draft.change(key), after: { ...content, geometry: largest } });
    others.forEach((geometry, index) => steps.push(pieceOf(content, geometry, index + 2)));
  }
  if (parts > 0) {
    editor.run({ label: say("cắt", "split"), steps });
    editor.announce(say(`Đã cắt thành ${parts} phần.`, `Split into ${parts} parts.`));
  } else
    editor.announce(
      selected.length === 0
        ? say("Hãy chọn vùng cần cắt trước.", "Please select the area to split first.")
        : say(
            "Đường cắt phải đi từ ranh này sang ranh kia của vùng đang chọn.",
            "The line must run from edge to edge of the selected area.",
          ),
    );
}

/** Takes an outline out of the selected area, and keeps the piece as a feature of its own where that is wished. */
export function cutHole(editor: Editor, outline: Shape, keepsPiece: boolean): void {
  const { key, feature, shape, draft } = editor;
  const remains = shape && cut(shape, [outline]);
  if (key === undefined || !feature || !remains) {
    editor.announce(
      say("Hãy chọn vùng, rồi vẽ lỗ nằm trong vùng đó.", "Please select an area, then draw the hole inside it."),
    );
    return;
  }
  const steps = reshape(draft, [key], () => remains);
  if (keepsPiece) steps.push(pieceOf(feature, outline, 2));
  editor.run({ label: say(`khoét lỗ trong ${nameOf(feature)}`, `cut a hole in ${nameOf(feature)}`), steps });
}

/** What was cut off, as something new with everything else that it was part of. */
function pieceOf(content: Content, geometry: Shape, number: number): Step {
  const after: Content = {
    ...content,
    op: "create",
    code: "",
    feature: null,
    baseVersion: null,
    geometry,
    nameVi: `${content.nameVi} (${number})`,
  };
  return { key: `n${crypto.randomUUID()}`, before: undefined, after };
}

/** The parts of two shapes of one kind in one. */
function joinParts(one: Shape, other: Shape): Shape | undefined {
  if (one.type === "Polygon" && other.type === "Polygon")
    return { type: "MultiPolygon", coordinates: [one.coordinates, other.coordinates] };
  if (one.type === "MultiPolygon" && other.type === "Polygon")
    return { type: "MultiPolygon", coordinates: [...one.coordinates, other.coordinates] };
  if (one.type === "LineString" && other.type === "LineString")
    return { type: "MultiLineString", coordinates: [one.coordinates, other.coordinates] };
  if (one.type === "MultiLineString" && other.type === "LineString")
    return { type: "MultiLineString", coordinates: [...one.coordinates, other.coordinates] };
  return undefined;
}
