import { describe, expect, it } from "vitest";
import { newContent } from "./draft";
import { threeWay } from "./three-way";

const base = { ...newContent("zones", null), nameVi: "Khu A", attributes: { status: "planned", area: 10 } };

describe("Two changes of one feature", () => {
  it("are laid together when they touch different fields", () => {
    const { content, disputed } = threeWay(
      base,
      { ...base, nameVi: "Khu B" },
      { ...base, attributes: { ...base.attributes, status: "operating" } },
    );
    expect(content).toMatchObject({ nameVi: "Khu B", attributes: { status: "operating", area: 10 } });
    expect(disputed).toEqual([]);
  });

  it("name what both changed differently, and keep mine there", () => {
    const { content, disputed } = threeWay(base, { ...base, nameVi: "Khu B" }, { ...base, nameVi: "Khu C" });
    expect(content.nameVi).toBe("Khu B");
    expect(disputed).toEqual(["nameVi"]);
  });

  it("agree when both did the same, and drop an attribute that one took out", () => {
    const both = { ...base, nameVi: "Khu B" };
    expect(threeWay(base, both, { ...both, attributes: { status: "planned" } })).toEqual({
      content: { ...both, attributes: { status: "planned" } },
      disputed: [],
    });
  });
});
