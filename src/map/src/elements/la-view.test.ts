import { describe, expect, it } from "vitest";
import type { View } from "../page/view";
import { views } from "../page/views";
import { ViewElement } from "./la-view";

customElements.define("la-view", ViewElement);

describe("the page telling the map what to show", () => {
  it("is heard once, however many attributes change together", async () => {
    const element = document.createElement("la-view");
    document.body.replaceChildren(element);
    await Promise.resolve();
    const heard: View[] = [];
    const stop = views.listen((view) => heard.push(view));
    heard.length = 0;
    element.setAttribute("layers", "districts");
    element.setAttribute("extent", "105.5,10.4,106.8,11.1");
    element.setAttribute("highlight", "districts/4");
    await Promise.resolve();
    stop();
    expect(heard).toHaveLength(1);
    expect(heard[0]).toMatchObject({ layers: ["districts"], highlight: [{ layer: "districts", id: 4 }] });
  });

  it("is silent once it has left the page", async () => {
    const element = document.createElement("la-view");
    document.body.replaceChildren(element);
    await Promise.resolve();
    const heard: View[] = [];
    const stop = views.listen((view) => heard.push(view));
    heard.length = 0;
    element.setAttribute("layers", "projects");
    element.remove();
    await Promise.resolve();
    stop();
    expect(heard).toEqual([]);
  });
});
