import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { parseView } from "../page/view";
import { views } from "../page/views";
import { addressOf, PeriodElement } from "./la-period";

customElements.define("la-period", PeriodElement);

const followed: string[] = [];
vi.mock("../page/navigation", () => ({
  follow: (url: string) => void followed.push(url),
  onPageChanged: () => undefined,
}));

const attributes: Record<string, string> = { figures: "/indicators/a/map.json", period: "2009" };

describe("the slider over periods", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    followed.length = 0;
    history.replaceState(null, "", "/indicators/a?year=2009&method=equal");
    document.body.innerHTML = `
      <la-period periods="2009,2014,2019" words="năm 2009|năm 2014|năm 2019"><button data-play></button>
        <input type="range" min="0" max="2" value="0"><output></output></la-period>`;
    views.announce(parseView((name) => attributes[name] ?? null));
  });

  afterEach(() => {
    document.body.innerHTML = "";
    vi.useRealTimers();
  });

  const slider = () => {
    const found = document.querySelector("input");
    if (!found) throw new Error("There is no slider");
    return found;
  };
  const move = (place: number) => {
    slider().value = String(place);
    slider().dispatchEvent(new Event("input", { bubbles: true }));
  };
  const onMap = () => views.current?.figures?.period;

  it("recolours the map at once and lets the page follow when it rests", () => {
    move(1);
    move(2);
    expect(onMap()).toBe("2019");
    expect(document.querySelector("output")?.textContent).toBe("năm 2019");
    expect(slider().getAttribute("aria-valuetext")).toBe("năm 2019");
    expect(followed).toEqual([]);
    vi.advanceTimersByTime(400);
    expect(followed).toEqual(["/indicators/a?year=2019&method=equal"]);
  });

  it("is not taken back by an answer about where it was before", () => {
    move(2);
    views.announce(parseView((name) => ({ ...attributes, period: "2014" })[name] ?? null));
    expect(onMap()).toBe("2019");
  });

  it("plays to the last period and stops there", () => {
    document.querySelector("button")?.click();
    expect(onMap()).toBe("2014");
    vi.advanceTimersByTime(1500);
    expect(onMap()).toBe("2019");
    vi.advanceTimersByTime(5000);
    expect(onMap()).toBe("2019");
    expect(document.querySelector("button")?.hasAttribute("data-playing")).toBe(false);
  });
});

describe("the page of a period", () => {
  it("names a year as year and a quarter as period, never both", () => {
    expect(addressOf(new URL("http://plan.test/indicators/a?period=2024-Q1"), "2019")).toBe("/indicators/a?year=2019");
    expect(addressOf(new URL("http://plan.test/indicators/a?year=2019"), "2024-Q1")).toBe(
      "/indicators/a?period=2024-Q1",
    );
  });
});
