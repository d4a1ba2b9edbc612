import type { Geometry } from "geojson";
import { icon, make } from "../../elements/dom";
import { say, sayNumber } from "../../say";
import { isShape, type Shape } from "../operations/shapes";
import type { Editor } from "../editor";
import { editIcons } from "../icons";
import type { Finding } from "../model/checks";
import { inWords, nameOf, type Content } from "../model/draft";
import type { Edit } from "../model/edits";
import type { Key, Step } from "../model/plan-draft";
import { repairedKey } from "../model/repaired-key";
import { joined, reshape, sharing } from "../model/shared-edits";
import { withVertices } from "../operations/overlay";
import { missingVertices, togetherDegrees } from "../operations/t-vertices";
import { goTo } from "./change-list";
import type { PanelPart } from "./parts";

/** What the rules find, worst first: where it is, what would mend it, and why a warning may stand. */
export class FindingsPanel implements PanelPart {
  readonly root = make("section", { class: "editor-findings", "aria-label": say("Kiểm tra", "Rules") });
  readonly #editor: Editor;
  readonly #said = make("p", { role: "status" });
  readonly #list = make("ul");
  readonly #corners = make("div");

  constructor(editor: Editor) {
    this.#editor = editor;
    this.root.append(this.#said, this.#corners, this.#list);
  }

  get title(): string {
    const count = this.#editor.checked?.findings.length ?? 0;
    return count > 0 ? say(`Kiểm tra (${count})`, `Rules (${count})`) : say("Kiểm tra", "Rules");
  }

  update(topics: ReadonlySet<string>): void {
    if (topics.has("draft") || topics.has("selection")) this.#offerCorners();
    if (!topics.has("check") && !topics.has("draft")) return;
    const { checked, checking } = this.#editor;
    const findings = [...(checked?.findings ?? [])].sort((one, other) => one.severity.localeCompare(other.severity));
    const errors = findings.filter(({ severity }) => severity === "error").length;
    const said = checking
      ? say("Đang kiểm tra…", "Checking…")
      : !checked
        ? say("Chưa kiểm tra được; sẽ kiểm tra lại khi có thay đổi.", "Not checked yet; the next change checks again.")
        : findings.length === 0
          ? say("Không có lỗi và cảnh báo nào.", "No errors and no warnings.")
          : say(
              `${errors} lỗi, ${findings.length - errors} cảnh báo. Lỗi phải sửa trước khi trình; cảnh báo cần lý do.`,
              `${errors} errors, ${findings.length - errors} warnings. Errors must be mended before submitting; warnings need a reason.`,
            );
    if (this.#said.textContent !== said) this.#said.textContent = said;
    if (this.#list.contains(document.activeElement) && document.activeElement instanceof HTMLTextAreaElement) return;
    this.#list.replaceChildren(...findings.map((finding) => this.#row(finding)));
  }

  #row(finding: Finding): HTMLElement {
    const { severity, rule, name, message, measure, place, repair } = finding;
    const word = severity === "error" ? say("Lỗi", "Error") : say("Cảnh báo", "Warning");
    const size = measure ? make("p", { class: "muted" }, sayMeasure(measure)) : "";
    const actions: Node[] = [];
    const shape = shapeOfPlace(place);
    if (shape) actions.push(quiet(say("Phóng tới", "Zoom to"), () => goTo(this.#editor, shape)));
    if (repair) {
      actions.push(quiet(say("Xem trước cách sửa", "Preview the repair"), () => this.#preview(finding)));
      const apply = make("button", { type: "button" }, repair.label);
      apply.addEventListener("click", () => this.#repair(finding));
      actions.push(apply);
    }
    return make(
      "li",
      { class: severity },
      make(
        "p",
        { class: "finding" },
        icon(severity === "error" ? editIcons.error : editIcons.warning),
        make("span", {}, make("b", {}, `${word} ${rule}`), ` · ${name}`),
      ),
      make("p", {}, message),
      size,
      make("div", { class: "edit-actions" }, ...actions),
      ...(severity === "warning" ? [this.#reason(finding)] : []),
    );
  }

  /** Why the warning may stand; kept by the service beside the change set. */
  #reason({ key, reason }: Finding): HTMLElement {
    const id = `reason-${key}`;
    const field = make("textarea", { id, rows: "2", maxlength: "2000" });
    field.value = reason ?? "";
    field.addEventListener("change", () => {
      const body = new URLSearchParams({ key: crypto.randomUUID(), finding: key, reason: field.value.trim() });
      void fetch(`/change-sets/${this.#editor.changeSet.id}/reasons`, { method: "POST", body, redirect: "manual" })
        .then((response) =>
          this.#editor.announce(
            response.ok || response.type === "opaqueredirect"
              ? say("Đã lưu lý do.", "The reason is saved.")
              : say("Chưa lưu được lý do.", "The reason could not be saved."),
          ),
        )
        .catch(() => this.#editor.announce(say("Chưa lưu được lý do.", "The reason could not be saved.")));
    });
    return make(
      "div",
      { class: "edit-field" },
      make("label", { for: id }, say("Lý do chấp nhận", "Why it may stand")),
      field,
    );
  }

  #preview({ repair, message }: Finding): void {
    const shapes = (repair?.edits ?? []).flatMap((edit) =>
      "put" in edit && edit.put.geometry ? [edit.put.geometry] : [],
    );
    this.#editor.preview = shapes;
    this.#editor.tell("selection");
    const [first] = shapes;
    if (first) goTo(this.#editor, first);
    this.#editor.announce(say(`Cách sửa hiện bằng nét đứt: ${message}`, `The repair is shown dashed: ${message}`));
  }

  /** One command for the whole repair, so that one Ctrl+Z takes it back. */
  #repair({ repair, rule }: Finding): void {
    const { draft } = this.#editor;
    const steps: Step[] = [];
    for (const edit of repair?.edits ?? []) {
      const key =
        "put" in edit
          ? repairedKey(edit.put, draft)
          : draft.changed.find((one) => draft.acknowledged(one)?.position === edit.drop.position);
      if (key === undefined) {
        this.#editor.announce(
          say("Bản vẽ đã khác lúc kiểm tra; hãy thử lại.", "The draft has changed since it was checked; try again."),
        );
        return;
      }
      // What the service has named since the rules were asked keeps that name.
      const before = draft.change(key);
      steps.push({
        key,
        before,
        after: "put" in edit ? contentOf(edit.put, before?.code ?? edit.put.code) : undefined,
      });
    }
    this.#editor.preview = [];
    if (this.#editor.run({ label: say(`sửa theo quy tắc ${rule}`, `repair by rule ${rule}`), steps }))
      this.#editor.announce(say("Đã sửa. Ctrl+Z để hoàn tác.", "Repaired. Ctrl+Z takes it back."));
  }

  /** Corners that only one of two neighbours has are found here at once, without asking the service. */
  #offerCorners(): void {
    const { key, draft, shape, feature } = this.#editor;
    const isNeighbour = (other: Key) => draft.feature(other)?.layer === feature?.layer;
    const missing =
      key !== undefined && shape && feature && (draft.change(key) ?? this.#editor.layers.get(feature.layer)?.isCoverage)
        ? missingVertices(key, shape, draft.topology, isNeighbour)
        : [];
    this.#corners.replaceChildren();
    if (missing.length === 0 || key === undefined || !feature) return;
    const add = make(
      "button",
      { type: "button" },
      say(`Thêm ${missing.length} đỉnh chung`, `Add ${missing.length} shared corners`),
    );
    add.addEventListener("click", () => {
      const corners = missing.map(({ at }) => at);
      const first = corners[0];
      const steps = reshape(
        draft,
        [key, ...(first ? sharing(draft, key, first).filter((one) => one === key) : [])],
        (one) => withVertices(one, corners, togetherDegrees),
      );
      this.#editor.run({ label: say("thêm đỉnh chung", "add shared corners"), steps: joined(steps) });
    });
    const layer = this.#editor.layers.get(feature.layer);
    const text = say(
      `${nameOf(feature)} thiếu ${missing.length} đỉnh mà đối tượng kề bên trong lớp ${layer ? inWords(layer.name) : feature.layer} có trên ranh chung.`,
      `${nameOf(feature)} lacks ${missing.length} corners that its neighbours have on the shared boundary.`,
    );
    this.#corners.append(
      make("div", { class: "notice warning" }, make("p", {}, text), make("div", { class: "edit-actions" }, add)),
    );
  }
}

type Put = Extract<Edit, { put: unknown }>["put"];

function contentOf(put: Put, code: string | null): Content {
  return {
    op: put.op,
    layer: put.layer,
    code: code ?? "",
    feature: put.feature,
    baseVersion: put.baseVersion,
    nameVi: put.nameVi,
    nameEn: put.nameEn,
    attributes: put.attributes,
    quality: put.quality,
    geometrySource: put.geometrySource,
    note: put.note,
    instrument: put.instrument,
    inForceFrom: put.inForceFrom,
    inForceUntil: put.inForceUntil,
    successor: put.successor,
    geometry: put.geometry,
  };
}

/** Corners are counted, everything else is measured. */
function sayMeasure({ value, unit }: NonNullable<Finding["measure"]>): string {
  if (unit === "vertices") return say(`${sayNumber(value, 0)} đỉnh`, `${sayNumber(value, 0)} vertices`);
  return `${sayNumber(value, 2)} ${unit === "m2" ? "m²" : unit}`;
}

function quiet(label: string, run: () => void): HTMLButtonElement {
  const button = make("button", { type: "button", class: "quiet" }, label);
  button.addEventListener("click", run);
  return button;
}

function shapeOfPlace(place: Geometry | null): Shape | undefined {
  if (isShape(place)) return place;
  return place?.type === "GeometryCollection" ? place.geometries.find(isShape) : undefined;
}
