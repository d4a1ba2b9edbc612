import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { PrintElement } from "./la-print";

customElements.define("la-print", PrintElement);

describe("the link to the map on paper", () => {
  beforeEach(() => {
    document.body.innerHTML = '<la-print><a href="/print?layers=districts">In</a></la-print>';
    document.querySelector("a")?.addEventListener("click", (event) => event.preventDefault());
  });

  afterEach(() => history.replaceState(null, "", "#"));

  const press = () => {
    const link = document.querySelector<HTMLAnchorElement>("la-print a");
    link?.click();
    return link?.getAttribute("href");
  };

  it("takes along where the map looks, and what the page shows", () => {
    history.replaceState(null, "", "#map=11.5/10.62/106.48");
    expect(press()).toMatch(/\/print\?layers=districts&at=10\.62,106\.48,11\.5$/);
  });

  it("says the newest place when it is pressed again", () => {
    history.replaceState(null, "", "#map=9/10.6/106.4");
    press();
    history.replaceState(null, "", "#map=10/10.7/106.5");
    expect(press()).toMatch(/at=10\.7,106\.5,10$/);
  });

  it("stays as the server wrote it when the map has no place", () => {
    history.replaceState(null, "", "#other");
    expect(press()).toBe("/print?layers=districts");
  });
});
