import type { Feature } from "geojson";
import type { LayerSpecification, MapMouseEvent } from "maplibre-gl";
import { make } from "../../elements/dom";
import type { PlanMap } from "../../map/plan-map";
import { follow } from "../../page/navigation";
import { withSetting } from "../../page/urls";
import { numbers } from "../../page/view";
import { say } from "../../say";
import { onThemeChanged, themeColour } from "../../theme-colours";
import { nameOf, type Draft, type SavedChange } from "../model/draft";
import { isShape } from "../operations/shapes";

const source = "review";

/** A comment of the page that is about a place. */
interface Comment {
  readonly id: string;
  readonly place: readonly [number, number];
}

/**
 * A draft to look at: what is added, what was and what will be, what goes; where it is in conflict with a publication, also
 * what others made of the same features (GeoJSON, each with the position of the change). A click on a change opens its page; a click
 * beside them all tells the page's comment form where.
 */
export function reviewDraft(
  plan: PlanMap,
  { changes }: Draft,
  address: string,
  furniture: HTMLElement,
  theirs: readonly Feature[] = [],
): { stop(): void } {
  const legend = makeLegend(changes, theirs.length);
  const published = theirs.map((one) => ({ ...one, properties: { ...one.properties, role: "theirs" } }));
  furniture.append(legend);
  const draw = () =>
    plan.draw(
      source,
      { type: "FeatureCollection", features: [...changes.flatMap(featuresOf), ...published, ...commentsOf().map(pin)] },
      layers(),
    );
  draw();
  const click = (event: MapMouseEvent) => {
    const ids = layers()
      .map(({ id }) => id)
      .filter((id) => plan.map.getLayer(id));
    const [found] = plan.map.queryRenderedFeatures(event.point, { layers: ids });
    const position: unknown = found?.properties["position"];
    const comment: unknown = found?.properties["comment"];
    if (typeof position === "number") {
      event.preventDefault();
      follow(`${address}/changes/${position}`);
    } else if (typeof comment === "string") {
      event.preventDefault();
      document.getElementById(comment)?.scrollIntoView({ block: "center" });
    } else if (document.querySelector('form[action$="/comments"]')) {
      event.preventDefault();
      const at = `${event.lngLat.lng.toFixed(6)},${event.lngLat.lat.toFixed(6)}`;
      follow(withSetting(new URL(location.href), "at", at), { replace: true });
    }
  };
  // Before the map's own question “what is here?”, which asks only when nobody has answered the click.
  plan.pointing.suspended = true;
  plan.map.on("click", click);
  const observer = new MutationObserver(draw);
  const panel = document.querySelector("main");
  if (panel) observer.observe(panel, { childList: true, subtree: true });
  const stopTheme = onThemeChanged(() => setTimeout(draw, 0));
  return {
    stop: () => {
      observer.disconnect();
      stopTheme();
      plan.map.off("click", click);
      plan.pointing.suspended = false;
      plan.removeDrawing(source);
      legend.remove();
    },
  };
}

function featuresOf({ position, content, before }: SavedChange): Feature[] {
  const was = isShape(before?.geometry) ? before.geometry : null;
  const feature = (role: string, geometry: Feature["geometry"] | null): Feature[] =>
    geometry ? [{ type: "Feature", properties: { position, role, name: nameOf(content) }, geometry }] : [];
  if (content.op === "create") return feature("added", content.geometry);
  if (content.op === "delete") return feature("removed", was ?? content.geometry);
  return [...feature("old", was), ...feature("changed", content.geometry)];
}

/** Comments of the page that lead to a place: `<li id="comment-3"> … <a href="…?at=106.4,10.5">`. */
function commentsOf(): Comment[] {
  return [...document.querySelectorAll<HTMLAnchorElement>('li[id^="comment-"] a[href*="at="]')].flatMap(
    (link): Comment[] => {
      const place = numbers(new URL(link.href).searchParams.get("at"), 2);
      const id = link.closest("li")?.id;
      return place && id ? [{ id, place: place as readonly [number, number] }] : [];
    },
  );
}

function pin({ id, place }: Comment): Feature {
  return {
    type: "Feature",
    properties: { comment: id, role: "comment" },
    geometry: { type: "Point", coordinates: [...place] },
  };
}

