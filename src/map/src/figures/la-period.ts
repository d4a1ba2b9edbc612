import { reducedMotion } from "../map/motion";
import { follow, onPageChanged } from "../page/navigation";
import { withSetting } from "../page/urls";
import { views } from "../page/views";
import { say } from "../say";

/** How long a period stays on show while the slider plays. */
const stepMilliseconds = 1400;

/** How long the slider must rest before the page follows the map. */
const restMilliseconds = 350;

/**
 * `<la-period periods="2009,2019" words="năm 2009|năm 2019">`: the slider over the periods of an indicator. Moving it
 * recolours the map at once, from values that are there already; the page follows when it comes to rest. All of it
 * stands in the page as the server wrote it, hidden until this element is there to make it work.
 */
export class PeriodElement extends HTMLElement {
  #stop = new AbortController();
  #rest: ReturnType<typeof setTimeout> | undefined;
  #playing: ReturnType<typeof setInterval> | undefined;
  /** What the map shows while the page still speaks of another period. */
  #ahead: string | undefined;

  connectedCallback(): void {
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    this.addEventListener("input", (event) => this.#moved(event), { signal });
    this.addEventListener("change", (event) => this.#settled(event), { signal });
    this.addEventListener("click", (event) => this.#pressed(event), { signal });
    const stopListening = views.listen((view) => {
      // An answer about an earlier position of the slider must not take the map back there.
      if (this.#ahead && view.figures && view.figures.period !== this.#ahead) this.#show(this.#ahead);
    });
    signal.addEventListener("abort", stopListening);
    onPageChanged(() => {
      if (this.isConnected) this.#relabel();
    });
    this.#relabel();
  }

  disconnectedCallback(): void {
    this.#stop.abort();
    clearTimeout(this.#rest);
    this.#pause();
  }

  get #slider(): HTMLInputElement | null {
    return this.querySelector<HTMLInputElement>('input[type="range"]');
  }

  get #periods(): readonly string[] {
    return (this.getAttribute("periods") ?? "").split(",").filter(Boolean);
  }

  #wordsOf(index: number): string {
    return (this.getAttribute("words") ?? "").split("|")[index] ?? this.#periods[index] ?? "";
  }

  #moved({ target }: Event): void {
    if (target !== this.#slider) return;
    this.#pause();
    this.#go(Number(this.#slider?.value));
  }

  #settled({ target }: Event): void {
    if (target === this.#slider && this.#ahead) this.#followSoon(0);
  }

  #pressed({ target }: Event): void {
    if (!(target instanceof Element) || !target.closest("[data-play]")) return;
    if (this.#playing) this.#pause();
    else if (reducedMotion()) this.#step();
    else this.#play();
  }

  #play(): void {
    if (Number(this.#slider?.value) === this.#periods.length - 1) this.#go(0);
    else this.#step();
    this.#playing = setInterval(() => {
      if (!this.#step()) this.#pause();
    }, stepMilliseconds);
    this.#relabel();
  }

  #pause(): void {
    clearInterval(this.#playing);
    this.#playing = undefined;
    this.#relabel();
  }

  /** To the next period; false when that was the last. With less motion it goes round, a press at a time. */
  #step(): boolean {
    const next = Number(this.#slider?.value) + 1;
    const isOver = next >= this.#periods.length;
    if (isOver && !reducedMotion()) return false;
    this.#go(isOver ? 0 : next);
    return true;
  }

  #go(index: number): void {
    const [slider, period] = [this.#slider, this.#periods[index]];
    if (!slider || period === undefined) return;
    slider.value = String(index);
    this.#ahead = period;
    this.#show(period);
    this.#relabel();
    this.#followSoon(restMilliseconds);
  }

  #show(period: string): void {
    const view = views.current;
    if (view?.figures && view.figures.period !== period)
      views.announce({ ...view, figures: { ...view.figures, period } });
  }

  #followSoon(milliseconds: number): void {
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => {
      const period = this.#ahead;
      this.#ahead = undefined;
      if (period) follow(addressOf(new URL(location.href), period), { replace: true });
    }, milliseconds);
  }

  #relabel(): void {
    const slider = this.#slider;
    if (!slider) return;
    const words = this.#wordsOf(Number(slider.value));
    slider.setAttribute("aria-valuetext", words);
    const output = this.querySelector("output");
    if (output) output.textContent = words;
    const button = this.querySelector("[data-play]");
    if (!button) return;
    const label = this.#playing
      ? say("Dừng", "Pause")
      : reducedMotion()
        ? say("Kỳ tiếp theo", "Next period")
        : say("Chạy qua các kỳ", "Play through the periods");
    button.setAttribute("aria-label", label);
    button.setAttribute("title", label);
    button.toggleAttribute("data-playing", this.#playing !== undefined);
  }
}

/** The page of another period: years are `year`, other periods `period`. */
export function addressOf(current: URL, period: string): string {
  const isYear = /^\d{4}$/.test(period);
  const without = new URL(withSetting(current, isYear ? "period" : "year", undefined), current);
  return withSetting(without, isYear ? "year" : "period", period);
}
