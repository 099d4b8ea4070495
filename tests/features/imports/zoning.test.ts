import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { ZONES } from "~/eligibility/doctor-facts";
import { keepFile } from "~/imports/receiving.server";
import { anActor, as, ELSEWHERE, HERE, testDatabase } from "../../support/database";
import { sample } from "../../support/files";
import { rowVersions } from "../../support/rows";
import { anOffice, NATIONAL } from "./office";

const database = await testDatabase();
const office = anOffice(database);

type Decision = [zone: string, from: string, to: string | null];

/** The history of one commune's zone, oldest first. */
async function history(commune: string, fundId = HERE): Promise<Decision[]> {
  const { rows } = await database.pool.query(
    "select zone, from_on, to_on from commune_zone where commune_code = $1 and fund_id = $2 order by from_on",
    [commune, fundId],
  );
  return rows.map((row) => [row.zone, row.from_on, row.to_on]);
}

const zoning = (...lines: string[]) => ["Code commune;Commune;Zonage_MG", ...lines, ""].join("\n");
const decide = (zone: string, sourceOn: string, actor = anActor("manager")) =>
  office.take({ kind: "zonage", content: zoning(`44184;Saint-Nazaire;${zone}`), sourceOn, actor });

beforeEach(async () => {
  await database.pool.query("delete from commune_zone; delete from catchment");
});

describe("the zone of a commune", () => {
  it("begins the day of the decision, and a second decision ends it", async () => {
    expect((await decide("ZAC", "2022-01-01")).difference).toMatchObject({ created: 1, changed: 0 });
    expect((await decide("ZIP", "2025-05-09")).difference).toMatchObject({ created: 0, changed: 1 });
    expect(await history("44184")).toEqual([
      ["ZAC", "2022-01-01", "2025-05-09"],
      ["ZIP", "2025-05-09", null],
    ]);
  });

  it("is corrected by a decision of the same day", async () => {
    await decide("ZAC", "2022-01-01");
    await decide("ZIP", "2025-05-09");
    await decide("ZV", "2025-05-09");
    expect(await history("44184")).toEqual([
      ["ZAC", "2022-01-01", "2025-05-09"],
      ["ZV", "2025-05-09", null],
    ]);
  });

  it("said again changes nothing, not even a date", async () => {
    await decide("ZIP", "2025-05-09");
    const before = await rowVersions(database);
    expect((await decide("ZIP", "2026-01-01")).difference).toMatchObject({ unchanged: 1, changed: 0 });
    expect(await rowVersions(database)).toEqual(before);
  });

  it("never overlaps itself, whatever the order of the decisions", async () => {
    const day = fc.integer({ min: 2018, max: 2026 }).chain((year) => fc.constantFrom(`${year}-01-01`, `${year}-07-01`));
    const decisions = fc.array(fc.tuple(fc.constantFrom(...ZONES), day), { minLength: 2, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(decisions, async (list) => {
        await database.pool.query("delete from commune_zone");
        let expected: Decision[] = [];
        for (const [zone, on] of list) {
          expect(await decide(zone, on)).toMatchObject({ status: "done" });
          expected = decided(expected, zone, on);
          expect(await history("44184")).toEqual(expected);
        }
      }),
      { numRuns: 8, seed: 44 },
    );
  });

  it("belongs to the fund of the ground, whoever imports", async () => {
    const content = zoning("44184;Saint-Nazaire;ZIP", "49023;Beaupréau-en-Mauges;ZAC", "35238;Rennes;ZV");
    const { difference } = await office.take({ kind: "zonage", content, sourceOn: "2025-05-09" });
    expect(difference).toMatchObject({ created: 1, elsewhere: 2 });
    expect(await history("49023", ELSEWHERE)).toEqual([]);
    await office.take({ kind: "zonage", content, sourceOn: "2025-05-09", actor: NATIONAL });
    expect(await history("49023", ELSEWHERE)).toEqual([["ZAC", "2025-05-09", null]]);
  });
});

/** The rule of the table, told again: what holds the zone in force yields to what differs from it. */
function decided(history: Decision[], zone: string, on: string): Decision[] {
  if (history.at(-1)?.[0] === zone) return history;
  const earlier = history.filter(([, from]) => from < on);
  const closed = earlier.map(([each, from, to]): Decision => [each, from, to === null || to > on ? on : to]);
  return [...closed, [zone, on, null]];
}

describe("the zoning by territory", () => {
  const territories = () => office.takeSample("zonage", "zonage/zonage_en_vigueur_mg_tvs.csv", { actor: NATIONAL });

  it("is rejected line by line while nobody knows which communes make a territory", async () => {
    const taken = await territories();
    expect(taken.difference.created).toBe(0);
    const { rows } = await database.pool.query(
      "select line, raw, reason from import_problem where import_id = $1 and severity = 'rejected'",
      [taken.id],
    );
    expect(rows).toHaveLength(taken.rejected);
    expect(rows).toContainEqual({
      line: 2,
      raw: "44109 1 -Zone d'intervention prioritaire",
      reason: expect.stringContaining("composition"),
    });
  });

  it("spreads over the communes of each territory, once their list is given", async () => {
    const head = sample("zonage/tvs_communes.csv");
    const file = { key: "composition", name: "tvs.csv", bytes: head.length, sha256: "0", head };
    expect(await as(database, NATIONAL, (ctx) => keepFile(ctx, file, { kind: "zonage" }))).toBeNull();
    expect(await territories()).toMatchObject({ status: "done", rejected: 0 });
    expect(await history("44109")).toEqual([["ZIP", "2025-05-09", null]]);
    // L'Hermitage has no line of its own: it lies in the territory of Rennes.
    expect(await history("35131", 351)).toEqual(await history("35238", 351));
  });
});

describe("files of other shapes", () => {
  it("a zoning by communes that also names territories is a zoning, not their composition", async () => {
    const taken = await office.takeSample("zonage", "zonage/zonage_en_vigueur_mg_communes.csv", { actor: NATIONAL });
    expect(taken).toMatchObject({ status: "done", accepted: 18, rejected: 2 });
    expect((await database.pool.query("select from commune_zone")).rowCount).toBe(18);
    expect((await database.pool.query("select from catchment")).rowCount).toBe(0);
  });

  it("a decision's workbook is read whole, and its districts are left to the address", async () => {
    const taken = await office.takeSample("zonage", "zonage/Zonage_medecin_modele_arrete.xlsx", { actor: NATIONAL });
    expect(taken).toMatchObject({ status: "done" });
    expect(taken.difference.created).toBeGreaterThan(10);
  });

  it("a district's class is remarked upon, never given to its commune", async () => {
    const taken = await office.takeSample("zonage", "zonage/qpv_zonage_arrete.csv", { actor: NATIONAL });
    expect(taken.difference.created).toBe(0);
    expect((await database.pool.query("select from commune_zone")).rowCount).toBe(0);
    const { rows } = await database.pool.query(
      "select reason from import_problem where import_id = $1 and severity = 'warning' limit 1",
      [taken.id],
    );
    expect(rows[0].reason).toContain("quartier prioritaire");
  });

  it("a zoning a spreadsheet has spoilt gives what can be read", async () => {
    const taken = await office.takeSample("zonage", "zonage/zonage_excel_abime.csv", { actor: NATIONAL });
    expect(taken).toMatchObject({ read: 20, accepted: 16, rejected: 4, status: "done" });
    expect(await history("04058", 41)).toMatchObject([["ZAC", expect.any(String), null]]);
  });
});
