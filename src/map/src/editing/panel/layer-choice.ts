import { make } from "../../elements/dom";
import { say } from "../../say";
import { inWords, kindsOf, type LayerSchema } from "../model/draft";
import { sayKind } from "../words";
import type { OpenEditor } from "./la-editor";
import type { PanelPart } from "./parts";

/** Which layer is drawn in, and the ways to begin that need no map. */
export class LayerChoice implements PanelPart {
  readonly root = make("div", { class: "editor-layer" });
  readonly #open: OpenEditor;
  readonly #select = make("select", { id: "editor-layer" });
  readonly #touched = make("div", { class: "editor-touched" });

  constructor(open: OpenEditor) {
    this.#open = open;
    const { editor } = open;
    const own = [...editor.layers.values()].filter(({ planScoped }) => planScoped !== false);
    const context = [...editor.layers.values()].filter(({ planScoped }) => planScoped === false);
    this.#select.append(...group(say("Quy hoạch", "Plan"), own), ...group(say("Bản đồ nền", "Context"), context));
    this.#select.addEventListener("change", () => editor.drawIn(this.#select.value));
    const draw = make("button", { type: "button" }, say("Vẽ trên bản đồ", "Draw on the map"));
    draw.addEventListener("click", () => open.run("draw"));
    const table = make("button", { type: "button", class: "quiet" }, say("Nhập bảng tọa độ…", "Enter corners…"));
    table.addEventListener("click", () => open.run("table"));
    this.root.append(
      make("label", { for: "editor-layer" }, say("Lớp đang vẽ", "Layer to draw in")),
      this.#select,
      make("div", { class: "edit-actions" }, draw, table, this.#importer()),
      this.#touched,
    );
  }

  update(topics: ReadonlySet<string>): void {
    if (!topics.has("layer") && !topics.has("draft")) return;
    const { layer, alsoTouchedBy } = this.#open.editor;
    if (layer && this.#select.value !== layer.code) this.#select.value = layer.code;
    this.#touched.replaceChildren(
      ...alsoTouchedBy.map(({ changeSet, title, layer: code, code: feature, author }) =>
        make(
          "p",
          { class: "notice warning" },
          say(`${code}/${feature} cũng đang được sửa trong hồ sơ `, `${code}/${feature} is also being changed in `),
          make("a", { href: `/change-sets/${changeSet}` }, inWords(title)),
          author ? say(` của ${author}.`, ` by ${author}.`) : ".",
        ),
      ),
    );
  }

  /** A file becomes part of the draft where the service can read it. */
  #importer(): Node {
    const field = make("input", {
      type: "file",
      class: "unseen",
      tabindex: "-1",
      "aria-label": say("Tệp để nhập", "File to import"),
      accept: ".geojson,.json,.gpkg,.fgb,.kml,.kmz,.zip,.csv,.txt,.xlsx,.dxf,.dgn",
    });
    const button = make("button", { type: "button", class: "quiet" }, say("Nhập tệp…", "Import a file…"));
    button.addEventListener("click", () => field.click());
    field.addEventListener("change", () => {
      const [file] = field.files ?? [];
      if (file) void this.#open.take(file);
      field.value = "";
    });
    return make("span", {}, button, field);
  }
}

function group(label: string, layers: readonly LayerSchema[]): Node[] {
  const options = layers.map((layer) =>
    make(
      "option",
      { value: layer.code },
      `${inWords(layer.name)} · ${kindsOf(layer).map(sayKind).join(", ").toLowerCase()}`,
    ),
  );
  return options.length > 0 ? [make("optgroup", { label }, ...options)] : [];
}
