import { beforeAll, describe, expect, it } from "vitest";
import { browseDoctors, findDoctors } from "~/doctors/browse.server";
import { listForm } from "~/doctors/list.form";
import { anActor, as, ELSEWHERE, testDatabase } from "../../support/database";
import { aDoctor, aRankedDoctor, aSector } from "../../support/factories";

const database = await testDatabase();
const manager = anActor("manager");
const system = anActor("system");

let sector = 0;

beforeAll(() =>
  as(database, system, async (ctx) => {
    sector = await aSector(ctx);
    const doctors = [
      { last_name: "LE GOFF", first_name: "Anne-Marie", rpps: "10100451239", phone: "0261910001", sector_id: sector },
      { last_name: "ŒUVRARD", first_name: "Chloé", town: "Guérande", postcode: "44350" },
      { last_name: "D'HONDT", first_name: "Jean", town: "La Baule-Escoublac", postcode: "44500" },
      { last_name: "LEBRETON", first_name: "Yves", town: "Nantes", postcode: "44000", phone: "0240120304" },
      { last_name: "NAZAIRE", first_name: "Paul", town: "Nantes", postcode: "44000" },
    ];
    for (const doctor of doctors) await aRankedDoctor(ctx, doctor);
    await aRankedDoctor(ctx, { last_name: "LE GOFF", first_name: "Étranger", fund_id: ELSEWHERE });
    await aDoctor(ctx, { last_name: "LE GOFF", first_name: "Parti", gone_on: "2026-01-01" });
  }),
);

function search(q: string, actor = manager, more = {}) {
  return as(database, actor, (ctx) => browseDoctors(ctx, listForm.parse({ q, ...more })));
}

const found = async (q: string, more = {}) =>
  (await search(q, manager, more)).rows.map((row) => row.name.split(" (")[0]);

const GOFF = "LE GOFF Anne-Marie";
const OEUVRARD = "ŒUVRARD Chloé";
const HONDT = "D'HONDT Jean";
const LEBRETON = "LEBRETON Yves";
const NAZAIRE = "NAZAIRE Paul";

describe("words as people type them", () => {
  it.each([
    ["Le Goff", [GOFF]],
    ["legoff", [GOFF]],
    ["LE-GOFF", [GOFF]],
    ["goff", [GOFF]],
    ["gof", [GOFF]],
    ["goff anne", [GOFF]],
    ["anne-marie le goff", [GOFF]],
    ["Dr Le Goff", [GOFF]],
    ["œuvrard", [OEUVRARD]],
    ["oeuvrard", [OEUVRARD]],
    ["OEUVRARD chloe", [OEUVRARD]],
    ["d'hondt", [HONDT]],
    ["D’Hondt", [HONDT]],
    ["dhondt", [HONDT]],
    ["10100451239", [GOFF]],
    ["10 100 451 239", [GOFF]],
    ["45123", [GOFF]],
    ["02 61 91", [GOFF]],
    ["02.61.91.00.01", [GOFF]],
    ["+33 2 61 91 00 01", [GOFF]],
    ["0033 (0)2 61 91", [GOFF]],
    ["44350", [OEUVRARD]],
    ["guerande", [OEUVRARD]],
    ["la baule", [HONDT]],
    ["saint nazaire", [GOFF]],
    ["st nazaire", [GOFF]],
    ["St-Nazaire", [GOFF]],
    ["nazaire", [NAZAIRE, GOFF]],
    ["le", [LEBRETON, GOFF]],
    ["lebreton nantes", [LEBRETON]],
    ["lebreton guerande", []],
  ])("« %s »", async (q, expected) => {
    expect(await found(q)).toEqual(expected);
  });

  it("combines with filters", async () => {
    expect(await found("le goff", { zone: "ZAC" })).toEqual([]);
    expect(await found("le goff", { zone: "ZIP" })).toEqual([GOFF]);
  });
});

describe("what is not a word", () => {
  const everybody = 5;

  it.each(["", " ", "g", "0", "%", "_", "\\", "'", "' or 1=1 --x"[0]!, "\u0000", "\u202e", "-", "🙂"])(
    "« %s » does not narrow the list",
    async (q) => {
      const page = await search(q);
      expect(page.total).toBe(everybody);
    },
  );

  it.each(["go%", "100%100", "le_goff\\", "\u0000goff\u202e", `goff${"'".repeat(50)}`])(
    "« %s » is only its letters",
    async (q) => {
      const page = await search(q);
      expect(page.total).toBeLessThan(everybody);
    },
  );

  it("takes ten thousand signs for the first two hundred", async () => {
    const page = await search("x".repeat(10_000));
    expect(page).toMatchObject({ total: 0, near: [] });
    expect(page.filters.q).toHaveLength(200);
  });
});

describe("nobody is spelled so", () => {
  it("shows the nearest, in the reader's own scope", async () => {
    const page = await search("le gouf");
    expect(page.rows).toEqual([]);
    expect(page.near.map((row) => row.name)).toContain(GOFF);
    expect(page.near.map((row) => row.name)).not.toContain("LE GOFF Étranger");
  });

  it("says which filter hides the doctor when somebody is", async () => {
    const page = await search("le goff", manager, { zone: "ZAC", verdict: "oui" });
    expect(page.near).toEqual([]);
    expect(page.removed).toContainEqual({ name: "zone", count: 1 });
  });
});

describe("who searches", () => {
  it("finds nobody of another sector", async () => {
    const delegate = anActor("delegate", { sectorIds: [sector] });
    expect((await search("goff", delegate)).total).toBe(1);
    expect((await search("lebreton", delegate)).total).toBe(0);
    expect((await search("lebretom", delegate)).near).toEqual([]);
  });

  it("finds those who left the directory only when asked", async () => {
    expect((await search("parti")).total).toBe(0);
    expect((await search("parti", manager, { absents: "1" })).total).toBe(1);
  });

  it("offers the first few from anywhere in the product", async () => {
    const few = await as(database, manager, (ctx) => findDoctors(ctx, "nazaire", 1));
    expect(few.map((row) => row.name)).toEqual([NAZAIRE]);
    expect(await as(database, manager, (ctx) => findDoctors(ctx, "z"))).toEqual([]);
  });

  it("leaves a count in the journal, never the words", async () => {
    await search("lebreton");
    const { rows } = await database.pool.query(
      "select facts from audit_event where name = 'doctor.searched' order by id desc limit 1",
    );
    expect(rows[0].facts).toEqual({ words: 1, found: 1 });
  });
});
