import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { RegionRows } from "./region-rows";

describe("rows that stand for regions", () => {
  const pointed: (string | undefined)[] = [];
  let rows: RegionRows;

  beforeEach(() => {
    pointed.length = 0;
    rows = new RegionRows((region) => pointed.push(region));
    document.body.innerHTML = `
      <ol><li data-region="803"><a href="?region=803">Bến Lức</a></li><li data-region="795-798">Mộc Hóa</li></ol>`;
  });

  afterEach(() => rows.disconnect());

  it("are pointed at by mouse and keyboard", () => {
    document.querySelector("a")?.dispatchEvent(new Event("pointerover", { bubbles: true }));
    document.querySelector("a")?.dispatchEvent(new Event("pointerout", { bubbles: true }));
    document.querySelector<HTMLElement>("a")?.focus();
    expect(pointed).toEqual(["803", undefined, "803"]);
  });

  it("are marked for the region under the pointer on the map, one at a time", () => {
    rows.mark("803");
    rows.mark("795-798");
    expect([...document.querySelectorAll("[data-hover]")].map((row) => row.textContent)).toEqual(["Mộc Hóa"]);
    rows.mark(undefined);
    expect(document.querySelector("[data-hover]")).toBeNull();
  });
});
