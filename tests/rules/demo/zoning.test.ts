import { describe, expect, it } from "vitest";
import { kilometres } from "~/demo/ground";
import { DEMO_DEPARTMENTS } from "~/demo/region";
import { demoZoning } from "~/demo/zoning";
import { zoningFile } from "~/demo/zoning-file";
import { ground, region } from "./scene";

const catchments = demoZoning(ground, "tandem", DEMO_DEPARTMENTS);
const total = catchments.reduce((sum, each) => sum + each.population, 0);
const share = (zone: string, department?: string) => {
  const within = catchments.filter((each) => !department || each.centre.department === department);
  const people = within.reduce((sum, each) => sum + each.population, 0);
  return within.filter((each) => each.zone === zone).reduce((sum, each) => sum + each.population, 0) / people;
};

describe("the demonstration zones", () => {
  it("give each class its national share of the inhabitants", () => {
    expect(total).toBeGreaterThan(3_800_000);
    expect(Math.abs(share("ZIP") - 0.302)).toBeLessThan(0.03);
    expect(Math.abs(share("ZAC") - 0.42)).toBeLessThan(0.03);
  });

  it("serve Nantes better than Mayenne and Sarthe", () => {
    expect(catchments.find((each) => each.centre.name === "Nantes")?.zone).toBe("HZ");
    expect(share("ZIP", "53")).toBeGreaterThan(share("ZIP", "44"));
    expect(share("ZIP", "72")).toBeGreaterThan(share("ZIP", "44"));
  });

  it("lie in patches: the nearest other catchment is more often of the same class than chance would have it", () => {
    const same = catchments.filter((each) => {
      const others = catchments.filter((other) => other !== each);
      const near = others.reduce((best, other) =>
        (kilometres(each.centre, other.centre) ?? 999) < (kilometres(each.centre, best.centre) ?? 999) ? other : best,
      );
      return near.zone === each.zone;
    });
    expect(same.length / catchments.length).toBeGreaterThan(0.55);
  });

  it("are written as the DREES tool exports them", () => {
    const [header, ...lines] = [...zoningFile(region)];
    expect(header).toBe("depcom,libcom,region,region_libelle,TVS,TVS_libelle,region_majoritaire,zonage_regional\n");
    expect(lines).toEqual([...lines].sort());
    expect(new Set(lines.map((line) => line.slice(0, 5))).size).toBe(lines.length);
    expect(lines).toHaveLength(DEMO_DEPARTMENTS.flatMap((code) => ground.departments.get(code)!.towns).length);
    expect(lines.every((line) => /,(1 -Zone d'int|2- Zone d'act|3 - Zone de v|4 - Hors-v)[^,]+\n$/.test(line))).toBe(
      true,
    );
  });
});
