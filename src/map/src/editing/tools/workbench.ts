import type { Editor } from "../editor";
import type { HandLabel } from "../hand-label";
import type { Picture } from "../picture";
import type { Shares } from "../shares";
import type { Snapping } from "../snapping";

/** What the tools that draw by hand work with. */
export interface Workbench {
  readonly editor: Editor;
  readonly picture: Picture;
  readonly snapping: Snapping;
  readonly shares: Shares;
  readonly label: HandLabel;
}
