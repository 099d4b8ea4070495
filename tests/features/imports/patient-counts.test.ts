import { beforeAll, describe, expect, it } from "vitest";
import { anActor, as, ELSEWHERE, HERE, testDatabase } from "../../support/database";
import { aDoctor, someFacts } from "../../support/factories";
import { rowVersions } from "../../support/rows";
import { anOffice, NATIONAL } from "./office";

const database = await testDatabase();
const office = anOffice(database);
const system = anActor("system");

const MARTIN = "99700042379";
const DURAND = "99700042742";
const ABROAD = "99700043112";
const SHARED = "99700043484";

const counts = (...lines: string[]) => ["rpps;mesure;valeur;date_mesure;source", ...lines, ""].join("\r\n");
const take = (content: string, actor = anActor("manager")) => office.take({ kind: "patientele", content, actor });

async function inForce(rpps: string, fundId = HERE): Promise<Record<string, unknown>> {
  const { rows } = await database.pool.query(
    `select f.mt_adult, f.mt_total, f.active_count, f.sources, s.verdict from doctor d join doctor_facts f on f.doctor_id = d.id
     left join score s on s.doctor_id = d.id where d.rpps = $1 and d.fund_id = $2`,
    [rpps, fundId],
  );
  return rows[0];
}

beforeAll(() =>
  as(database, system, async (ctx) => {
    for (const [rpps, fund] of [
      [MARTIN, HERE],
      [DURAND, HERE],
      [ABROAD, ELSEWHERE],
      [SHARED, HERE],
      [SHARED, ELSEWHERE],
    ] as const) {
      await someFacts(ctx, await aDoctor(ctx, { rpps, fund_id: fund }), { fund_id: fund, fee_sector: "1" });
    }
  }),
);

describe("patient counts", () => {
  it("become the facts in force, with their date and source, and change the verdict", async () => {
    const taken = await take(
      counts(`${MARTIN};mt_total;1 200;2026-06-30;Entrepôt`, `${DURAND};mt_total;300;30/06/2026;Entrepôt`),
    );
    expect(taken).toMatchObject({
      status: "done",
      accepted: 2,
      rejected: 0,
      difference: { created: 2, changed: 0, unchanged: 0 },
    });
    expect(await inForce(MARTIN)).toMatchObject({
      mt_total: 1200,
      sources: { mt_total: { source: "Entrepôt", on: "2026-06-30" } },
      verdict: "yes",
    });
    expect(await inForce(DURAND)).toMatchObject({ mt_total: 300, verdict: "unknown" });
  });

  it("write nothing the second time", async () => {
    const before = await rowVersions(database);
    const again = await take(counts(`${MARTIN};mt_total;1200;2026-06-30;Entrepôt`));
    expect(again.difference).toMatchObject({ created: 0, changed: 0, unchanged: 1 });
    expect(await rowVersions(database)).toEqual(before);
  });

  it("of an unknown doctor are rejected with their line, and the others go in", async () => {
    const taken = await take(
      counts(
        `${MARTIN};mt_adulte;900;2026-06-30;Entrepôt`,
        `${ABROAD};mt_total;900;2026-06-30;Entrepôt`,
        "99700044227;mt_total;5;2026-06-30;Entrepôt",
      ),
    );
    expect(taken).toMatchObject({ accepted: 1, rejected: 2, difference: { created: 1 } });
    const { rows } = await database.pool.query(
      "select line, severity, raw from import_problem where import_id = $1 order by line",
      [taken.id],
    );
    expect(rows).toEqual([
      { line: 3, severity: "rejected", raw: ABROAD },
      { line: 4, severity: "rejected", raw: "99700044227" },
    ]);
    expect(await inForce(ABROAD, ELSEWHERE)).toMatchObject({ mt_total: null });
  });

  it("leave the newest measure in force, whatever the order of the files", async () => {
    await take(counts(`${DURAND};file_active;1000;2026-06-30;Entrepôt`));
    await take(counts(`${DURAND};file_active;800;2025-12-31;Entrepôt`));
    expect(await inForce(DURAND)).toMatchObject({ active_count: 1000 });
    await take(
      counts(`${DURAND};file_active;700;2026-09-30;Entrepôt`, `${DURAND};file_active;710;2026-09-30;Entrepôt`),
    );
    expect(await inForce(DURAND)).toMatchObject({ active_count: 710 });
    const { rows } = await database.pool.query(
      "select value, measured_on from fact where name = 'file_active' order by measured_on",
    );
    expect(rows.map((row) => [row.measured_on, row.value])).toEqual([
      ["2025-12-31", 800],
      ["2026-06-30", 1000],
      ["2026-09-30", 710],
    ]);
  });

  it("said again otherwise by the same source are corrected, and counted as changed", async () => {
    const taken = await take(counts(`${MARTIN};mt_total;1100;2026-06-30;Entrepôt`));
    expect(taken.difference).toMatchObject({ created: 0, changed: 1 });
    expect(await inForce(MARTIN)).toMatchObject({ mt_total: 1100 });
  });
});

describe("a doctor known to two funds", () => {
  const line = (value: number) => counts(`${SHARED};mt_total;${value};2026-06-30;Entrepôt`);

  it("is written for the fund of the import only, even by somebody who sees both", async () => {
    await take(line(900), anActor("manager", { fundIds: [HERE, ELSEWHERE] }));
    expect(await inForce(SHARED)).toMatchObject({ mt_total: 900 });
    expect(await inForce(SHARED, ELSEWHERE)).toMatchObject({ mt_total: null });
  });

  it("is written for both by a file of the whole country", async () => {
    await take(line(950), NATIONAL);
    expect(await inForce(SHARED)).toMatchObject({ mt_total: 950 });
    expect(await inForce(SHARED, ELSEWHERE)).toMatchObject({ mt_total: 950 });
  });
});
