import { afterEach, describe, expect, it, vi } from "vitest";
import type { Basemap } from "../style/plan-style";
import { ForeignStyle } from "./foreign-style";

const basemap = { code: "abroad", kind: "vector", url: "https://tiles.example/style.json" } as unknown as Basemap;
const style = { version: 8, sources: {}, layers: [] };

/** The network answers so, one answer after the other. */
function answering(...answers: (() => Response)[]) {
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
  const fetched = vi.fn(() => Promise.resolve((answers.shift() ?? Response.error)()));
  vi.stubGlobal("fetch", fetched);
  return fetched;
}

describe("the style of a vector basemap", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("is fetched once for as long as it is in use", async () => {
    const fetched = answering(() => Response.json(style));
    const foreign = new ForeignStyle();
    await foreign.load(basemap);
    await foreign.load(basemap);
    expect(fetched).toHaveBeenCalledTimes(1);
    expect(foreign.style).toEqual(style);
    expect(foreign.failed).toBe(false);
  });

  it.each([
    ["refused", () => new Response("", { status: 503 })],
    ["no JSON", () => new Response("<html>")],
    ["no style", () => Response.json({ error: "key" })],
  ])("has failed when the answer is %s, and comes when asked again", async (_, answer) => {
    answering(answer, () => Response.json(style));
    const foreign = new ForeignStyle();
    await foreign.load(basemap);
    expect(foreign.failed).toBe(true);
    expect(foreign.style).toBeUndefined();
    await foreign.load(basemap);
    expect(foreign.failed).toBe(false);
    expect(foreign.style).toEqual(style);
  });

  it("has not failed any more once another basemap is in use", async () => {
    answering(() => new Response("", { status: 503 }));
    const foreign = new ForeignStyle();
    await foreign.load(basemap);
    await foreign.load(undefined);
    expect(foreign.failed).toBe(false);
  });
});
