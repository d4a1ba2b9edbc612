import { SheetElement } from "../elements/la-sheet";
import type { PlanMap } from "../map/plan-map";
import { say } from "../say";
import { Editor } from "./editor";
import { HandLabel } from "./hand-label";
import { listenToEditingKeys } from "./keys";
import { Checker } from "./model/checker";
import { nameOf, type Draft, type SavedChange } from "./model/draft";
import { Journal } from "./model/journal";
import { keyOfFeature } from "./model/plan-draft";
import { Saver } from "./model/saver";
import { mergeAreas } from "./merge-areas";
import { askWhichStands } from "./panel/conflict-dialog";
import { askCornerTable } from "./panel/corner-table-dialog";
import { goToAll } from "./panel/change-list";
import { importFile, type Destination } from "./panel/import-file";
import { askLayer } from "./panel/layer-dialog";
import { offerUnsaved } from "./panel/unsaved-dialog";
import { editors } from "./panel/la-editor";
import { threeWay } from "./model/three-way";
import { Picture } from "./picture";
import { Pointer } from "./pointer";
import { Shares } from "./shares";
import { Snapping } from "./snapping";
import { Surroundings } from "./surroundings";
import { Together } from "./together/together";
import { isTool, Toolbar, type Action } from "./toolbar";
import { OffsetTool } from "./tools/offset-tool";
import { SelectTool } from "./tools/select-tool";
import { SketchTool } from "./tools/sketch-tool";
import type { Tool, ToolName } from "./tools/tool";
import { TransformTool } from "./tools/transform-tool";
import { VertexTool } from "./tools/vertex-tool";

/** Everything of one open draft: its state, its tools on the map, its saving, and the others who work on it. */
export class EditingSession {
  readonly #editor: Editor;
  readonly #picture: Picture;
  readonly #toolbar: Toolbar;
  readonly #tools: ReadonlyMap<ToolName, Tool>;
  readonly #saver: Saver;
  readonly #journal: Journal;
  readonly #label = new HandLabel();
  readonly #parts: readonly { stop(): void }[];
  readonly #stop = new AbortController();
  readonly #together: Together;
  #tool: Tool;

