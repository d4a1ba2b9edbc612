import { make } from "../../elements/dom";
import { say } from "../../say";
import type { Editor } from "../editor";
import { inWords, nameOf, type Content } from "../model/draft";
import type { Merged } from "../model/three-way";
import { figuresOf } from "../operations/plane";
import { sayArea } from "../words";
import { ask } from "./dialog";

/** Two planners changed the same thing: shows the three states of each disputed field and asks which stands. */
export async function askWhichStands(
  editor: Editor,
  base: Content | undefined,
  mine: Content,
  theirs: Content,
  { content, disputed }: Merged,
): Promise<Content> {
  const choices = disputed.map((name) => {
    const select = make("select", { "aria-label": fieldName(editor, mine, name) });
    select.append(
      make("option", { value: "mine" }, say("của tôi", "mine")),
      make("option", { value: "theirs" }, say("của người kia", "theirs")),
    );
    return { name, select };
  });
  const head = [
    say("Trường", "Field"),
    say("Ban đầu", "At first"),
    say("Của tôi", "Mine"),
    say("Của người kia", "Theirs"),
    say("Giữ", "Keep"),
  ];
  const rows = choices.map(({ name, select }) =>
    make(
      "tr",
      {},
      make("th", { scope: "row" }, fieldName(editor, mine, name)),
      ...[base, mine, theirs].map((one) => make("td", {}, written(one, name))),
      make("td", {}, select),
    ),
  );
  await ask(
    say(`Hai người cùng sửa ${nameOf(mine)}`, `Two people changed ${nameOf(mine)}`),
    [
      make(
        "div",
        { class: "table-frame" },
        make(
          "table",
          {},
          make("thead", {}, make("tr", {}, ...head.map((text) => make("th", { scope: "col" }, text)))),
          make("tbody", {}, ...rows),
        ),
      ),
    ],
    [{ value: "keep", label: say("Giữ như đã chọn", "Keep as chosen") }],
  );
  return choices
    .filter(({ select }) => select.value === "theirs")
    .reduce((chosen, { name }) => withField(chosen, theirs, name), content);
}

function withField(content: Content, from: Content, name: string): Content {
  const key = attributeOf(name);
  return key === undefined
    ? { ...content, [name]: from[name as keyof Content] }
    : { ...content, attributes: { ...content.attributes, [key]: from.attributes[key] } };
}

function attributeOf(name: string): string | undefined {
  return name.startsWith("attributes.") ? name.slice("attributes.".length) : undefined;
}

function fieldName(editor: Editor, { layer }: Content, name: string): string {
  const key = attributeOf(name);
  const field = editor.layers.get(layer)?.attributes.find((one) => one.key === key);
  if (field) return inWords(field.label);
  return (
    {
      geometry: say("Hình", "Geometry"),
      nameVi: say("Tên", "Name"),
      nameEn: say("Tên tiếng Anh", "English name"),
      quality: say("Độ chính xác", "Precision"),
    }[name] ?? name
  );
}

function written(content: Content | undefined, name: string): string {
  if (!content) return "–";
  if (name === "geometry")
    return content.geometry
      ? `${sayArea(figuresOf(content.geometry).areaSquareMetres)} · ${figuresOf(content.geometry).vertices} ${say("đỉnh", "vertices")}`
      : "–";
  const key = attributeOf(name);
  const value = key === undefined ? content[name as keyof Content] : content.attributes[key];
  return value === null || value === undefined ? "–" : typeof value === "string" ? value : JSON.stringify(value);
}
