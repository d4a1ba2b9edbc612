import { say } from "../say";
import type { Editor } from "./editor";
import { nameOf } from "./model/draft";
import { merge } from "./operations/overlay";

/** Makes one area of the selected ones of one layer: the first keeps its name, the others give way to it. */
export function mergeAreas(editor: Editor): void {
  const { draft, selected } = editor;
  const areas = selected.filter((key) => editor.isArea(key));
  const [first, ...others] = areas;
  const content = first === undefined ? undefined : draft.feature(first);
  if (first === undefined || !content || others.length === 0) {
    editor.announce(
      say("Giữ Shift và bấm để chọn hai vùng trở lên, rồi gộp.", "Hold Shift and click two areas or more, then merge."),
    );
    return;
  }
  if (others.some((key) => draft.feature(key)?.layer !== content.layer)) {
    editor.announce(say("Chỉ gộp được các vùng trong cùng một lớp.", "Only areas of one layer can be merged."));
    return;
  }
  const shapes = areas.flatMap((key) => draft.shape(key) ?? []);
  const whole = merge(shapes);
  if (!whole) return;
  const successor = content.code || null;
  editor.run({
    label: say(`gộp vào ${nameOf(content)}`, `merge into ${nameOf(content)}`),
    steps: [
      { key: first, before: draft.change(first), after: { ...content, geometry: whole } },
      ...others.flatMap((key) => editor.removal(key, successor)),
    ],
  });
  editor.select([first]);
  const parts = whole.type === "MultiPolygon" ? whole.coordinates.length : 1;
  editor.announce(
    parts > 1
      ? say(
          `Đã gộp thành một đối tượng gồm ${parts} phần rời nhau.`,
          `Merged into one feature of ${parts} separate parts.`,
        )
      : say(`Đã gộp ${areas.length} vùng.`, `Merged ${areas.length} areas.`),
  );
}
