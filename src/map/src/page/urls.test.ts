import { describe, expect, it } from "vitest";
import { isOfNow, sitePage, whatIsHere, withParameter, withPlace, withSetting } from "./urls";

describe("the address of what is here", () => {
  it("keeps language, layers and time, and nothing else", () => {
    const current = new URL("http://plan.test/en/plan/projects?layers=a,b&as-of=2024-01-01&q=x&after=9#map=9/10/106");
    expect(whatIsHere(current, 10.5333, 106.4133, 12.34)).toBe(
      "/en/at?lat=10.533300&lon=106.413300&z=12.3&as-of=2024-01-01&layers=a,b",
    );
  });

  it("has no prefix in Vietnamese", () => {
    expect(whatIsHere(new URL("http://plan.test/energy"), 10, 106, 9)).toMatch(/^\/at\?/);
  });
});

describe("a changed setting", () => {
  it("leaves the rest of the address and the fragment", () => {
    const current = new URL("http://plan.test/plan?as-of=2024-01-01#map=9/10/106");
    expect(withSetting(current, "layers", "a,b")).toBe("/plan?as-of=2024-01-01&layers=a,b#map=9/10/106");
    expect(withSetting(current, "as-of", undefined)).toBe("/plan#map=9/10/106");
  });

  it("does not touch the placeholders of a tile address", () => {
    expect(withParameter("http://plan.test/tiles/a/{z}/{x}/{y}.mvt?revision=1", "revision", "2")).toBe(
      "http://plan.test/tiles/a/{z}/{x}/{y}.mvt?revision=2",
    );
  });
});

describe("an investor's search", () => {
  it("leads to a site with the language and moment of the page, without its filters", () => {
    const current = new URL("http://plan.test/en/invest?stage=calling&as-of=2024-01-01&page=2#map=9/10/106");
    expect(sitePage(current, "projects", 7)).toBe("/en/invest/projects/7?as-of=2024-01-01");
  });

  it("has one part of the map at a time, and begins again at its first page", () => {
    const current = new URL("http://plan.test/invest?stage=calling&bbox=1,2,3,4&page=3");
    expect(withPlace(current, "within", "106,10;107,10;107,11")).toBe(
      "/invest?stage=calling&within=106,10%3B107,10%3B107,11",
    );
  });
});

describe("a page", () => {
  it("is of now unless it asks for an earlier knowledge", () => {
    expect(isOfNow(new URL("http://plan.test/?as-of=2024-01-01"))).toBe(true);
    expect(isOfNow(new URL("http://plan.test/?known-at=r3"))).toBe(false);
  });
});
