import { follow } from "../page/navigation";

/** `<la-again every="2">`: a page of work that goes on is asked for again in place after so many seconds, while it is seen. */
export class AgainElement extends HTMLElement {
  #timer: ReturnType<typeof setInterval> | undefined;

  connectedCallback(): void {
    const seconds = Number(this.getAttribute("every") ?? "5");
    this.#timer = setInterval(() => {
      if (document.visibilityState === "visible") follow(location.pathname + location.search, { replace: true });
    }, seconds * 1000);
  }

  disconnectedCallback(): void {
    clearInterval(this.#timer);
  }
}
