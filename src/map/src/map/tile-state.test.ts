import type { Map as MapLibreMap, StyleSpecification } from "maplibre-gl";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { TileState } from "./tile-state";

const empty: StyleSpecification = { version: 8, sources: {}, layers: [] };

/** As much of a map as tile state listens to. */
function listenedTo() {
  const listeners = new Map<string, (() => void)[]>();
  const triggerRepaint = vi.fn();
  const map = {
    on: (event: string, listener: () => void) => listeners.set(event, [...(listeners.get(event) ?? []), listener]),
    getContainer: () => document.createElement("div"),
    triggerRepaint,
  };
  const tell = (event: string) => listeners.get(event)?.forEach((listener) => listener());
  new TileState(map as unknown as MapLibreMap, () => empty, { changed: () => undefined, packFailed: () => undefined });
  return { tell, triggerRepaint };
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
});
