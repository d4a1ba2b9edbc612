import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { FeatureKey } from "../page/view";
import { Rows } from "./rows";

describe("rows that stand for features", () => {
  const hovered: (FeatureKey | undefined)[] = [];
  let rows: Rows;

  beforeEach(() => {
    hovered.length = 0;
    rows = new Rows((key) => hovered.push(key));
    document.body.innerHTML = `
      <ul><li data-feature="projects/7"><a href="/plan/projects/7">Cầu</a></li></ul>
      <table><tr data-feature="districts/4"><td><a href="/plan/districts/4">Đức Hòa</a></td></tr></table>`;
  });

  afterEach(() => rows.disconnect());

  const link = (href: string) => document.querySelector<HTMLElement>(`a[href="${href}"]`);

  it("are pointed at by mouse or keyboard, anywhere inside", () => {
    link("/plan/projects/7")?.dispatchEvent(new Event("pointerover", { bubbles: true }));
    link("/plan/projects/7")?.dispatchEvent(new Event("pointerout", { bubbles: true }));
    link("/plan/districts/4")?.focus();
    expect(hovered).toEqual([{ layer: "projects", id: 7 }, undefined, { layer: "districts", id: 4 }]);
  });

  it("are marked for what the pointer is over on the map, one feature at a time", () => {
    rows.mark({ layer: "projects", id: 7 });
    rows.mark({ layer: "districts", id: 4 });
    expect(document.querySelectorAll("[data-hover]")).toHaveLength(1);
    expect(document.querySelector("tr")?.hasAttribute("data-hover")).toBe(true);
  });

  it("take the selection only in a table, where the feature is already being read", () => {
    expect(rows.select({ layer: "projects", id: 7 })).toBe(false);
    expect(rows.select({ layer: "districts", id: 4 })).toBe(true);
    expect(document.activeElement).toBe(link("/plan/districts/4"));
  });
});
