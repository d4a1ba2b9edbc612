import type { ScreenPoint } from "../operations/snap";
import type { Position } from "../operations/shapes";

export type ToolName = "select" | "draw" | "vertices" | "split" | "hole" | "offset" | "transform";

/** Where a pointer is: on the map and on the screen. */
export interface PointerPlace {
  readonly position: Position;
  readonly screen: ScreenPoint;
  readonly alt: boolean;
  readonly shift: boolean;
  readonly touch: boolean;
}

/** One way of working on the map. The editor hands it pointer and keys while it is the chosen one. */
export interface Tool {
  readonly name: ToolName;
  start(): void;
  stop(): void;
  move?(place: PointerPlace): void;
  /** True when a drag begins here; the map then stays where it is. */
  press?(place: PointerPlace): boolean;
  /** At most once a frame. */
  drag?(place: PointerPlace): void;
  release?(place: PointerPlace): void;
  /** Gives a drag up; true when there was one. */
  cancel?(): boolean;
  /** Takes back the last step of what is not in the draft yet; false when there is none. */
  undo?(): boolean;
  redo?(): boolean;
  /** Makes an act of what was waiting for more, before something else happens to the draft. */
  settle?(): void;
  click?(place: PointerPlace): void;
  /** True when the key was for the tool. */
  key?(event: KeyboardEvent): boolean;
  /** The tool's own settings and buttons, shown beside the toolbar. */
  options?(): readonly Node[];
}
