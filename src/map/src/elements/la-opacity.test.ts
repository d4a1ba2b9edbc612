import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { parseView } from "../page/view";
import { views } from "../page/views";
import { OpacityElement } from "./la-opacity";

customElements.define("la-opacity", OpacityElement);

describe("a layer's opacity slider", () => {
  const followed = vi.fn<(url: string, options: object) => void>();

  beforeEach(() => {
    vi.useFakeTimers();
    followed.mockClear();
    window.Blazor = { navigateTo: followed };
    location.href = "http://plan.test/?opacity=communes:0.5";
    views.announce(parseView((name) => (name === "opacity" ? "communes:0.5" : null)));
    document.body.innerHTML = `<la-opacity layer="districts" value="1" label="Độ đậm"><a href="/">100 %</a></la-opacity>`;
  });

  afterEach(() => vi.useRealTimers());

  const slider = () => {
    const found = document.querySelector("la-opacity")?.shadowRoot?.querySelector("input");
    if (!found) throw new Error("There is no slider");
    return found;
  };
  const slide = (value: string, event: string) => {
    slider().value = value;
    slider().dispatchEvent(new Event(event, { bubbles: true }));
  };

  it("shows on the map while it moves, and goes into the address when it rests", () => {
    slide("0.4", "input");
    expect(views.current?.opacity).toEqual(new Map([["communes", 0.5], ["districts", 0.4]])); // prettier-ignore
    expect(followed).not.toHaveBeenCalled();
    slide("0.35", "change");
    slide("0.4", "change");
    vi.advanceTimersByTime(500);
    expect(followed).toHaveBeenCalledTimes(1);
    expect(followed).toHaveBeenCalledWith("/?opacity=communes:0.5,districts:0.4", { replaceHistoryEntry: true });
  });

  it("takes the page's value when the page changes it", () => {
    document.querySelector("la-opacity")?.setAttribute("value", "0.25");
    expect(slider().value).toBe("0.25");
  });

  it("leaves the default out of the address", () => {
    slide("1", "change");
    vi.advanceTimersByTime(500);
    expect(followed).toHaveBeenCalledWith("/?opacity=communes:0.5", { replaceHistoryEntry: true });
  });
});
