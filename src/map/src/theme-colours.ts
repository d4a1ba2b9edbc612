/** The page's colours, read where the map paints on canvases that style sheets do not reach. */
export type ThemeColour = "ink" | "paper" | "surface" | "teal" | "brick" | "muted" | "line" | "danger";

const fallback: Readonly<Record<ThemeColour, string>> = {
  ink: "#16232b",
  paper: "#fbfaf6",
  surface: "#ffffff",
  teal: "#0b5d66",
  brick: "#b4531a",
  muted: "#4a5b63",
  line: "#7a8a90",
  danger: "#b42318",
};

export function themeColour(name: ThemeColour): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim() || fallback[name];
}

/** The theme in effect: the reader's choice on `<html data-theme>`, otherwise the system's. */
export function theme(): "light" | "dark" {
  const chosen = document.documentElement.dataset["theme"];
  if (chosen === "light" || chosen === "dark") return chosen;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

/** Calls back when the theme in effect changes. Returns how to stop. */
export function onThemeChanged(listener: () => void): () => void {
  let last = theme();
  const check = () => {
    const now = theme();
    if (now !== last) {
      last = now;
      listener();
    }
  };
  const observer = new MutationObserver(check);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  const system = matchMedia("(prefers-color-scheme: dark)");
  system.addEventListener("change", check);
  return () => {
    observer.disconnect();
    system.removeEventListener("change", check);
  };
}
