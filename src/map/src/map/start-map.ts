import { language } from "../say";
import type { View } from "../page/view";
import type { views as pageViews } from "../page/views";
import { onThemeChanged } from "../theme-colours";
import { make } from "../elements/dom";
import { canDraw } from "./create-map";
import { DraftHost } from "./draft-host";
import { MapFurniture } from "./furniture";
import { PlanMap } from "./plan-map";
import { StyleLoader } from "./style-loader";

/** Starts the map inside its element and keeps it in step with the page. Returns how to stop. */
export function startMap(element: HTMLElement, views: typeof pageViews): () => void {
  const container = make("div", { class: "map-canvas" });
  const furniture = new MapFurniture(element);
  element.replaceChildren(container, furniture.root);
  if (!canDraw()) {
    element.setAttribute("data-undrawable", "");
    furniture.notices.cannotDraw();
    return () => element.replaceChildren();
  }

  const loader = new StyleLoader();
  const drafts = new DraftHost(furniture);
  let plan: PlanMap | undefined;
  let opening: Promise<void> | undefined;
  let latest: View | undefined;
  let shownLanguage = language();

  const open = async (view: View): Promise<void> => {
    furniture.notices.opening(() => loader.cancel());
    try {
      plan = await PlanMap.open(container, view, loader, furniture);
      furniture.attach(plan);
      void drafts.show(plan, view);
      if (latest && latest !== view) void show(latest);
    } catch (reason) {
      if (reason instanceof DOMException && reason.name === "AbortError" && latest !== view && latest) {
        await open(latest);
        return;
      }
      console.error(reason);
      furniture.notices.failed(() => {
        opening = undefined;
        if (latest) void show(latest);
      });
    }
  };

  const show = async (view: View): Promise<void> => {
    latest = view;
    if (shownLanguage !== language()) {
      shownLanguage = language();
      furniture.relabel();
    }
    if (!plan) {
      opening ??= open(view);
      return;
    }
    try {
      void drafts.show(plan, view);
      await plan.show(view);
      await furniture.swipe.show(view);
      furniture.notices.opened();
    } catch (reason) {
      console.error(reason);
      furniture.notices.failed(() => void show(view));
    }
  };

  const stops = [
    views.listen((view) => void show(view)),
    onThemeChanged(() => {
      void plan?.changeTheme().then(() => latest && furniture.swipe.show(latest));
    }),
    () => drafts.stop(),
    () => furniture.remove(),
    () => plan?.remove(),
  ];
  return () => stops.forEach((stop) => stop());
}
