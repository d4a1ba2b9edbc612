import { beforeEach, describe, expect, it } from "vitest";
import { ThemeElement } from "./la-theme";

customElements.define("la-theme", ThemeElement);

describe("the theme switch", () => {
  beforeEach(() => {
    document.documentElement.lang = "vi";
    delete document.documentElement.dataset["theme"];
    document.body.replaceChildren(document.createElement("la-theme"));
  });

  const press = () => document.querySelector<HTMLElement>("la-theme button")?.click();

  it("goes round: as the system has it, light, dark", () => {
    const seen = [1, 2, 3].map(() => {
      press();
      return [document.documentElement.dataset["theme"], localStorage.getItem("theme")];
    });
    expect(seen).toEqual([
      ["light", "light"],
      ["dark", "dark"],
      [undefined, null],
    ]);
  });

  it("puts its button back when patching the page takes it away", async () => {
    document.querySelector("la-theme")?.replaceChildren();
    await Promise.resolve();
    expect(document.querySelector("la-theme button")).not.toBeNull();
  });

  it("speaks the language of the page", async () => {
    document.documentElement.lang = "en";
    await Promise.resolve();
    expect(document.querySelector("la-theme")?.textContent).toBe("System");
  });
});
