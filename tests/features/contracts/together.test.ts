import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "~/access/context";
import { testDatabase } from "../../support/database";
import { aDelegate, aDoctorIn, aSectorIn } from "../visits/field";
import { contractDesk } from "./scene";

const database = await testDatabase();
const { file, see, step, papers, signed, running } = contractDesk(database);

let manager: Actor;
let sector = 0;
let [claire, ahmed] = [0, 0];
let number = 0;

beforeEach(async () => {
  sector = await aSectorIn(database);
  manager = { ...(await aDelegate(database, [])), role: "manager", scope: "fund" };
  claire = await aDoctorIn(database, sector);
  ahmed = await aDoctorIn(database, sector, { rpps: rpps(), last_name: "BENALI" });
});

const rpps = () => String(99_700_000_000 + Math.floor(Date.now() % 1_000_000) * 100 + number++);
const numberOf = async (id: number) =>
  (await database.pool.query<{ rpps: string }>("select rpps from doctor where id = $1", [id])).rows[0]!.rpps;
const company = (members: string, given: object = {}) => ({
  kind: "collective",
  company: "SCM des Lilas",
  companyForm: "SCM",
  etp: "2",
  employer: "company",
  members,
  ...given,
});

async function aCollective(signedOn: string): Promise<string> {
  const id = await file(manager, claire, company(await numberOf(ahmed)));
  await papers(manager, id);
  await step(manager, id, { intent: "sign", signedOn });
  return id;
}

describe("a company's contract", () => {
  it("binds its doctors, by full-time equivalent, and shows their objective together", async () => {
    const seen = await see(manager, await aCollective("2026-03-02"));
    expect(seen.members.map(({ doctor_id, entered_on }) => [doctor_id, entered_on])).toEqual([
      [claire, "2026-03-02"],
      [ahmed, "2026-03-02"],
    ]);
    expect(seen.years[0]).toMatchObject({ maxCents: 7_600_000, schedule: "COLL2026" });
    expect(seen.objective.join()).toMatch(/\+520.patients médecin traitant et \+220/);
    await expect(file(manager, ahmed)).rejects.toThrow(/adhère au contrat collectif de SCM des Lilas/);
  });

  it("waits until individual contracts are closed", async () => {
    const alone = await running(manager, ahmed, "2026-01-10");
    const id = await file(manager, claire, company(await numberOf(ahmed)));
    await papers(manager, id);
    await expect(step(manager, id, { intent: "sign", signedOn: "2026-11-01" })).rejects.toThrow(
      /doit être clos avant le contrat collectif/,
    );
    await step(manager, alone, { intent: "specialty", on: "2026-10-30" });
    await step(manager, id, { intent: "sign", signedOn: "2026-11-01" });
    expect((await see(manager, id)).state).toBe("signed");
  });

  it("refuses more full-time equivalents than doctors, a date before the text and a stranger to the fund", async () => {
    await expect(file(manager, claire, company("", { etp: "2" }))).rejects.toThrow(/plafond/);
    await expect(file(manager, claire, company("10000000000"))).rejects.toThrow(/à corriger/);
    const id = await file(manager, claire, company("", { etp: "1" }));
    await papers(manager, id);
    await expect(step(manager, id, { intent: "sign", signedOn: "2026-02-24" })).rejects.toThrow(/25 février 2026/u);
  });

  it("lets a doctor go at an anniversary only, who then waits two years", async () => {
    const id = await aCollective("2026-03-02");
    const member = (await see(manager, id)).members[1]!.id;
    await expect(step(manager, id, { intent: "quit", member, on: "2026-11-24" })).rejects.toThrow(/à l'anniversaire/);
    await step(manager, id, { intent: "quit", member, on: "2027-03-02" });
    const later = new Date("2027-06-01T10:00:00Z");
    await expect(file(manager, ahmed, {}, later)).rejects.toThrow(/à partir du 2.mars 2029/);
    await file(manager, ahmed, {}, new Date("2029-03-02T10:00:00Z"));
  });
});

describe("one contract at a time", () => {
  it("is a sentence before it is a constraint", async () => {
    await running(manager, claire, "2026-01-10");
    await expect(file(manager, claire)).rejects.toThrow(/un médecin n'en tient qu'un à la fois/);
  });

  it("holds when two files are signed at the same instant", async () => {
    const ids = [await file(manager, claire)];
    await papers(manager, ids[0]!);
    const twice = await Promise.allSettled([
      step(manager, ids[0]!, { intent: "sign", signedOn: "2026-11-01" }),
      step(manager, ids[0]!, { intent: "sign", signedOn: "2026-11-02" }),
    ]);
    expect(twice.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("is kept by the database itself", async () => {
    const id = await signed(manager, claire, "2026-01-10");
    const again = database.pool.query(
      `insert into contract (id, fund_id, kind, doctor_id, employer, option, state, version, opened_on, signed_on, starts_on, ends_on)
       select $1, fund_id, kind, doctor_id, employer, option, 'running', version, opened_on, '2027-01-01', '2027-01-01', '2032-01-01'
       from contract where id = $2`,
      [randomUUID(), id],
    );
    await expect(again).rejects.toThrow(/contract_one_individual/);
  });
});
