import type { Topic } from "../editor";

/** A part of the editor's panel: drawn once, brought up to date when something it shows has changed. */
export interface PanelPart {
  readonly root: HTMLElement;
  update(topics: ReadonlySet<Topic>): void;
}
