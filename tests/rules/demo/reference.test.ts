import { describe, expect, it } from "vitest";
import { communes } from "~db/reference/communes";
import { FUNDS, fundOfDepartment } from "~db/reference/funds";

const byCode = new Map(communes().map((commune) => [commune.code, commune]));

describe("communes", () => {
  it("has each code once, in order", () => {
    const codes = communes().map((commune) => commune.code);
    expect(codes.length).toBeGreaterThan(36_900);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes).toEqual([...codes].sort());
  });

  it("reads a town with its postcodes and its point", () => {
    expect(byCode.get("44036")).toMatchObject({
      name: "Châteaubriant",
      department: "44",
      kind: "commune",
      precision: "exact",
    });
    expect(byCode.get("44109")?.postcodes).toContain("44300");
    expect(byCode.get("2A004")?.lat).toBeCloseTo(41.92, 1);
    expect(byCode.get("97608")?.lat).toBeCloseTo(-12.78, 1);
  });

  it("keeps arrondissements under their city", () => {
    const arrondissements = communes().filter((commune) => commune.kind === "arrondissement");
    expect(arrondissements).toHaveLength(45);
    expect(new Set(arrondissements.map((each) => each.parent))).toEqual(new Set(["75056", "69123", "13055"]));
    expect(byCode.get("69123")?.kind).toBe("parent");
  });

  it("says where a merged commune went", () => {
    const delegated = communes().filter((commune) => commune.kind === "delegated");
    expect(delegated.length).toBeGreaterThan(1_900);
    expect(delegated.filter((commune) => !byCode.has(commune.parent ?? ""))).toEqual([]);
  });

  it("places 98 % of the inhabitants, and always inside France", () => {
    const living = communes().filter((commune) => commune.kind !== "parent");
    const people = (list: typeof living) => list.reduce((sum, commune) => sum + (commune.population ?? 0), 0);
    expect(people(living.filter((commune) => commune.precision !== "none")) / people(living)).toBeGreaterThan(0.98);
    const mainland = living.filter((commune) => commune.lat !== null && commune.department.length === 2);
    const outside = ({ lat, lon }: (typeof living)[number]) => lat! < 41 || lat! > 51.2 || lon! < -5.2 || lon! > 9.7;
    expect(mainland.filter(outside)).toEqual([]);
  });
});

describe("funds", () => {
  it("has one fund a département, with its number and its time", () => {
    expect(FUNDS).toHaveLength(101);
    expect(new Set(FUNDS.map((fund) => fund.id)).size).toBe(101);
    expect(fundOfDepartment("44")).toMatchObject({ id: 441, code: "441", name: "CPAM de la Loire-Atlantique" });
    expect(fundOfDepartment("01")).toMatchObject({ id: 11, code: "011", name: "CPAM de l'Ain" });
    expect(fundOfDepartment("2B")?.id).toBe(202);
    expect(fundOfDepartment("976")).toMatchObject({ name: "CSS de Mayotte", zone: "Indian/Mayotte" });
    expect(fundOfDepartment("978")?.id).toBe(971);
    expect(fundOfDepartment("988")).toBeUndefined();
  });

  it("covers every département of the reference but those with regimes of their own", () => {
    const without = new Set(
      communes()
        .map((commune) => commune.department)
        .filter((code) => !fundOfDepartment(code)),
    );
    expect([...without].sort()).toEqual(["975", "984", "986", "987", "988", "989"]);
  });
});
