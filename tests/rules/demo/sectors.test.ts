import { describe, expect, it } from "vitest";
import { demoAccounts } from "~/demo/accounts";
import { DEMO_DEPARTMENTS } from "~/demo/region";
import { demoSectors } from "~/demo/sectors";
import { communes } from "~db/reference/communes";
import { FUNDS } from "~db/reference/funds";

const funds = FUNDS.filter((fund) => (DEMO_DEPARTMENTS as readonly string[]).includes(fund.department));

describe("sectors", () => {
  it.each([
    ["44", 6],
    ["49", 4],
    ["53", 2],
    ["72", 3],
    ["85", 4],
  ])("cut département %s into %i of similar size", (department, count) => {
    const sectors = demoSectors(communes(), department);
    const sizes = sectors.map((sector) => sector.population);
    expect(sectors).toHaveLength(count);
    expect(new Set(sectors.map((sector) => sector.name)).size).toBe(count);
    expect(Math.max(...sizes) / Math.min(...sizes)).toBeLessThan(2);
  });

  it("hold every commune of the fund once", () => {
    const codes = demoSectors(communes(), "72").flatMap((sector) => sector.communes);
    const expected = communes().filter((town) => town.department === "72" && town.kind === "commune");
    expect(codes.sort()).toEqual(expected.map((town) => town.code));
  });

  it("are made of neighbours: a commune's closest commune is nearly always of its sector", () => {
    const sectors = demoSectors(communes(), "49");
    const of = new Map(sectors.flatMap((sector) => sector.communes.map((code) => [code, sector.name] as const)));
    const exact = communes().filter(
      (town) => town.department === "49" && town.kind === "commune" && town.precision === "exact",
    );
    const together = exact.filter((town) => {
      const others = exact.filter((other) => other !== town);
      const far = (other: typeof town) => Math.hypot(other.lat! - town.lat!, (other.lon! - town.lon!) * 0.68);
      return of.get(others.reduce((best, other) => (far(other) < far(best) ? other : best)).code) === of.get(town.code);
    });
    expect(together.length / exact.length).toBeGreaterThan(0.85);
  });

  it("are named after their main town, with the right article", () => {
    expect(demoSectors(communes(), "44").map((sector) => sector.name)).toContain("Secteur de Châteaubriant");
    expect(demoSectors(communes(), "72").map((sector) => sector.name)).toContain("Secteur du Mans");
    expect(demoSectors(communes(), "49").map((sector) => sector.name)).toContain("Secteur d'Angers");
    expect(demoSectors(communes(), "85").map((sector) => sector.name)).toContain("Secteur des Sables-d'Olonne");
  });

  it("follow the arrondissements in the three cities", () => {
    const sectors = demoSectors(communes(), "13");
    const codes = sectors.flatMap((sector) => sector.communes);
    expect(codes).toContain("13216");
    expect(codes).toContain("13055");
  });
});

describe("accounts", () => {
  const accounts = demoAccounts(communes(), funds);

  it("give each fund its people and each sector a delegate", () => {
    for (const fund of funds) {
      const people = accounts.filter((account) => account.fund === fund.id && account.email.includes("@cpam"));
      const sectors = demoSectors(communes(), fund.department).map((sector) => sector.name);
      expect(people.filter((account) => account.role !== "delegate").map((account) => account.role)).toEqual([
        "administrator",
        "manager",
        "campaign_officer",
      ]);
      expect(people.filter((account) => account.role === "delegate").flatMap((account) => account.sectors)).toEqual(
        sectors,
      );
    }
  });

  it("open the five showcase addresses, the delegate's on a sector that exists", () => {
    const showcase = accounts.filter((account) => account.email.endsWith("@demo.example"));
    expect(showcase.map((account) => account.email.split("@")[0]).sort()).toEqual([
      "administration",
      "campagnes",
      "delegue",
      "national",
      "plateforme",
      "responsable",
    ]);
    const names = demoSectors(communes(), "44").map((sector) => sector.name);
    expect(names).toEqual(
      expect.arrayContaining([...showcase.find((account) => account.role === "delegate")!.sectors]),
    );
  });

  it("never use an address twice", () => {
    expect(new Set(accounts.map((account) => account.email)).size).toBe(accounts.length);
  });
});
