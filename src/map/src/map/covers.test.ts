import { describe, expect, it } from "vitest";
import { roomTakenBy, roomTakenFrom } from "./covers";

const box = (left: number, top: number, right: number, bottom: number) => ({ left, top, right, bottom });

describe("the room that the page takes from the map", () => {
  it("is a drawer's width on a desktop, and nothing for what lies beside the map", () => {
    const frame = box(444, 56, 1440, 868);
    const covers = [box(0, 0, 1440, 56), box(64, 56, 444, 868), box(1040, 56, 1440, 868)];
    expect(roomTakenBy(covers, frame)).toEqual({ top: 0, bottom: 0, left: 0, right: 400 });
  });

  it("is the header above and the sheet below on a phone", () => {
    const frame = box(0, 0, 390, 844);
    expect(roomTakenBy([box(8, 8, 382, 96), box(0, 422, 390, 844)], frame)).toEqual({
      top: 96,
      bottom: 422,
      left: 0,
      right: 0,
    });
  });

  it("never leaves the map without a middle", () => {
    const frame = box(0, 0, 390, 844);
    expect(roomTakenBy([box(0, 68, 390, 844)], frame).bottom).toBeLessThan(844 * 0.6);
    expect(roomTakenBy([box(0, 0, 600, 800)], box(0, 0, 700, 800)).left).toBeLessThan(700 * 0.7);
  });

  it("is none while the map fills the screen, wherever the panel behind it stands", () => {
    const [frame, panel] = [document.createElement("div"), document.createElement("div")];
    panel.className = "panel";
    document.body.append(frame, panel);
    frame.getBoundingClientRect = () => new DOMRect(0, 0, 1440, 900);
    panel.getBoundingClientRect = () => new DOMRect(64, 56, 380, 812);
    const whole = { top: 0, bottom: 0, left: 0, right: 0 };
    expect(roomTakenFrom(frame)).not.toEqual(whole);
    Object.defineProperty(document, "fullscreenElement", { value: frame, configurable: true });
    expect(roomTakenFrom(frame)).toEqual(whole);
    Object.defineProperty(document, "fullscreenElement", { value: null, configurable: true });
    document.body.replaceChildren();
  });
});
