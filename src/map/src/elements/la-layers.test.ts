import { beforeEach, describe, expect, it, vi } from "vitest";
import { parseView } from "../page/view";
import { views } from "../page/views";
import { LayersElement } from "./la-layers";

customElements.define("la-layers", LayersElement);

describe("switching a layer", () => {
  const followed = vi.fn<(url: string, options: object) => void>();

  beforeEach(() => {
    followed.mockClear();
    window.Blazor = { navigateTo: followed };
    location.href = "http://plan.test/plan?as-of=2024-01-01";
    document.body.innerHTML = `
      <la-layers><form>
        <input type="checkbox" name="layers" value="districts" checked>
        <input type="checkbox" name="layers" value="projects">
      </form></la-layers>`;
    views.announce(parseView((name) => (name === "layers" ? "sea,districts" : null)));
  });

  const box = (code: string) => document.querySelector<HTMLInputElement>(`input[value=${code}]`);

  it("shows on the map at once and then in the address, in place of the history entry", () => {
    box("projects")?.click();
    expect(views.current?.layers).toEqual(["sea", "districts", "projects"]);
    expect(followed).toHaveBeenCalledWith("/plan?as-of=2024-01-01&layers=districts,projects", {
      replaceHistoryEntry: true,
    });
  });

  it("leaves layers on the map that the list doesn't show", () => {
    box("districts")?.click();
    expect(views.current?.layers).toEqual(["sea"]);
  });
});
