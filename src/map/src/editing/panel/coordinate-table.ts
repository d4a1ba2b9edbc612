import { icon, make } from "../../elements/dom";
import { icons } from "../../elements/icons";
import { say, sayNumber } from "../../say";
import type { Editor } from "../editor";
import { editIcons } from "../icons";
import { insertShared, moveShared, removeShared } from "../model/shared-edits";
import { readCornerTable } from "../operations/corner-table";
import { distance, toPlane } from "../operations/plane";
import { pathsOf, same, type Path, type Position } from "../operations/shapes";
import { between } from "../operations/snap";
import { replacePath } from "../operations/vertices";
import type { Action } from "../toolbar";
import type { PanelPart } from "./parts";

/** Rows shown at once; a river's bank has thousands. */
const rowsAtOnce = 200;

type System = "vn2000" | "wgs84";

/**
 * The vertices of the selected feature as a table: the same ring as on the map, editable by keyboard alone. Moving,
 * adding and removing here carries over to neighbours just as it does there.
 */
export class CoordinateTable implements PanelPart {
  readonly root = make("section", { class: "editor-corners", "aria-label": say("Bảng tọa độ", "Coordinate table") });
  readonly #editor: Editor;
  readonly #run: (action: Action) => void;
  #system: System = "vn2000";
  #path = 0;
  #from = 0;
  #shown: unknown;

  constructor(editor: Editor, run: (action: Action) => void) {
    this.#editor = editor;
    this.#run = run;
  }

