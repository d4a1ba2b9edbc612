import { bench, describe } from "vitest";
import { readBase } from "../model/draft";
import { keyOfFeature, PlanDraft } from "../model/plan-draft";
import { moveShared, sharing } from "../model/shared-edits";
import { snap } from "../operations/snap";
import type { Position, Shape } from "../operations/shapes";
import { moveVertex } from "../operations/vertices";
import { zones } from "./zones";

/** What one frame of dragging a shared vertex costs the script with 20 000 zones loaded; 50 frames a second leave 20 ms. */
describe("20 000 zones", () => {
  const features = zones(20_000).map(readBase);
  const draft = new PlanDraft();
  draft.surround(features);
  const key = keyOfFeature(10_071);
  const [ring] = (draft.shape(key)?.coordinates ?? []) as [number, number][][];
  const corner: Position = ring?.[0] ?? [0, 0];
  const keys = sharing(draft, key, corner);
  const shapes = keys.map((one) => draft.shape(one)).filter((shape): shape is Shape => shape !== null);
  const project = ([longitude, latitude]: Position) => ({ x: longitude * 100_000, y: latitude * 100_000 });
  let frame = 0;

  bench(`one frame: snap, move ${shapes.length} shapes, write their GeoJSON`, () => {
    const to: Position = [corner[0] + (frame++ % 100) * 1e-6, corner[1] + 1e-5];
    const near = draft.topology.near(to, 0.00012).filter(({ key: other }) => !keys.includes(other));
    snap(project(to), near, project);
    JSON.stringify(shapes.map((shape) => moveVertex(shape, corner, to)));
  });

  bench("the drop: one command on all that share, index brought up to date, and back", () => {
    draft.run({ label: "", steps: moveShared(draft, key, corner, [corner[0] + 1e-6, corner[1]]) });
    draft.undo();
  });

  bench(
    "opening: all zones into the index",
    () => {
      new PlanDraft().surround(features);
    },
    { iterations: 3 },
  );
});
