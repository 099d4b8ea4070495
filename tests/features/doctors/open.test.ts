import { beforeAll, describe, expect, it } from "vitest";
import { cabinetOf, openDoctor, recordsOf } from "~/doctors/doctor.server";
import { anActor, as, ELSEWHERE, testDatabase } from "../../support/database";
import { aRankedDoctor, aSector, aZone } from "../../support/factories";

const database = await testDatabase();
const manager = anActor("manager");
const system = anActor("system");

let [sector, doctor, colleague, signed] = [0, 0, 0, 0];
let delegate = anActor("delegate");

beforeAll(() =>
  as(database, system, async (ctx) => {
    sector = await aSector(ctx);
    delegate = anActor("delegate", { sectorIds: [sector] });
    await aZone(ctx, { zone: "ZAC", from_on: "2019-01-01", to_on: "2022-01-01" });
    await aZone(ctx, { zone: "ZIP", from_on: "2022-01-01" });
    const here = { sector_id: sector, practice_key: "1 rue du port" };
    const facts = {
      fee_sector: "1",
      mt_total: 812,
      sources: JSON.stringify({ mt_total: { source: "SNDS", on: "2026-06-30" } }),
    };
    doctor = await aRankedDoctor(ctx, { ...here, last_name: "LE GOFF", phone: "0261910001", facts }, { priority: 400 });
    colleague = await aRankedDoctor(ctx, here, { priority: 300 });
    signed = await aRankedDoctor(ctx, { ...here, facts: { signed_on: "2026-01-05" } }, { priority: 10 });
  }),
);

const open = (id = String(doctor), who = delegate, list = "") => as(database, who, (ctx) => openDoctor(ctx, id, list));

describe("a doctor's page", () => {
  it("says the verdict in a sentence, and what to do", async () => {
    const page = await open();
    expect(page).toMatchObject({ verdict: "yes", question: null, mayComplete: true });
    expect(page.sentence).toMatch(/812\spatients MT pour un seuil de 775/);
    expect(page.step).toMatchObject({ kind: "propose", sentence: expect.stringContaining("en ZIP") });
  });

  it("hands the rules their facts, in the zone of today, with sources and dates", async () => {
    const { file } = await open();
    expect(file.facts).toMatchObject({
      specialty: "MEDECINE_GENERALE",
      sector: "1",
      mtTotal: 812,
      zone: "ZIP",
      optam: null,
    });
    expect(file.evidence).toMatchObject({
      mtTotal: { source: "SNDS", on: "2026-06-30" },
      zone: { source: "Arrêté de zonage", on: "2022-01-01" },
      specialty: { source: "Annuaire santé" },
    });
    expect(file.priority).toMatchObject({
      zone: "ZIP",
      patients: 812,
      threshold: 775,
      signedColleagues: 1,
      openCriteria: 0,
    });
    expect(file.stored).toMatchObject({ priority: 400, version: "CONV2024" });
  });

  it("asks the missing question of a doctor of whom little is known", async () => {
    const page = await open(String(colleague));
    expect(page).toMatchObject({ verdict: "unknown", question: { fact: "fee_sector", seen: "null", settles: false } });
  });

  it("knows the neighbours in the list one came from", async () => {
    expect((await open(String(colleague))).neighbours).toEqual({ previous: doctor, next: signed });
    expect((await open(String(colleague), delegate, "q=le goff")).neighbours).toEqual({ previous: doctor, next: null });
  });

  it("shows the practice with the signed colleague first", async () => {
    const { colleagues } = await as(database, delegate, (ctx) => cabinetOf(ctx, String(doctor)));
    expect(colleagues.map(({ id }) => id)).toEqual([signed, colleague]);
    expect(colleagues[0]).toMatchObject({ signedOn: "2026-01-05" });
  });

  it.each(["0", "abc", "99999999999999999", "1e3", "", "-1"])("« %s » is nobody", async (id) => {
    await expect(open(id)).rejects.toMatchObject({ refusal: "not-found", message: "Médecin introuvable." });
  });

  it("is nobody's of another sector or fund", async () => {
    const others = [anActor("delegate", { sectorIds: [sector + 1_000] }), anActor("manager", { fundIds: [ELSEWHERE] })];
    for (const who of others) {
      await expect(open(String(doctor), who)).rejects.toMatchObject({ refusal: "not-found" });
      await expect(as(database, who, (ctx) => recordsOf(ctx, String(doctor)))).rejects.toMatchObject({
        refusal: "not-found",
      });
    }
  });
});

describe("the journal", () => {
  const told = async (actorId: string) => {
    const { rows } = await database.pool.query(
      "select facts from audit_event where name = 'doctor.opened' and account_id = $1 order by id",
      [actorId],
    );
    return rows.map(({ facts }) => facts);
  };

  it("tells who opened whom, in the same transaction", async () => {
    const id = "00000000-0000-4000-8000-0000000000aa";
    const reader = anActor("delegate", { id, sectorIds: [sector] });
    await open(String(doctor), reader);
    await open(String(colleague), reader);
    await expect(open("0", reader)).rejects.toThrow();
    expect(await told(id)).toEqual([{ doctorId: doctor }, { doctorId: colleague }]);
  });

  it("tells it once an hour, however often the page is read again", async () => {
    const id = "00000000-0000-4000-8000-0000000000ab";
    const reader = anActor("delegate", { id, sectorIds: [sector] });
    const at = (hour: string) => as(database, reader, (ctx) => openDoctor(ctx, String(doctor), ""), new Date(hour));
    for (const hour of ["2026-11-24T10:00:00Z", "2026-11-24T10:59:59Z", "2026-11-24T11:00:00Z"]) await at(hour);
    expect(await told(id)).toHaveLength(2);
  });

  it("does not show the campaign officer a form", async () => {
    expect(await open(String(doctor), anActor("campaign_officer"))).toMatchObject({ mayComplete: false });
    expect(await open(String(doctor), manager)).toMatchObject({ mayComplete: true });
  });
});
