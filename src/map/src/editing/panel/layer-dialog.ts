import { make } from "../../elements/dom";
import { say } from "../../say";
import type { Editor } from "../editor";
import { fits, inWords } from "../model/draft";
import { ask } from "./dialog";

/** Asks for a layer that takes the selected kind of shape. */
export async function askLayer(editor: Editor): Promise<string | undefined> {
  const { shape, feature } = editor;
  if (!shape) return undefined;
  const select = make("select", { id: "copy-layer" });
  for (const layer of editor.layers.values())
    if (fits(layer, shape))
      select.append(
        make("option", { value: layer.code, selected: layer.code === feature?.layer }, inWords(layer.name)),
      );
  const answer = await ask(
    say("Sao chép sang lớp", "Copy to a layer"),
    [make("div", { class: "edit-field" }, make("label", { for: "copy-layer" }, say("Lớp nhận", "Layer")), select)],
    [
      { value: "", label: say("Thôi", "Cancel"), quiet: true },
      { value: "copy", label: say("Sao chép", "Copy") },
    ],
  );
  return answer === "copy" ? select.value : undefined;
}
