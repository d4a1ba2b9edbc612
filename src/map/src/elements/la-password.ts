import { say } from "../say";
import { make } from "./dom";

/** `<la-password>` round a password field: a button that shows what was typed, for as long as it is wanted. */
export class PasswordElement extends HTMLElement {
  #button: HTMLButtonElement | undefined;

  connectedCallback(): void {
    const field = this.querySelector("input");
    if (!field || this.#button?.isConnected) return;
    this.#button = make("button", { type: "button", class: "quiet" });
    this.#tell(false);
    this.#button.addEventListener("click", () => {
      const shown = field.type === "password";
      field.type = shown ? "text" : "password";
      this.#tell(shown);
    });
    // Browsers keep what plain text fields held.
    field.form?.addEventListener("submit", () => {
      field.type = "password";
    });
    this.append(this.#button);
  }

  disconnectedCallback(): void {
    this.#button?.remove();
    this.#button = undefined;
  }

  #tell(shown: boolean): void {
    if (!this.#button) return;
    this.#button.textContent = shown ? say("Ẩn", "Hide") : say("Hiện", "Show");
    this.#button.setAttribute(
      "aria-label",
      shown ? say("Ẩn mật khẩu", "Hide the password") : say("Hiện mật khẩu", "Show the password"),
    );
  }
}
