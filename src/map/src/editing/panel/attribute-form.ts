import { make } from "../../elements/dom";
import { say } from "../../say";
import type { Editor } from "../editor";
import { inWords, nameOf, type AttributeField, type Content } from "../model/draft";
import { same } from "../model/same-content";
import type { Key } from "../model/plan-draft";
import { figuresOf } from "../operations/plane";
import { kindOf } from "../operations/shapes";
import { sayArea, sayLength } from "../words";
import { control, readControl, writeControl, type Control } from "./controls";
import { goTo, sayOp } from "./change-list";
import type { PanelPart } from "./parts";

/** Typing settles after this pause; leaving a field settles at once. */
const pauseMilliseconds = 800;

interface Row {
  readonly name: string;
  readonly control: Control;
  readonly message: HTMLElement;
  readonly value: (content: Content) => unknown;
  readonly change: (content: Content, value: unknown) => Partial<Content>;
}

/** The selected feature: its measures, and a field for everything that the layer's schema and the plan know of it. */
export class AttributeForm implements PanelPart {
  readonly root = make("section", { class: "editor-form", "aria-label": say("Thuộc tính", "Attributes") });
  readonly #editor: Editor;
  readonly #head = make("div", { class: "editor-feature" });
  readonly #form = make("form", { novalidate: true });
  #rows: readonly Row[] = [];
  #shown: Key | undefined;
  #layer = "";
  #typing: ReturnType<typeof setTimeout> | undefined;
  /** Fields whose text is not in the draft: still being typed, or not to be read. It stays until it is mended. */
  readonly #open = new Set<Row>();

  constructor(editor: Editor) {
    this.#editor = editor;
    this.#form.addEventListener("submit", (event) => event.preventDefault());
    this.root.append(this.#head, this.#form);
  }

  update(topics: ReadonlySet<string>): void {
    if (!["draft", "selection", "save"].some((topic) => topics.has(topic))) return;
    const { key, feature } = this.#editor;
    if (key !== this.#shown || feature?.layer !== this.#layer) this.#build(key, feature);
    this.#describe(key, feature);
    if (!feature || key === undefined) return;
    const faults = this.#editor.faultsOf(key);
    for (const row of this.#rows) {
      const value = row.value(feature);
      if (!this.#open.has(row) && !same(readControl(row.control).value, value)) writeControl(row.control, value);
      const said = faults.filter(({ field }) => field === row.name).map(({ message }) => message);
      this.#say(row, readControl(row.control).fault ?? said[0]);
    }
  }

  #describe(key: Key | undefined, feature: Content | undefined): void {
    if (key === undefined || !feature) {
      this.#head.replaceChildren(
        make(
          "p",
          { class: "muted" },
          say(
            "Chọn một đối tượng trên bản đồ, hoặc trong danh sách bên dưới.",
            "Select something on the map, or in the list below.",
          ),
        ),
      );
      return;
    }
    const { draft, layers, mayEdit, selected } = this.#editor;
    const layer = layers.get(feature.layer);
    const change = draft.change(key);
    const facts = [
      layer ? inWords(layer.name) : feature.layer,
      change ? sayOp(change) : say("đang có hiệu lực", "in force"),
    ];
    const shape = draft.shape(key);
    const figures = shape ? figuresOf(shape) : undefined;
    const measures =
      shape && figures && kindOf(shape) === "polygon"
        ? say(
            `${sayArea(figures.areaSquareMetres)} · chu vi ${sayLength(figures.lengthMetres)} · ${figures.vertices} đỉnh`,
            `${sayArea(figures.areaSquareMetres)} · perimeter ${sayLength(figures.lengthMetres)} · ${figures.vertices} vertices`,
          )
        : shape && figures && kindOf(shape) === "line"
          ? say(
              `dài ${sayLength(figures.lengthMetres)} · ${figures.vertices} đỉnh`,
              `${sayLength(figures.lengthMetres)} long · ${figures.vertices} vertices`,
            )
          : "";
    const more =
      selected.length > 1
        ? make("p", {}, say(`và ${selected.length - 1} đối tượng khác`, `and ${selected.length - 1} more`))
        : "";
    const zoom = make("button", { type: "button", class: "quiet" }, say("Phóng tới", "Zoom to"));
    zoom.addEventListener("click", () => goTo(this.#editor, shape ?? feature.geometry));
    const remove = make(
      "button",
      { type: "button", class: "quiet" },
      feature.op === "create" ? say("Xóa", "Delete") : say("Bãi bỏ", "Abolish"),
    );
    remove.addEventListener("click", () => this.#editor.remove([key]));
    this.#head.replaceChildren(
      make("h2", {}, nameOf(feature)),
      make("p", { class: "muted" }, facts.join(" · ")),
      make("p", { class: "figure" }, measures),
      ...this.#districts(),
      more,
      make("div", { class: "edit-actions" }, zoom, ...(mayEdit && feature.op !== "delete" ? [remove] : [])),
    );
  }

  /** How the draft's area falls to districts, as the check has it. */
  #districts(): Node[] {
    const list = this.#editor.checked?.consequences.byDistrict ?? [];
    return list.length === 0
      ? []
      : [
          make(
            "p",
            { class: "muted small" },
            say("Cả hồ sơ, theo nơi: ", "Whole change set, by place: "),
            list.map(({ name, hectares }) => `${name} ${sayArea(hectares * 10_000)}`).join(" · "),
          ),
        ];
  }

  #build(key: Key | undefined, feature: Content | undefined): void {
    this.#flush();
    this.#shown = key;
    this.#layer = feature?.layer ?? "";
    this.#rows = [];
    this.#open.clear();
    this.#form.replaceChildren();
    if (key === undefined || !feature || feature.op === "delete") return;
    const own = this.#editor.layers.get(feature.layer)?.attributes ?? [];
    const rows = [
      ...commonRows(feature).map((field) => this.#row(field)),
      ...own.map((field) => this.#attribute(field)),
    ];
    const rest = restRows().map((field) => this.#row(field));
    this.#rows = [...rows, ...rest];
    const more = make(
      "details",
      {},
      make("summary", {}, say("Nguồn, căn cứ, hiệu lực", "Source, legal basis, days in force")),
      ...rest.map((row) => rowElement(row)),
    );
    this.#form.append(...rows.map((row) => rowElement(row)), more);
    for (const row of this.#rows) {
      writeControl(row.control, row.value(feature));
      row.control.input.toggleAttribute("disabled", !this.#editor.mayEdit);
    }
  }

  #attribute(field: AttributeField): Row {
    return this.#row({
      field: { ...field, key: `attributes.${field.key}` },
      value: ({ attributes }) => attributes[field.key] ?? null,
      change: ({ attributes }, value) => {
        const others = Object.entries(attributes).filter(([name]) => name !== field.key);
        return { attributes: Object.fromEntries(value === null ? others : [...others, [field.key, value]]) };
      },
    });
  }

  #row({ field, value, change }: Field): Row {
    const row: Row = {
      name: field.key,
      control: control(field),
      message: make("p", { class: "edit-fault", id: `fault-${field.key}`, hidden: true }),
      value,
      change,
    };
    row.control.input.setAttribute("aria-describedby", row.message.id);
    row.control.input.addEventListener("input", () => {
      this.#open.add(row);
      clearTimeout(this.#typing);
      this.#typing = setTimeout(() => this.#settle(row), pauseMilliseconds);
    });
    row.control.input.addEventListener("change", () => this.#settle(row));
    return row;
  }

  #flush(): void {
    clearTimeout(this.#typing);
  }

  #settle(row: Row): void {
    this.#flush();
    const key = this.#shown;
    const content = key === undefined ? undefined : this.#editor.draft.feature(key);
    if (key === undefined || !content) return;
    const { value, fault } = readControl(row.control);
    this.#say(row, fault);
    if (value !== undefined) this.#open.delete(row);
    // What cannot be read is not saved; a missing required value is, and named by the rules.
    if (value === undefined || same(value, row.value(content))) return;
    this.#editor.edit(
      key,
      row.change(content, value),
      say(`sửa ${row.control.label} của ${nameOf(content)}`, `change ${row.control.label} of ${nameOf(content)}`),
    );
  }

  #say({ message, control: { input } }: Row, text: string | undefined): void {
    message.hidden = text === undefined;
    message.textContent = text ?? "";
    input.setAttribute("aria-invalid", String(text !== undefined));
  }
}

