import { beforeAll, describe, expect, it } from "vitest";
import { anActor, as, ELSEWHERE, HERE, testDatabase } from "../../support/database";
import { aDoctor } from "../../support/factories";
import { rowVersions } from "../../support/rows";
import { anOffice, NATIONAL, RPPS } from "./office";

const database = await testDatabase();
const office = anOffice(database);
const MSSANTE = "rpps/Extraction_Correspondance_MSSante_202611210813.txt";
const LAROCHE = "99700042379";

const emails = (...lines: string[]) => ["rpps;email;source;date", ...lines, ""].join("\n");
const take = (content: string, actor = anActor("manager")) =>
  office.take({ kind: "emails", content, actor, sourceOn: "2026-11-01" });

async function boxes(rpps: string, fundId = HERE): Promise<unknown[]> {
  const { rows } = await database.pool.query(
    `select e.address, e.kind, e.noted_on, e.source from doctor_email e join doctor d on d.id = e.doctor_id
     where d.rpps = $1 and d.fund_id = $2 order by e.kind, e.address`,
    [rpps, fundId],
  );
  return rows;
}

describe("the secure mailboxes of the country", () => {
  beforeAll(async () => {
    await office.takeSample("rpps", RPPS, { actor: NATIONAL });
  });

  it("are kept once a doctor; those of doctors who are not ours are told, line by line", async () => {
    const taken = await office.takeSample("emails", MSSANTE, { actor: NATIONAL });
    const { rows } = await database.pool.query(
      "select count(*) as kept, count(distinct doctor_id) as doctors, array_agg(distinct kind) as kinds from doctor_email",
    );
    expect(rows[0]).toEqual({ kept: taken.difference.created, doctors: taken.difference.created, kinds: ["mssante"] });
    expect(taken).toMatchObject({ status: "done", read: 34, ignored: 1 });
    const problems = await database.pool.query(
      "select line, reason from import_problem where import_id = $1 and severity = 'rejected'",
      [taken.id],
    );
    expect(problems.rowCount).toBe(taken.rejected);
    expect(taken.rejected + taken.accepted + taken.ignored).toBe(taken.read);
    expect(problems.rows).toContainEqual({ line: 35, reason: "Adresse électronique absente." });
  });

  it("write nothing the second time", async () => {
    const before = await rowVersions(database);
    const again = await office.takeSample("emails", MSSANTE, { actor: NATIONAL });
    expect(again.difference).toMatchObject({ created: 0, changed: 0 });
    expect(await rowVersions(database)).toEqual(before);
  });

  it("stay apart from the ordinary addresses, which letters may be sent to", async () => {
    await take(
      emails(
        `${LAROCHE};Secretariat@Cabinet.Example;Salon;30/06/2026`,
        `${LAROCHE};secretariat@cabinet.example.;Site;`,
      ),
    );
    expect(await boxes(LAROCHE)).toEqual([
      {
        address: expect.stringMatching(/mssante/),
        kind: "mssante",
        noted_on: "2026-11-21",
        source: "Annuaire MSSanté",
      },
      { address: "secretariat@cabinet.example", kind: "plain", noted_on: "2026-11-01", source: "Site" },
    ]);
  });
});

describe("addresses given by hand", () => {
  const SHARED = "99700099001";

  beforeAll(() =>
    as(database, anActor("system"), async (ctx) => {
      for (const fund_id of [HERE, ELSEWHERE]) await aDoctor(ctx, { rpps: SHARED, fund_id });
    }),
  );

  it("go to the doctors of the fund only, and unknown ones are rejected", async () => {
    const taken = await take(
      emails(`${SHARED};a@b.example;Salon;`, "99700047188;c@d.example;Salon;"),
      anActor("manager", { fundIds: [HERE, ELSEWHERE] }),
    );
    expect(taken).toMatchObject({ accepted: 1, rejected: 1 });
    expect(await boxes(SHARED)).toHaveLength(1);
    expect(await boxes(SHARED, ELSEWHERE)).toEqual([]);
    expect((await database.pool.query("select from doctor_email where address = 'c@d.example'")).rowCount).toBe(0);
  });

  it("keep the later of two dates, whatever the order", async () => {
    await take(emails(`${SHARED};a@b.example;Visite;2026-11-20`));
    await take(emails(`${SHARED};a@b.example;Vieux fichier;2020-01-01`));
    expect(await boxes(SHARED)).toEqual([
      { address: "a@b.example", kind: "plain", noted_on: "2026-11-20", source: "Visite" },
    ]);
  });
});
