import { beforeEach, describe, expect, it } from "vitest";
import { decideMatch, doubtsToDecide, undecideMatch } from "~/imports/deciding.server";
import { anActor, as, ELSEWHERE, HERE, testDatabase } from "../../support/database";
import { sample } from "../../support/files";
import { rowVersions } from "../../support/rows";
import { AMELI, anOffice, directory, NATIONAL, RPPS } from "./office";

const database = await testDatabase();
const office = anOffice(database);
const manager = anActor("manager");

const LAROCHE = "99700042379";
const HOMONYM = "99700099009";
const OEUVRARD = "99700054218";

/** The sample directory, with a colleague of the same name in the next street. */
const withHomonym = () =>
  directory((lines) => {
    const twin = lines[0]!
      .replaceAll(LAROCHE, HOMONYM)
      .replace("|12||R|Rue|", "|40||R|Rue|")
      .replace("|0261910001|", "|0261910999|");
    return [...lines, twin];
  });

const ameli = (change: (text: string) => string = (text) => text) => change(sample(AMELI).toString("utf8"));
const take = (content = ameli(), sourceOn = "2026-11-16", actor = manager) =>
  office.take({ kind: "ameli", content, sourceOn, actor });

const idOf = async (rpps: string): Promise<number> =>
  (await database.pool.query("select id from doctor where rpps = $1 and fund_id = $2", [rpps, HERE])).rows[0].id;
const feesOf = async (rpps: string) =>
  (
    await database.pool.query("select fee_sector, optam, optam_variant from doctor_facts where doctor_id = $1", [
      await idOf(rpps),
    ])
  ).rows[0];
const doubts = (actor = manager) => as(database, actor, doubtsToDecide);
const decide = (doubt: number, doctor: number | null, actor = manager) =>
  as(database, actor, (ctx) => decideMatch(ctx, doubt, doctor));

beforeEach(async () => {
  await database.pool.query(
    "delete from match_doubt; delete from score; delete from doctor; delete from import; delete from outbox",
  );
});

describe("the Ameli directory", () => {
  it("gives each doctor found the fee sector, under the country's own directory", async () => {
    await office.takeSample("rpps", RPPS, { actor: NATIONAL });
    const taken = await take(ameli(), "2026-11-16", NATIONAL);
    expect(taken).toMatchObject({ status: "done", read: 34, accepted: 31, ignored: 3 });
    expect(taken.difference).toMatchObject({
      created: 24,
      changed: 0,
      elsewhere: 1,
      matching: { sure: 25, doubtful: 0, none: 5 },
    });
    const { rows } = await database.pool.query(
      `select d.last_name, f.fee_sector, f.optam, f.optam_variant from doctor_facts f join doctor d on d.id = f.doctor_id
       where d.last_name in ('DE LA FABLE', 'DUMODELE', 'DERMAIN', 'NAISSANCE-FICTIVE') order by 1`,
    );
    expect(rows).toEqual([
      { last_name: "DE LA FABLE", fee_sector: "2", optam: true, optam_variant: "OPTAM" },
      { last_name: "DERMAIN", fee_sector: "3", optam: false, optam_variant: null },
      { last_name: "DUMODELE", fee_sector: "2", optam: false, optam_variant: null },
      { last_name: "NAISSANCE-FICTIVE", fee_sector: "2", optam: true, optam_variant: "OPTAM_ACO" },
    ]);
  });

  it("read by a fund, speaks of its ground only, and writes nothing the second time", async () => {
    await office.take({ kind: "rpps", content: directory() });
    const { difference } = await take();
    expect(difference).toMatchObject({ created: 2, matching: { sure: 2, doubtful: 0, none: 1 }, elsewhere: 28 });
    const before = await rowVersions(database);
    expect((await take()).difference).toMatchObject({ created: 0, changed: 0, unchanged: 2 });
    expect(await rowVersions(database)).toEqual(before);
  });

  it("older than what is known changes no fact in force", async () => {
    await office.take({ kind: "rpps", content: directory() });
    await take(ameli(), "2026-11-16");
    await take(
      ameli((text) => text.replaceAll(";1;Secteur 1 ou conventionné;;;", ";3;Secteur 2;3;OPTAM;")),
      "2026-01-01",
    );
    expect(await feesOf(OEUVRARD)).toEqual({ fee_sector: "1", optam: false, optam_variant: null });
  });
});

