import { describe, expect, it } from "vitest";
import { saidOf, type FigurePicture } from "./figure-picture";
import { regionLabels, regionStates } from "./figure-states";

const picture: FigurePicture = {
  indicator: "built-up-share-satellite",
  mode: "classes",
  tiles: "/regions/{z}/{x}/{y}.mvt?revision=1",
  deepestZoom: 12,
  points: "/regions/points.json?revision=1",
  outline: "#3B4A50",
  outlineOnDark: "#C9D3D6",
  missing: "#E4E6E3",
  missingOnDark: "#26323A",
  missingWords: "chưa có số liệu",
  classes: [
    { colour: "#FFFFCC", ink: "#16232B" },
    { colour: "#253494", ink: "#FFFFFF" },
  ],
  periods: [
    {
      period: "2009",
      words: "năm 2009",
      values: [{ region: "795-798", name: "Mộc Hóa (gồm cả Kiến Tường)", class: 0, label: "1,2", said: ["1,2 %"] }],
      missing: [
        { region: "803", name: "Bến Lức" },
        { region: "804", name: "Thủ Thừa", why: "Thiếu số liệu của Thủ Thừa." },
      ],
    },
    {
      period: "2019",
      words: "năm 2019",
      values: [
        { region: "803", name: "Bến Lức", class: 1, label: "34", said: ["34 %", "thực hiện, năm 2019"], radius: 30 },
        { region: "795", name: "Kiến Tường", class: 0, label: "≈ 0", said: ["0 %"], estimated: true },
      ],
      missing: [],
    },
  ],
};
const light = { dark: false, surface: "#ffffff" };
const points = { "803": [106.48, 10.64], "795-798": [105.9, 10.8], "795": [105.93, 10.77] } as const;

describe("the regions of a period", () => {
  it("have the colour of their class, and the members of a union that is drawn have no state at all", () => {
    const states = regionStates(picture, "2009", [], light);
    expect(states.get("795-798")).toMatchObject({ colour: "#FFFFCC", shade: 1, missing: 0, drawn: 1 });
    expect(states.has("795")).toBe(false);
  });

  it("are hatched where nothing is known, which is not the colour of the lowest class", () => {
    expect(regionStates(picture, "2009", [], light).get("803")).toMatchObject({ colour: "#E4E6E3", missing: 1 });
    expect(regionStates(picture, "2009", [], { ...light, dark: true }).get("803")).toMatchObject({ colour: "#26323A" });
  });

  it("are dotted where they are estimated, and there alone", () => {
    const states = regionStates(picture, "2019", [], light);
    expect(states.get("795")).toMatchObject({ estimated: 1, missing: 0 });
    expect(states.get("803")).toMatchObject({ estimated: 0 });
    expect(regionStates(picture, "2009", [], light).get("803")).toMatchObject({ estimated: 0, missing: 1 });
  });

  it("step back when the reader singles out another class, and keep their outline", () => {
    const states = regionStates(picture, "2019", [1], light);
    expect(states.get("803")).toMatchObject({ shade: 1, drawn: 1 });
    expect(states.get("795")?.shade).toBeLessThan(0.3);
    expect(states.get("795")?.drawn).toBe(1);
  });

  it("are empty land under circles, whose area is the service's", () => {
    const states = regionStates({ ...picture, mode: "circles" }, "2019", [], light);
    expect(states.get("803")).toMatchObject({ colour: "#ffffff", radius: 30, circle: "#253494" });
    expect(states.get("795")?.radius).toBe(0);
  });

  it("are none in a period that the picture does not have", () => {
    expect(regionStates(picture, "1999", [], light).size).toBe(0);
  });
});

describe("names on the map", () => {
  it("take the ink that reads on their class, on a halo of its colour", () => {
    const [benLuc] = regionLabels(picture, "2019", [], points, light);
    expect(benLuc?.properties).toMatchObject({ name: "Bến Lức", label: "34", ink: "#FFFFFF", halo: "#253494" });
  });

  it("take the page's ink where no class colour is below them", () => {
    expect(regionLabels(picture, "2019", [0], points, light)[0]?.properties.ink).toBe("#16232b");
    expect(regionLabels(picture, "2009", [], points, light)[1]?.properties).toMatchObject({
      name: "Bến Lức",
      label: "–",
      ink: "#16232b",
    });
  });

  it("are left out where no place is known for them", () => {
    expect(regionLabels(picture, "2019", [], {}, light)).toEqual([]);
  });
});

describe("what is said of a region", () => {
  it("is its name and what the service says; of a missing one that there is no figure", () => {
    expect(saidOf(picture, "2019", "803")).toEqual(["Bến Lức", "34 %", "thực hiện, năm 2019"]);
    expect(saidOf(picture, "2009", "803")).toEqual(["Bến Lức", "chưa có số liệu, năm 2009"]);
    expect(saidOf(picture, "2009", "804")).toEqual(["Thủ Thừa", "Thiếu số liệu của Thủ Thừa."]);
    expect(saidOf(picture, "2009", "795")).toBeUndefined();
  });
});
