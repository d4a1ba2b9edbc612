import { say } from "../say";
import { icon, make } from "./dom";
import { icons } from "./icons";
import { KeptElement } from "./kept-element";

type Choice = "system" | "light" | "dark";
const choices: readonly Choice[] = ["system", "light", "dark"];

/** `<la-theme>`: light, dark, or as the system has it. Kept in the browser; theme.ts applies it before the first paint. */
export class ThemeElement extends KeptElement {
  protected content(): readonly Node[] {
    const now = chosen();
    const button = make("button", { type: "button" }, icon(icons.theme), make("span", {}, name(now)));
    button.setAttribute("aria-label", say(`Giao diện: ${name(now)}. Đổi`, `Theme: ${name(now)}. Change`));
    button.addEventListener("click", () => {
      choose(choices[(choices.indexOf(now) + 1) % choices.length] ?? "system");
      this.redraw();
      this.querySelector("button")?.focus();
    });
    return [button];
  }
}

function name(choice: Choice): string {
  switch (choice) {
    case "light":
      return say("Sáng", "Light");
    case "dark":
      return say("Tối", "Dark");
    default:
      return say("Tự động", "System");
  }
}

function chosen(): Choice {
  const theme = document.documentElement.dataset["theme"];
  return theme === "light" || theme === "dark" ? theme : "system";
}

function choose(choice: Choice): void {
  try {
    if (choice === "system") localStorage.removeItem("theme");
    else localStorage.setItem("theme", choice);
  } catch {
    // Storage may be forbidden; the choice then holds for this page.
  }
  if (choice === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = choice;
}