describe("a line that resembles two doctors", () => {
  beforeEach(async () => {
    await office.take({ kind: "rpps", content: withHomonym() });
    expect((await take()).difference).toMatchObject({ created: 1, matching: { sure: 1, doubtful: 1, none: 1 } });
  });

  it("waits for a person, with both and why", async () => {
    const { total, doubts: open } = await doubts();
    expect(total).toBe(1);
    expect(open[0]).toMatchObject({ line: { name: "FICTIF-LAROCHE Camille" } });
    expect(open[0]!.candidates.map((each) => each.doctorId)).toEqual([await idOf(LAROCHE), await idOf(HOMONYM)]);
    expect(open[0]!.candidates[0]!.reasons).toContain("même téléphone");
    expect(await feesOf(LAROCHE)).toMatchObject({ fee_sector: null });
  });

  it("answered, gives the doctor its fees, asks for a new verdict, and is remembered by the next file", async () => {
    const [doubt] = (await doubts()).doubts;
    await decide(doubt!.id, await idOf(HOMONYM));
    expect(await feesOf(HOMONYM)).toMatchObject({ fee_sector: "1" });
    expect(await feesOf(LAROCHE)).toMatchObject({ fee_sector: null });
    const notes = await database.pool.query("select payload from outbox where job = 'score-doctors'");
    expect(notes.rows).toEqual([{ payload: { doctorIds: [await idOf(HOMONYM)] } }]);
    const told = await database.pool.query(
      "select value, measured_on from fact where doctor_id = $1 and name = 'secteur'",
      [await idOf(HOMONYM)],
    );
    expect(told.rows).toEqual([{ value: { secteur: "1", optam: null }, measured_on: "2026-11-16" }]);

    const next = await take(
      ameli((text) => text.replace(";0261910001;1;Secteur 1 ou conventionné;;;", ";0261910001;3;Secteur 2;3;OPTAM;")),
      "2026-12-01",
    );
    expect(next.difference).toMatchObject({ changed: 1, matching: { sure: 2, doubtful: 0, none: 1 } });
    expect(await feesOf(HOMONYM)).toMatchObject({ fee_sector: "2", optam: true });
    expect((await doubts()).total).toBe(0);
  });

  it("answered by « none of them », is remembered too", async () => {
    const [doubt] = (await doubts()).doubts;
    await decide(doubt!.id, null);
    expect((await take(ameli(), "2026-12-01")).difference).toMatchObject({
      created: 0,
      matching: { sure: 1, doubtful: 0, none: 2 },
    });
    expect(await feesOf(HOMONYM)).toMatchObject({ fee_sector: null });
  });

  it("can be asked again after a mistake", async () => {
    const [doubt] = (await doubts()).doubts;
    await decide(doubt!.id, null);
    await as(database, manager, (ctx) => undecideMatch(ctx, doubt!.id));
    expect((await doubts()).total).toBe(1);
    await decide(doubt!.id, await idOf(LAROCHE));
    expect(await feesOf(LAROCHE)).toMatchObject({ fee_sector: "1" });
  });

  it("is answered once, by its own fund, among those proposed", async () => {
    const [doubt] = (await doubts()).doubts;
    const stranger = anActor("manager", { fundIds: [ELSEWHERE] });
    expect((await doubts(stranger)).total).toBe(0);
    await expect(decide(doubt!.id, await idOf(LAROCHE), stranger)).rejects.toMatchObject({ refusal: "not-found" });
    await expect(as(database, stranger, (ctx) => undecideMatch(ctx, doubt!.id))).rejects.toMatchObject({
      refusal: "conflict",
    });
    await expect(decide(doubt!.id, await idOf(OEUVRARD))).rejects.toMatchObject({ refusal: "conflict" });
    const answers = await Promise.allSettled([
      decide(doubt!.id, await idOf(LAROCHE)),
      decide(doubt!.id, await idOf(HOMONYM)),
    ]);
    expect(answers.map((each) => each.status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("no longer waits once a file settles it by itself", async () => {
    await office.take({ kind: "rpps", content: directory() });
    await take(ameli(), "2026-12-01");
    expect((await doubts()).total).toBe(0);
    expect(await feesOf(LAROCHE)).toMatchObject({ fee_sector: "1" });
  });
});