  constructor(plan: PlanMap, draft: Draft, address: string, furniture: HTMLElement, announce: (text: string) => void) {
    const editor = (this.#editor = new Editor(plan, draft, announce));
    const client = crypto.randomUUID();
    plan.pointing.suspended = true;
    // Shift and a click select one more; a box to zoom into would swallow it. Two quick taps set or choose twice: with a map
    // that zooms meanwhile, the second lands elsewhere.
    plan.map.boxZoom.disable();
    plan.map.doubleClickZoom.disable();
    this.#picture = new Picture(editor);
    const snapping = new Snapping(editor);
    const shares = new Shares(address);
    const workbench = { editor, picture: this.#picture, snapping, shares, label: this.#label };
    const select = new SelectTool(editor);
    const tools: readonly Tool[] = [
      select,
      new VertexTool(workbench),
      ...(["draw", "split", "hole"] as const).map((name) => new SketchTool(name, workbench)),
      new OffsetTool(editor),
      new TransformTool(editor, this.#picture),
    ];
    this.#tools = new Map(tools.map((tool) => [tool.name, tool]));
    this.#tool = select;
    this.#toolbar = new Toolbar(editor, (action) => this.#run(action));
    furniture.append(this.#toolbar.root, this.#toolbar.options, this.#label.root);

    this.#journal = new Journal(draft.changeSet.id);
    this.#saver = new Saver({
      address,
      client,
      draft: editor.draft,
      changed: (state) => {
        editor.save = state;
        editor.tell("save");
        this.#remember();
      },
      stale: (current) => this.#layTogether(current),
    });
    this.#together = new Together(editor, address, client);
    const surroundings = new Surroundings(editor, address);
    this.#parts = [
      new Pointer(editor, () => this.#tool),
      new Checker(editor, address),
      surroundings,
      this.#together,
      shares,
      this.#picture,
      this.#saver,
    ];
    listenToEditingKeys(
      editor,
      () => this.#tool,
      (action) => this.#run(action),
      this.#stop.signal,
    );
    this.#listen(surroundings);
    this.#use("select");
    editors.announce({
      editor,
      run: (action) => this.#run(action),
      save: () => this.#saver.flush(),
      take: (file) => this.#take(file, { address, client, layer: editor.layer?.code ?? "" }),
    });
    void this.#offerWhatWasLeft();
  }

  stop(): void {
    this.#tool.settle?.();
    // What is unsaved goes out now; should it fail, the journal has it.
    void this.#saver.flush();
    this.#remember();
    this.#tool.stop();
    this.#stop.abort();
    for (const part of this.#parts) part.stop();
    this.#toolbar.root.remove();
    this.#toolbar.options.remove();
    this.#label.root.remove();
    this.#editor.plan.pointing.suspended = false;
    this.#editor.plan.map.boxZoom.enable();
    this.#editor.plan.map.doubleClickZoom.enable();
    editors.announce(undefined);
  }

  #listen(surroundings: Surroundings): void {
    const { signal } = this.#stop;
    const unlisten = this.#editor.listen((topics) => {
      this.#toolbar.update(topics);
      if (topics.has("tool") || topics.has("layer") || topics.has("selection")) this.#showOptions();
      if (topics.has("draft")) this.#remember();
      if (topics.has("layer")) void surroundings.load();
    });
    signal.addEventListener("abort", unlisten);
    document.addEventListener("la:revision", () => void surroundings.reload(), { signal });
    addEventListener("online", () => void this.#saver.flush(), { signal });
    document.addEventListener("visibilitychange", () => document.hidden && this.#saveAll(), { signal });
    addEventListener(
      "beforeunload",
      (event) => {
        this.#tool.settle?.();
        // The journal has it all, but somebody who is about to leave would rather see it saved.
        if (this.#editor.draft.unsaved.length > 0 && this.#editor.save.kind !== "closed") event.preventDefault();
      },
      { signal },
    );
  }

  #saveAll(): void {
    this.#tool.settle?.();
    void this.#saver.flush();
  }

  #run(action: Action): void {
    const { draft } = this.#editor;
    this.#tool.settle?.();
    // While something is dragged, the way back leads to where it was.
    if (this.#tool.cancel?.() && (action === "undo" || action === "redo")) return;
    // What is being sketched comes before what is done.
    if ((action === "undo" || action === "redo") && this.#tool[action]?.()) return;
    if (isTool(action)) this.#use(action);
    else if (action === "undo") this.#editor.undo();
    else if (action === "redo") this.#editor.redo();
    else if (action === "snap") this.#toggleSnapping();
    else if (action === "remove") this.#editor.remove();
    else if (action === "merge") mergeAreas(this.#editor);
    else if (action === "copy" && draft.feature(this.#editor.key ?? ""))
      void askLayer(this.#editor).then((code) => code && this.#editor.copyTo(code));
    else if (action === "table") void askCornerTable(this.#editor);
  }

  /** What a file holds stands on the map at once, as one act that can be undone. */
  async #take(file: File, to: Destination): Promise<void> {
    const editor = this.#editor;
    try {
      const positions = await importFile(file, to);
      if (!positions) return;
      await this.#together.takeOver(undefined);
      const keys = editor.draft.claim(say(`nhập tệp ${file.name}`, `import ${file.name}`), positions);
      editor.select(keys.slice(0, 1));
      goToAll(editor, keys);
      editor.announce(
        say(
          `Đã nhập ${positions.length} đối tượng từ ${file.name}. Ctrl+Z để hoàn tác.`,
          `Imported ${positions.length} features from ${file.name}. Ctrl+Z takes them out again.`,
        ),
      );
    } catch (reason) {
      console.warn("The file could not be sent", reason);
      editor.announce(
        say(
          "Chưa gửi được tệp: không kết nối được máy chủ. Xin thử lại.",
          "The file could not be sent: the server was not reached. Please try again.",
        ),
      );
    }
  }

  #use(name: ToolName): void {
    const tool = this.#tools.get(name);
    if (!tool) return;
    this.#tool.stop();
    this.#tool = tool;
    this.#toolbar.active = name;
    tool.start();
    this.#showOptions();
    const canvas = this.#editor.plan.map.getCanvas();
    if (name !== "select" && document.activeElement !== canvas) canvas.focus({ preventScroll: true });
    if (name !== "select") SheetElement.lower();
    this.#editor.tell("tool");
  }

  /** Fields that are being typed in are not drawn anew under the hand. */
  #showOptions(): void {
    if (
      this.#toolbar.options.contains(document.activeElement) &&
      document.activeElement instanceof HTMLInputElement &&
      document.activeElement.type === "text"
    )
      return;
    this.#toolbar.showOptions(this.#tool.options?.() ?? []);
  }

  #toggleSnapping(): void {
    this.#editor.snapping = !this.#editor.snapping;
    this.#editor.announce(
      this.#editor.snapping ? say("Bắt điểm: bật", "Snapping is on") : say("Bắt điểm: tắt", "Snapping is off"),
    );
    this.#editor.tell("tool");
  }

  #remember(): void {
    void this.#journal.write({ ...this.#editor.draft.remember(), pending: this.#saver.pending });
  }

  /** Work that an earlier visit left unsaved in this browser is taken up again, if the planner wants it. */
  async #offerWhatWasLeft(): Promise<void> {
    const left = await this.#journal.read();
    if (!left || this.#stop.signal.aborted) return;
    if (left.unsaved.length === 0 && !left.pending) {
      // Nothing is lost, but the way back should lead through earlier visits too.
      this.#editor.draft.restore({ ...left, unsaved: [] });
      this.#editor.tell("draft");
      return;
    }
    if (!this.#editor.mayEdit) return;
    const wanted = await offerUnsaved(Math.max(left.unsaved.length, left.pending?.edits.length ?? 0));
    if (!wanted) {
      this.#remember();
      return;
    }
    this.#editor.draft.restore(left);
    this.#saver.resume(left.pending);
    await this.#saver.flush();
  }

  /** Others saved the same change first: lay ours over theirs, and ask only where both changed the same thing. */
  async #layTogether(current: readonly SavedChange[]): Promise<void> {
    const { draft } = this.#editor;
    for (const change of current) {
      const key =
        draft.unsaved.find((one) => draft.acknowledged(one)?.position === change.position) ??
        (change.content.feature === null ? undefined : keyOfFeature(change.content.feature));
      if (key === undefined) continue;
      const base = draft.acknowledged(key)?.content;
      const mine = draft.change(key);
      const { position, version, content: theirs } = change;
      draft.acknowledge(key, { position, version, content: theirs });
      if (!mine) continue;
      const merged = threeWay(base, mine, theirs);
      const content =
        merged.disputed.length === 0 ? merged.content : await askWhichStands(this.#editor, base, mine, theirs, merged);
      draft.replace(key, content);
      if (merged.disputed.length === 0)
        this.#editor.announce(
          say(
            `Đã ghép với thay đổi của ${change.updatedBy ?? "người khác"} ở ${nameOf(theirs)}.`,
            `Merged with what ${change.updatedBy ?? "somebody else"} changed in ${nameOf(theirs)}.`,
          ),
        );
    }
    // A change that is gone on their side is not among the current ones.
    await this.#together.takeOver(undefined);
  }
}
