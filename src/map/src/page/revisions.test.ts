import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Revisions, type RevisionNews } from "./revisions";

/** The browser's stream, spoken to by the test instead of a server. */
class FakeStream extends EventTarget {
  static last: FakeStream;
  static opened = 0;
  closed = false;

  constructor() {
    super();
    FakeStream.last = this;
    FakeStream.opened++;
  }

  say(event: string, data: object): void {
    this.dispatchEvent(new MessageEvent(event, { data: JSON.stringify(data) }));
  }

  close(): void {
    this.closed = true;
  }
}

describe("listening for publications", () => {
  const heard: RevisionNews[] = [];
  const connection: boolean[] = [];
  let revisions: Revisions;

  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal("EventSource", FakeStream);
    heard.length = connection.length = FakeStream.opened = 0;
    revisions = new Revisions({
      published: (news) => heard.push(news),
      connected: (isConnected) => connection.push(isConnected),
    });
    FakeStream.last.say("hello", { revision: 12 });
  });

  afterEach(() => {
    revisions.close();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it("tells of each publication once", () => {
    FakeStream.last.say("revision", { revision: 13, layers: ["projects"] });
    FakeStream.last.say("revision", { revision: 13, layers: ["projects"] });
    expect(heard).toEqual([{ revision: 13, layers: ["projects"] }]);
  });

  it("comes back after an interruption and tells what was missed", () => {
    FakeStream.last.dispatchEvent(new Event("error"));
    expect(FakeStream.last.closed).toBe(true);
    vi.advanceTimersByTime(3000);
    expect(FakeStream.opened).toBe(2);
    FakeStream.last.say("hello", { revision: 15 });
    expect(heard).toEqual([{ revision: 15, layers: [] }]);
    expect(connection).toEqual([true, false, true]);
  });

  it("waits longer each time", () => {
    for (const wait of [3000, 6000, 11000]) {
      FakeStream.last.dispatchEvent(new Event("error"));
      vi.advanceTimersByTime(wait / 2.1);
      const before = FakeStream.opened;
      vi.advanceTimersByTime(wait);
      expect(FakeStream.opened).toBe(before + 1);
    }
  });

  it("is silent about a greeting that brings nothing new", () => {
    FakeStream.last.dispatchEvent(new Event("error"));
    vi.advanceTimersByTime(3000);
    FakeStream.last.say("hello", { revision: 12 });
    expect(heard).toEqual([]);
  });
});