function layers(): LayerSpecification[] {
  const [teal, brick, surface, muted] = [
    themeColour("teal"),
    themeColour("brick"),
    themeColour("surface"),
    themeColour("muted"),
  ];
  const of = (...roles: string[]): ["in", ["get", string], ["literal", string[]]] => [
    "in",
    ["get", "role"],
    ["literal", roles],
  ];
  const isArea: ["==", ["geometry-type"], string] = ["==", ["geometry-type"], "Polygon"];
  const notPoint: ["!=", ["geometry-type"], string] = ["!=", ["geometry-type"], "Point"];
  return [
    {
      id: "review.area",
      type: "fill",
      source,
      filter: ["all", isArea, of("added", "changed")],
      paint: { "fill-color": teal, "fill-opacity": 0.18 },
    },
    {
      id: "review.removed",
      type: "fill",
      source,
      filter: ["all", isArea, of("removed")],
      paint: { "fill-color": brick, "fill-pattern": `pattern/hatch/${brick}` },
    },
    {
      id: "review.casing",
      type: "line",
      source,
      filter: ["all", notPoint, of("added", "changed")],
      layout: { "line-join": "round" },
      paint: { "line-color": surface, "line-width": 5 },
    },
    {
      id: "review.old",
      type: "line",
      source,
      filter: ["all", notPoint, of("old")],
      paint: { "line-color": muted, "line-width": 2, "line-dasharray": [3, 2] },
    },
    {
      id: "review.line",
      type: "line",
      source,
      filter: ["all", notPoint, of("added", "changed")],
      layout: { "line-join": "round" },
      paint: { "line-color": teal, "line-width": 2.5 },
    },
    {
      id: "review.gone",
      type: "line",
      source,
      filter: ["all", notPoint, of("removed")],
      paint: { "line-color": brick, "line-width": 2, "line-dasharray": [1, 1.5] },
    },
    {
      id: "review.theirs",
      type: "line",
      source,
      filter: ["all", notPoint, of("theirs")],
      paint: { "line-color": brick, "line-width": 2.5, "line-dasharray": [6, 1.5] },
    },
    {
      id: "review.point",
      type: "circle",
      source,
      filter: ["all", ["==", ["geometry-type"], "Point"], of("added", "changed", "old", "removed", "theirs")],
      paint: {
        "circle-radius": 9,
        "circle-color": ["match", ["get", "role"], ["removed", "theirs"], brick, "old", muted, teal],
        "circle-opacity": ["match", ["get", "role"], "old", 0.1, 0.35],
        "circle-stroke-width": 2.5,
        "circle-stroke-color": ["match", ["get", "role"], ["removed", "theirs"], brick, "old", muted, teal],
      },
    },
    {
      id: "review.comment",
      type: "circle",
      source,
      filter: of("comment"),
      paint: { "circle-radius": 8, "circle-color": brick, "circle-stroke-width": 2.5, "circle-stroke-color": surface },
    },
  ];
}

function makeLegend(changes: readonly SavedChange[], theirs: number): HTMLElement {
  const count = (op: string) => changes.filter(({ content }) => content.op === op).length;
  const item = (role: string, count: number, text: string) => {
    const swatch = make("span", { class: `review-swatch ${role}`, "aria-hidden": "true" });
    return count > 0 ? [make("li", {}, swatch, text)] : [];
  };
  const [added, changed, removed] = [count("create"), count("update"), count("delete")];
  return make(
    "div",
    { class: "review-legend", role: "note", "aria-label": say("Chú giải thay đổi", "Legend of changes") },
    make("h2", {}, say("Thay đổi của hồ sơ", "Changes")),
    make(
      "ul",
      {},
      // Only what there is: on a phone the legend stands before the map.
      ...item("added", added, say(`Thêm mới (${added})`, `Added (${added})`)),
      ...item("changed", changed, say(`Sửa: nét liền là mới (${changed})`, `Changed: solid is new (${changed})`)),
      ...item("old", changed, say("Nét đứt là trước đây", "Dashed is as it was")),
      ...item(
        "theirs",
        theirs,
        say(`Gạch dài: của họ, đã công bố (${theirs})`, `Long dashes: theirs, published (${theirs})`),
      ),
      ...item("removed", removed, say(`Bãi bỏ (${removed})`, `Abolished (${removed})`)),
    ),
  );
}