interface Field {
  readonly field: AttributeField;
  readonly value: (content: Content) => unknown;
  readonly change: (content: Content, value: unknown) => Partial<Content>;
}

function rowElement({ control: { input, label, unit, required }, message }: Row): HTMLElement {
  const mark = required ? make("span", { class: "required", "aria-hidden": "true" }, " *") : "";
  return make(
    "div",
    { class: "editor-row" },
    make("label", { for: input.id }, label, mark),
    make("div", { class: "editor-value" }, input, unit ? make("span", { class: "unit" }, unit) : ""),
    message,
  );
}

function plain(
  key: keyof Content,
  vi: string,
  en: string,
  type: AttributeField["type"] = "text",
  more: Partial<AttributeField> = {},
): Field {
  return {
    field: { key, type, label: { vi, en }, ...more },
    value: (content) => (content[key] === "" ? null : content[key]),
    change: (_, value) => ({ [key]: value ?? (key === "nameVi" || key === "code" ? "" : null) }),
  };
}

/** What every feature has: names, how well its place is known. Codes stand for life, so only new features choose theirs. */
function commonRows({ op }: Content): readonly Field[] {
  return [
    plain("nameVi", "Tên", "Name (Vietnamese)", "text", { required: true }),
    plain("nameEn", "Tên tiếng Anh", "Name (English)"),
    ...(op === "create" ? [plain("code", "Mã (bỏ trống: tự đặt)", "Code (empty: chosen for you)")] : []),
    plain("quality", "Độ chính xác vị trí", "Precision of the place", "code", {
      required: true,
      codes: [
        { value: "surveyed", vi: "Đo đạc", en: "Surveyed" },
        { value: "digitised", vi: "Số hóa từ bản đồ đã duyệt", en: "Digitised from an approved map" },
        { value: "generalised", vi: "Khái quát hóa", en: "Generalised" },
        { value: "indicative", vi: "Minh họa (vẽ bằng ký hiệu)", en: "Indicative (drawn as a symbol)" },
      ],
    }),
  ];
}

function restRows(): readonly Field[] {
  return [
    plain("geometrySource", "Nguồn hình học", "Source of the geometry"),
    plain("instrument", "Căn cứ pháp lý (bỏ trống: của hồ sơ)", "Legal basis (empty: the change set's)"),
    plain("inForceFrom", "Hiệu lực từ ngày (bỏ trống: của hồ sơ)", "In force from (empty: the change set's)", "date"),
    plain("inForceUntil", "Hết hiệu lực ngày", "In force until", "date"),
    plain("note", "Ghi chú", "Note"),
  ];
}
