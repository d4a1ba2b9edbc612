import type { Map as MapLibreMap, StyleSpecification } from "maplibre-gl";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { TileState } from "./tile-state";

const empty: StyleSpecification = { version: 8, sources: {}, layers: [] };

/** As much of a map as tile state listens to. */
function listenedTo(style = empty) {
  const listeners = new Map<string, ((event?: unknown) => void)[]>();
  const triggerRepaint = vi.fn();
  const map = {
    on: (event: string, listener: (event?: unknown) => void) =>
      listeners.set(event, [...(listeners.get(event) ?? []), listener]),
    getContainer: () => document.createElement("div"),
    triggerRepaint,
  };
  const tell = (event: string, detail?: unknown) => listeners.get(event)?.forEach((listener) => listener(detail));
  const state = new TileState(map as unknown as MapLibreMap, () => style, {
    changed: () => undefined,
    packFailed: () => undefined,
  });
  return { state, tell, triggerRepaint };
}

describe("the state of the tiles", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it("asks a map that loads to draw until it is at rest", () => {
    const { tell, triggerRepaint } = listenedTo();
    tell("dataloading");
    tell("dataloading");
    vi.advanceTimersByTime(3000);
    expect(triggerRepaint).toHaveBeenCalledTimes(3);
    tell("idle");
    vi.advanceTimersByTime(3000);
    expect(triggerRepaint).toHaveBeenCalledTimes(3);
  });

  it("leaves a map alone that is gone", () => {
    const { tell, triggerRepaint } = listenedTo();
    tell("dataloading");
    tell("remove");
    vi.advanceTimersByTime(3000);
    expect(triggerRepaint).not.toHaveBeenCalled();
  });

  it("knows that the basemap failed for as long as it is in use", () => {
    const style: StyleSpecification = { ...empty, sources: { basemap: { type: "raster", tiles: [] } } };
    const { state, tell } = listenedTo(style);
    tell("error", { sourceId: "communes" });
    expect(state.basemapFailed).toBe(false);
    tell("error", { sourceId: "basemap" });
    expect(state.basemapFailed).toBe(true);
    style.sources = {};
    expect(state.basemapFailed).toBe(false);
  });
});