  update(topics: ReadonlySet<string>): void {
    if (!topics.has("draft") && !topics.has("selection")) return;
    const { shape, key, vertex } = this.#editor;
    const now = `${key ?? ""} ${vertex?.join() ?? ""}`;
    if (this.#shown === now && !topics.has("draft")) return;
    this.#shown = now;
    const paths = shape ? pathsOf(shape) : [];
    const at = vertex ? paths.findIndex(({ positions }) => positions.some((one) => same(one, vertex))) : -1;
    if (at >= 0) this.#path = at;
    this.#path = Math.min(this.#path, Math.max(0, paths.length - 1));
    const row = vertex ? (paths[this.#path]?.positions.findIndex((one) => same(one, vertex)) ?? -1) : -1;
    if (row >= 0 && (row < this.#from || row >= this.#from + rowsAtOnce))
      this.#from = Math.floor(row / rowsAtOnce) * rowsAtOnce;
    this.#draw(paths);
  }

  #draw(paths: readonly Path[]): void {
    const focused = this.root.contains(document.activeElement)
      ? document.activeElement?.getAttribute("data-focus")
      : undefined;
    const path = paths[this.#path];
    if (!path) {
      const enter = make("button", { type: "button" }, say("Nhập bảng tọa độ…", "Enter a corner table…"));
      enter.addEventListener("click", () => this.#run("table"));
      this.root.replaceChildren(
        make(
          "p",
          { class: "muted" },
          say(
            "Chọn một đối tượng để xem và sửa tọa độ từng đỉnh, hoặc nhập một bảng.",
            "Select a feature to see and edit its vertices, or enter a table.",
          ),
        ),
        enter,
      );
      return;
    }
    if (this.#from >= path.positions.length) this.#from = 0;
    const rows = path.positions
      .slice(this.#from, this.#from + rowsAtOnce)
      .map((position, index) => this.#row(path, position, this.#from + index));
    const [first, second] =
      this.#system === "vn2000"
        ? [say("X – Bắc (m)", "X – north (m)"), say("Y – Đông (m)", "Y – east (m)")]
        : [say("Vĩ độ", "Latitude"), say("Kinh độ", "Longitude")];
    const head = make(
      "tr",
      {},
      ...[say("Đỉnh", "Vertex"), first, second, say("Cạnh (m)", "Edge (m)")].map((text) =>
        make("th", { scope: "col" }, text),
      ),
      make("th", { scope: "col" }, make("span", { class: "unseen" }, say("Thêm, bỏ", "Add, remove"))),
    );
    const caption = make(
      "caption",
      {},
      this.#system === "vn2000"
        ? say("VN-2000, kinh tuyến trục 105°45′, múi 3°", "VN-2000, central meridian 105°45′, 3° zone")
        : "WGS 84",
    );
    this.root.replaceChildren(
      this.#head(paths),
      make(
        "div",
        { class: "table-frame" },
        make("table", {}, caption, make("thead", {}, head), make("tbody", {}, ...rows)),
      ),
      ...this.#pages(path),
    );
    if (focused) this.root.querySelector<HTMLElement>(`[data-focus="${focused}"]`)?.focus();
    else if (this.#editor.vertex) this.root.querySelector("tr[aria-current]")?.scrollIntoView({ block: "nearest" });
  }

  #head(paths: readonly Path[]): Node {
    const system = make("select", { "aria-label": say("Hệ tọa độ", "Coordinate system"), "data-focus": "system" });
    for (const [value, text] of [
      ["vn2000", "VN-2000"],
      ["wgs84", "WGS 84"],
    ] as const)
      system.append(make("option", { value, selected: value === this.#system }, text));
    system.addEventListener("change", () => {
      this.#system = system.value as System;
      this.#draw(paths);
    });
    const parts = make("select", { "aria-label": say("Phần, vòng", "Part, ring"), "data-focus": "part" });
    paths.forEach(({ part, ring, positions }, index) =>
      parts.append(
        make(
          "option",
          { value: String(index), selected: index === this.#path },
          `${say("Phần", "Part")} ${part + 1}${ring > 0 ? say(`, lỗ ${ring}`, `, hole ${ring}`) : ""} (${positions.length})`,
        ),
      ),
    );
    parts.addEventListener("change", () => {
      this.#path = Number(parts.value);
      this.#from = 0;
      this.#draw(paths);
    });
    const copy = make(
      "button",
      { type: "button", class: "quiet", "data-focus": "copy" },
      say("Sao chép bảng", "Copy the table"),
    );
    copy.addEventListener("click", () => void this.#copy(paths[this.#path]));
    const shown = paths[this.#path];
    return make(
      "div",
      { class: "edit-actions" },
      system,
      ...(paths.length > 1 ? [parts] : []),
      copy,
      ...(shown && this.#mayDrop(shown, paths) ? [this.#dropper(shown)] : []),
    );
  }

  /** A hole can always be closed; of parts, one has to stay. */
  #mayDrop({ part, ring }: Path, paths: readonly Path[]): boolean {
    return this.#editor.mayEdit && (ring > 0 || paths.some((other) => other.part !== part));
  }

  #dropper({ part, ring }: Path): Node {
    const [label, done] =
      ring > 0
        ? [say("Lấp lỗ này", "Close this hole"), say("lấp lỗ", "close a hole")]
        : [say("Bỏ phần này", "Remove this part"), say("bỏ một phần", "remove a part")];
    const button = make("button", { type: "button", class: "quiet", "data-focus": "drop" }, label);
    button.addEventListener("click", () => {
      const { key, shape } = this.#editor;
      // A part without its shell is left out with its holes.
      const geometry = shape && replacePath(shape, part, ring, []);
      if (key !== undefined && geometry) this.#editor.edit(key, { geometry }, done);
    });
    return button;
  }

  #row(path: Path, position: Position, index: number): HTMLElement {
    const { vertex, mayEdit } = this.#editor;
    const [one, other] = this.#written(position);
    const next = path.positions[index + 1] ?? (path.closed ? path.positions[0] : undefined);
    const edge = next ? sayNumber(distance(toPlane(position), toPlane(next)), 2) : "";
    const number = index + 1;
    const field = (value: string, axis: string, column: number) => {
      const label = say(`Đỉnh ${number}, ${axis}`, `Vertex ${number}, ${axis}`);
      const input = make("input", {
        type: "text",
        inputmode: "decimal",
        value,
        "aria-label": label,
        autocomplete: "off",
        "data-focus": `${index}-${column}`,
        disabled: !mayEdit,
      });
      input.addEventListener("focus", () => {
        if (!this.#editor.vertex || !same(this.#editor.vertex, position)) this.#mark(position);
      });
      input.addEventListener("change", () => this.#move(position, input));
      input.addEventListener("keydown", (event) => this.#walk(event, index, column, path.positions.length));
      return input;
    };
    const axes =
      this.#system === "vn2000"
        ? [say("X bắc", "X north"), say("Y đông", "Y east")]
        : [say("vĩ độ", "latitude"), say("kinh độ", "longitude")];
    const button = (drawing: string, label: string, name: string, run: () => void) => {
      const made = make(
        "button",
        {
          type: "button",
          class: "quiet editor-icon",
          "aria-label": label,
          title: label,
          "data-focus": `${index}-${name}`,
          disabled: !mayEdit,
        },
        icon(drawing),
      );
      made.addEventListener("click", run);
      return made;
    };
    const row = make(
      "tr",
      {},
      make("th", { scope: "row" }, String(number)),
      make("td", {}, field(one, axes[0] ?? "", 0)),
      make("td", {}, field(other, axes[1] ?? "", 1)),
      make("td", { class: "figure" }, edge),
      make(
        "td",
        { class: "editor-row-buttons" },
        ...(next
          ? [
              button(icons.plus, say(`Thêm đỉnh sau đỉnh ${number}`, `Add a vertex after ${number}`), "add", () =>
                this.#add(position, next),
              ),
            ]
          : []),
        button(editIcons.remove, say(`Bỏ đỉnh ${number}`, `Remove vertex ${number}`), "remove", () =>
          this.#remove(position),
        ),
      ),
    );
    if (vertex && same(vertex, position)) row.setAttribute("aria-current", "true");
    return row;
  }

  /** Shows on the map which vertex is being written of, without drawing the table anew under the hand. */
  #mark(position: Position): void {
    this.#editor.vertex = position;
    this.#shown = `${this.#editor.key ?? ""} ${position.join()}`;
    for (const row of this.root.querySelectorAll("tr[aria-current]")) row.removeAttribute("aria-current");
    document.activeElement?.closest("tr")?.setAttribute("aria-current", "true");
    this.#editor.tell("selection");
  }

  #written(position: Position): [string, string] {
    if (this.#system === "wgs84") return [written(position[1], 9), written(position[0], 9)];
    const { northing, easting } = toPlane(position);
    return [written(northing, 3), written(easting, 3)];
  }

  /** A changed figure keeps the other one of the pair exactly as it is on the map. */
  #move(from: Position, input: HTMLInputElement): void {
    const { key, draft } = this.#editor;
    const pair = [...(input.closest("tr")?.querySelectorAll("input") ?? [])].map(({ value }) => value);
    const { corners, exchanged, system } = readCornerTable(pair.join("\t"));
    const to = corners[0]?.position;
    const understood = to !== undefined && corners.length === 1 && !exchanged && system === this.#system;
    input.setAttribute("aria-invalid", String(!understood));
    if (!understood || key === undefined) {
      this.#editor.announce(
        say(
          "Tọa độ này không nằm trong vùng của tỉnh; đỉnh giữ nguyên.",
          "These coordinates lie outside the province; the vertex stays.",
        ),
      );
      return;
    }
    if (pair.join() === this.#written(from).join()) return;
    this.#editor.run({ label: say("dời đỉnh", "move a vertex"), steps: moveShared(draft, key, from, to) });
    this.#editor.selectVertex(to);
  }

  #add(from: Position, to: Position): void {
    const { key, draft } = this.#editor;
    if (key === undefined) return;
    const at = between(from, to, 0.5);
    this.#editor.run({ label: say("thêm đỉnh", "add a vertex"), steps: insertShared(draft, key, from, to, at) });
    this.#editor.selectVertex(at);
    this.#editor.announce(say("Đã thêm đỉnh ở giữa cạnh.", "A vertex was added in the middle of the edge."));
  }

  #remove(at: Position): void {
    const { key, draft } = this.#editor;
    const steps = key === undefined ? undefined : removeShared(draft, key, at);
    if (steps) this.#editor.run({ label: say("bỏ đỉnh", "remove a vertex"), steps });
    else
      this.#editor.announce(
        say("Không bỏ được: hình sẽ còn quá ít đỉnh.", "It can't be removed: too few vertices would remain."),
      );
  }

  /** Up and down go through a column; Enter goes on to the next row. */
  #walk(event: KeyboardEvent, index: number, column: number, count: number): void {
    const step = { ArrowDown: 1, ArrowUp: -1, Enter: 1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const target = `${(index + step + count) % count}-${column}`;
    // Leaving the field settles it, and the table is drawn anew; the place is found again by its name.
    const { activeElement } = document;
    if (activeElement instanceof HTMLInputElement) activeElement.dispatchEvent(new Event("change"));
    queueMicrotask(() => setTimeout(() => this.root.querySelector<HTMLElement>(`[data-focus="${target}"]`)?.focus()));
  }

  #pages({ positions }: Path): Node[] {
    if (positions.length <= rowsAtOnce) return [];
    const last = Math.min(positions.length, this.#from + rowsAtOnce);
    const go = (label: string, from: number) => {
      const button = make(
        "button",
        { type: "button", class: "quiet", disabled: from < 0 || from >= positions.length },
        label,
      );
      button.addEventListener("click", () => {
        this.#from = from;
        this.#shown = undefined;
        this.update(new Set(["draft"]));
      });
      return button;
    };
    return [
      make(
        "div",
        { class: "edit-actions" },
        go(say("Trước", "Previous"), this.#from - rowsAtOnce),
        make("span", {}, `${this.#from + 1}–${last} / ${positions.length}`),
        go(say("Tiếp", "Next"), this.#from + rowsAtOnce),
      ),
    ];
  }

  async #copy(path: Path | undefined): Promise<void> {
    if (!path) return;
    const lines = path.positions.map((position, index) => [index + 1, ...this.#written(position)].join("\t"));
    try {
      await navigator.clipboard.writeText(["STT\tX\tY", ...lines].join("\n"));
      this.#editor.announce(say("Đã sao chép bảng tọa độ.", "The table has been copied."));
    } catch {
      this.#editor.announce(say("Trình duyệt không cho sao chép.", "The browser does not allow copying."));
    }
  }
}

/** As corner tables write figures: 1164915,324 without marks between thousands. */
function written(value: number, decimals: number): string {
  return value.toFixed(decimals).replace(".", say(",", "."));
}
