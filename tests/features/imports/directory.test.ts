import { beforeAll, describe, expect, it } from "vitest";
import { anActor, as, ELSEWHERE, HERE, testDatabase } from "../../support/database";
import { rowVersions } from "../../support/rows";
import { anOffice, directory, NATIONAL, RPPS } from "./office";

const database = await testDatabase();
const office = anOffice(database);

/** What is known of one doctor of the sample, by the last figures of the RPPS number. */
async function known(rpps: string): Promise<Record<string, unknown> | undefined> {
  const { rows } = await database.pool.query(
    `select d.*, f.group_practice, f.coordinated, f.mixed_practice, s.verdict,
       (select count(*) from place p where p.doctor_id = d.id) as places
     from doctor d left join doctor_facts f on f.doctor_id = d.id left join score s on s.doctor_id = d.id where d.rpps = $1`,
    [rpps],
  );
  return rows[0];
}

describe("the sample directory, taken in for the whole country", () => {
  beforeAll(async () => {
    const taken = await office.takeSample("rpps", RPPS, { actor: NATIONAL });
    expect(taken).toMatchObject({ status: "done", read: 37, accepted: 35, rejected: 0, ignored: 2, warned: 0 });
    expect(taken.difference).toMatchObject({ created: 26, changed: 0, unchanged: 0, gone: 0, known: 0, elsewhere: 1 });
  });

  it("keeps the doctors settled in a practice, once a doctor, on the ground of their fund", async () => {
    const { rows } = await database.pool.query("select fund_id, count(*) from doctor group by 1 having count(*) > 1");
    expect(rows).toEqual([{ fund_id: HERE, count: 2 }]);
    for (const settledNowhere of ["99700045703", "99700046818", "99700047923", "99700048293", "99700047550"]) {
      expect(await known(settledNowhere)).toBeUndefined();
    }
  });

  it("gives one activity to two skills at one site, and two to two sites", async () => {
    expect(await known("99700043112")).toMatchObject({ places: 1, is_gp: true });
    expect(await known("99700042742")).toMatchObject({ places: 2, fund_id: 351, town: "Rennes" });
  });

  it("sees the salaried part of a practice, the group and the health house", async () => {
    expect(await known("99700043484")).toMatchObject({
      specialty: "cardiology",
      is_gp: false,
      mixed_practice: true,
      places: 1,
    });
    expect(await known("99700042379")).toMatchObject({
      group_practice: true,
      coordinated: null,
      mixed_practice: false,
    });
    expect(await known("99700054218")).toMatchObject({ group_practice: true, coordinated: "YES" });
  });

  it("finds the commune that a line does not name by its code", async () => {
    expect(await known("99700043856")).toMatchObject({ commune_code: "13205", fund_id: 131 });
  });

  it("folds what people will type, and judges everybody", async () => {
    expect(await known("99700054218")).toMatchObject({
      last_name: "ŒUVRARD-FICTIF",
      search: "oeuvrard fictif zoe oeuvrardfictif 99700054218 0261910108 saint nazaire 44600",
      verdict: "unknown",
    });
    expect(await known("99700050513")).toMatchObject({ specialty: "anaesthesia", verdict: "no" });
  });

  it("writes nothing at all the second time", async () => {
    const before = await rowVersions(database);
    const again = await office.takeSample("rpps", RPPS, { actor: NATIONAL });
    expect(again.difference).toMatchObject({ created: 0, changed: 0, unchanged: 26, gone: 0, known: 26 });
    expect(await rowVersions(database)).toEqual(before);
  });
});

describe("the same file, taken in by one fund's manager", () => {
  const stranger = anActor("manager", { fundIds: [ELSEWHERE] });

  it("looks at its own ground only, and touches nobody else's doctors", async () => {
    const others = "select md5(string_agg(d::text, '' order by id)) as all from doctor d where fund_id <> $1";
    const before = await database.pool.query(others, [ELSEWHERE]);
    const renamed = directory((lines) =>
      lines.map((line) => line.replaceAll("|FICTIF-LAROCHE|", "|AUTRE|").replaceAll("|SANSPECIALITE|", "|NOUVEAU|")),
    );
    const taken = await office.take({ kind: "rpps", content: renamed, actor: stranger, sourceOn: "2026-11-22" });
    expect(taken.difference).toMatchObject({ created: 0, changed: 1, unchanged: 0, gone: 0, known: 1, elsewhere: 26 });
    expect((await database.pool.query(others, [ELSEWHERE])).rows).toEqual(before.rows);
    expect(await known("99700047188")).toMatchObject({ last_name: "NOUVEAU" });
  });

  it("is unknown to another fund: neither its import, nor its doctors", async () => {
    const seen = (actor = anActor("manager")) =>
      as(database, actor, async ({ tx }) => [
        (await tx.selectFrom("import").select("id").execute()).length,
        (await tx.selectFrom("stage_rpps").select("line").execute()).length,
        (await tx.selectFrom("doctor").select("rpps").execute()).map((row) => row.rpps).sort(),
      ]);
    expect(await seen(stranger)).toEqual([1, 0, ["99700047188"]]);
    expect(await seen()).toEqual([0, 0, ["99700042379", "99700054218"]]);
  });

  it("leaves nothing behind of what it read", async () => {
    for (const stage of ["stage_rpps", "stage_doctor", "stage_place"]) {
      expect((await database.pool.query(`select from ${stage}`)).rowCount).toBe(0);
    }
  });
});
