import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { SearchElement } from "./la-search";

customElements.define("la-search", SearchElement);

const page = `
  <la-search>
    <form role="search" action="/en/search" method="get">
      <input name="q" type="search"><input type="hidden" name="as-of" value="2024-01-01">
    </form>
  </la-search>`;

const suggestions = `
  <li role="presentation">Places</li>
  <li role="option" id="s1" data-href="/plan/districts/1" data-extent="106.3,10.8,106.5,11"><span class="found-name">Đức Hòa</span></li>
  <li role="option" id="s2" data-href="/plan/districts/2" data-extent="106.1,10.9,106.3,11">Đức Huệ</li>
  <li role="option" id="all" data-href="/search?q=duc">All</li>`;

describe("searching as one types", () => {
  const asked = vi.fn<(url: string, options: { signal: AbortSignal }) => Promise<Response>>();
  const followed = vi.fn<(url: string) => void>();
  let input: HTMLInputElement;

  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal("fetch", asked.mockResolvedValue(new Response(suggestions)));
    window.Blazor = { navigateTo: followed };
    document.body.innerHTML = page;
    const found = document.querySelector<HTMLInputElement>("input[name=q]");
    if (!found) throw new Error("The page has no search box");
    input = found;
  });

  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
    vi.clearAllMocks();
  });

  const type = (words: string) => {
    input.value = words;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const press = (key: string) => input.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  const expanded = () => input.getAttribute("aria-expanded");

  it("asks once after a pause, with the form's other fields, for the last words only", async () => {
    type("d");
    await vi.advanceTimersByTimeAsync(60);
    type("duc");
    await vi.advanceTimersByTimeAsync(150);
    expect(asked).toHaveBeenCalledTimes(1);
    expect(asked.mock.calls[0]?.[0]).toBe("/en/search/suggest?q=duc&as-of=2024-01-01");
  });

  it("gives up an answer that newer words have overtaken", async () => {
    type("d");
    await vi.advanceTimersByTimeAsync(130);
    type("du");
    expect(asked.mock.calls[0]?.[1].signal.aborted).toBe(true);
  });

  it("is operated by the keyboard and says what is active", async () => {
    type("duc");
    await vi.advanceTimersByTimeAsync(150);
    expect(expanded()).toBe("true");
    press("ArrowDown");
    press("ArrowDown");
    expect(input.getAttribute("aria-activedescendant")).toBe("s2");
    press("ArrowUp");
    press("Enter");
    expect(followed).toHaveBeenCalledWith("/plan/districts/1", { replaceHistoryEntry: false });
    expect(input.value).toBe("Đức Hòa");
    expect(expanded()).toBe("false");
  });

  it("closes on Escape and leaves the words", async () => {
    type("duc");
    await vi.advanceTimersByTimeAsync(150);
    press("Escape");
    expect(expanded()).toBe("false");
    expect(input.value).toBe("duc");
  });

  it("counts places, not the link to all results", async () => {
    type("duc");
    await vi.advanceTimersByTimeAsync(150);
    expect(document.querySelector("la-search [role=status]")?.textContent).toMatch(/^2 /);
  });
});
