import type { LayerSpecification } from "maplibre-gl";
import { planLayerOf, roleOf } from "../style/plan-style";
import { themeColour } from "../theme-colours";
import type { Editor } from "./editor";

/**
 * Changed features wear the symbols of their layer, so that the plan looks as it will; over them an outline says that
 * they are changed. What is to be abolished is only crossed out in outline.
 */
export function draftLayers({ plan }: Editor): LayerSpecification[] {
  const own = plan.style.layers.flatMap((layer): LayerSpecification[] => {
    const code = planLayerOf(layer);
    if (code === undefined || roleOf(layer) === "highlight" || !("source-layer" in layer)) return [];
    const { filter, layout, ...rest } = layer;
    const alone: Partial<typeof rest> = { ...rest };
    delete alone["source-layer"];
    const isLabel = roleOf(layer) === "label";
    const part = isLabel
      ? ["any", ["has", "edit-label"], ["!=", ["geometry-type"], "Polygon"]]
      : ["!", ["has", "edit-label"]];
    const mine = ["all", ["==", ["get", "edit-layer"], code], ["!=", ["get", "edit-op"], "delete"], part];
    const both = filter === undefined ? mine : ["all", filter, mine];
    const visible = { ...layout, visibility: "visible" };
    return [
      {
        ...alone,
        id: `edit.${layer.id}`,
        source: "edit-draft",
        filter: both,
        layout: visible,
        minzoom: 0,
        maxzoom: 24,
      } as unknown as LayerSpecification,
    ];
  });
  const colour = themeColour("teal");
  return [
    ...own,
    {
      id: "edit-draft.area",
      type: "fill",
      source: "edit-draft",
      filter: ["all", ["==", ["geometry-type"], "Polygon"], ["!=", ["get", "edit-op"], "delete"]],
      paint: { "fill-color": colour, "fill-opacity": 0.07 },
    },
    {
      id: "edit-draft.line",
      type: "line",
      source: "edit-draft",
      filter: ["all", ["!=", ["geometry-type"], "Point"], ["!=", ["get", "edit-op"], "delete"]],
      layout: { "line-join": "round" },
      paint: { "line-color": colour, "line-width": 2 },
    },
    {
      id: "edit-draft.removed",
      type: "line",
      source: "edit-draft",
      filter: ["all", ["!=", ["geometry-type"], "Point"], ["==", ["get", "edit-op"], "delete"]],
      paint: { "line-color": themeColour("brick"), "line-width": 2, "line-dasharray": [2, 2] },
    },
    {
      id: "edit-draft.point",
      type: "circle",
      source: "edit-draft",
      filter: ["all", ["==", ["geometry-type"], "Point"], ["!", ["has", "edit-label"]]],
      paint: {
        "circle-radius": 11,
        "circle-color": colour,
        "circle-opacity": 0.07,
        "circle-stroke-width": 2,
        "circle-stroke-color": ["case", ["==", ["get", "edit-op"], "delete"], themeColour("brick"), colour],
      },
    },
  ];
}

/** The others who work on the draft. */
export function peopleLayers(): LayerSpecification[] {
  const source = "edit-people";
  const colour = themeColour("teal");
  return [
    {
      id: "edit-people.dot",
      type: "circle",
      source,
      paint: {
        "circle-radius": 6,
        "circle-color": colour,
        "circle-stroke-width": 2,
        "circle-stroke-color": themeColour("surface"),
      },
    },
    {
      id: "edit-people.name",
      type: "symbol",
      source,
      layout: {
        "text-field": ["get", "name"],
        "text-font": ["Be Vietnam Pro SemiBold"],
        "text-size": 12,
        "text-anchor": "left",
        "text-offset": [0.9, 0],
        "text-allow-overlap": true,
      },
      paint: { "text-color": colour, "text-halo-color": themeColour("surface"), "text-halo-width": 2 },
    },
  ];
}
