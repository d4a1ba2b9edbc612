import { beforeEach, describe, expect, it, vi } from "vitest";
import { PresentElement } from "./la-present";

customElements.define("la-present", PresentElement);

const followed: string[] = [];
vi.mock("../page/navigation", () => ({ follow: (url: string) => void followed.push(url) }));

describe("a view of a presentation", () => {
  beforeEach(() => {
    followed.length = 0;
    document.body.innerHTML = `
      <la-present><a data-go="previous" href="/a?present=1">‹</a><a data-go="next" href="/a?present=3">›</a>
        <a data-go="exit" href="/a">Thoát</a><input></la-present>`;
  });

  const press = (key: string) => document.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));

  it("is left by arrow keys, a clicker's page keys and Escape", () => {
    for (const key of ["ArrowRight", "PageUp", "Escape", "x"]) press(key);
    expect(followed).toEqual(["/a?present=3", "/a?present=1", "/a"]);
  });

  it("leaves the arrows to a field that has the focus, but not Escape", () => {
    document.querySelector("input")?.focus();
    press("ArrowRight");
    press("Escape");
    expect(followed).toEqual(["/a"]);
  });

  it("does nothing on a key that has no link here", () => {
    press("Home");
    expect(followed).toEqual([]);
  });
});
