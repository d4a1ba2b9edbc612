/** A publication, as the service announces it: its number and the layers it touched (none named: ask for all). */
export interface RevisionNews {
  readonly revision: number;
  readonly layers: readonly string[];
}

export interface RevisionListener {
  published(news: RevisionNews): void;
  connected(isConnected: boolean): void;
}

const longestPauseMilliseconds = 60_000;

/**
 * Listens to `/events`. The stream is closed while the page is hidden, because a browser allows a server only six
 * connections over HTTP/1.1; on the way back the greeting tells whether anything was missed.
 */
export class Revisions {
  readonly #listener: RevisionListener;
  #stream: EventSource | undefined;
  #known: number | undefined;
  #pauseMilliseconds = 2000;
  #retry: ReturnType<typeof setTimeout> | undefined;
  readonly #stop = new AbortController();

  constructor(listener: RevisionListener) {
    this.#listener = listener;
    document.addEventListener("visibilitychange", () => this.#followVisibility(), { signal: this.#stop.signal });
    this.#followVisibility();
  }

  close(): void {
    this.#stop.abort();
    this.#disconnect();
  }

  #followVisibility(): void {
    if (document.hidden) this.#disconnect();
    else if (!this.#stream) this.#connect();
  }

  #connect(): void {
    const stream = (this.#stream = new EventSource("/events"));
    stream.addEventListener("hello", (event) => {
      this.#pauseMilliseconds = 2000;
      this.#listener.connected(true);
      const { revision } = JSON.parse(event.data as string) as { revision: number };
      if (this.#known !== undefined && revision > this.#known) this.#hear({ revision, layers: [] });
      this.#known = revision;
    });
    stream.addEventListener("revision", (event) => this.#hear(JSON.parse(event.data as string) as RevisionNews));
    stream.addEventListener("error", () => {
      this.#listener.connected(false);
      // A refused stream stays closed; a broken one would be retried by the browser, but without ever waiting longer.
      this.#disconnect();
      this.#retry = setTimeout(() => this.#connect(), this.#pauseMilliseconds * (0.75 + Math.random() / 2));
      this.#pauseMilliseconds = Math.min(longestPauseMilliseconds, this.#pauseMilliseconds * 2);
    });
  }

  #hear(news: RevisionNews): void {
    if (this.#known !== undefined && news.revision <= this.#known) return;
    this.#known = news.revision;
    this.#listener.published(news);
  }

  #disconnect(): void {
    clearTimeout(this.#retry);
    this.#stream?.close();
    this.#stream = undefined;
  }
}
