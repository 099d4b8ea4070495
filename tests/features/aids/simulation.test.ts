import { beforeAll, describe, expect, it } from "vitest";
import { handSimulation, openFaceToFace, openSimulation, takeBackSimulation } from "~/aids/simulation.server";
import { loseDoctor, moveStage } from "~/funnel/funnel.server";
import { anActor, as, ELSEWHERE, testDatabase } from "../../support/database";
import { aRankedDoctor, aSector } from "../../support/factories";

const database = await testDatabase();
const system = anActor("system");
const EMPTY = { a: "", b: "", le: "", cout: "", tranche: "" };
const MORNING = new Date("2026-11-24T09:00:00Z");
const LATER = new Date("2026-11-24T10:00:00Z");
const TOMORROW = new Date("2026-11-25T09:00:00Z");

let [mine, theirs, elsewhere, gone, signed] = ["", "", "", "", ""];
let delegate = anActor("delegate");
let colleague = anActor("delegate");

beforeAll(() =>
  as(database, system, async (ctx) => {
    const [sector, other] = [await aSector(ctx, "Brière"), await aSector(ctx, "Retz")];
    delegate = anActor("delegate", { sectorIds: [sector] });
    colleague = anActor("delegate", { sectorIds: [sector], id: "00000000-0000-4000-8000-0000000000c0" });
    const facts = { fee_sector: "1", mt_total: 829 };
    mine = String(await aRankedDoctor(ctx, { sector_id: sector, facts }));
    theirs = String(await aRankedDoctor(ctx, { sector_id: other, facts }));
    elsewhere = String(await aRankedDoctor(ctx, { fund_id: ELSEWHERE }));
    gone = String(await aRankedDoctor(ctx, { sector_id: sector, gone_on: "2026-10-01", facts }));
    signed = String(await aRankedDoctor(ctx, { sector_id: sector, facts: { ...facts, signed_on: "2021-09-01" } }));
  }),
);

const open = (id = mine, text = EMPTY, who = delegate) => as(database, who, (ctx) => openSimulation(ctx, id, text));
const hand = (id = mine, text = EMPTY, who = delegate, now = MORNING) =>
  as(database, who, (ctx) => handSimulation(ctx, id, text), now);
const takeBack = (simulation: string, id = mine, who = delegate, now = LATER) =>
  as(database, who, (ctx) => takeBackSimulation(ctx, id, simulation), now);
const newest = async (id = mine) => (await open(id)).handed[0]!;
const standing = async (id = mine) =>
  (await database.pool.query("select stage, lost_reason from doctor_stage where doctor_id = $1", [id])).rows[0];
const aDoctorOfMine = (given: object = {}) =>
  as(database, system, async (ctx) =>
    String(
      await aRankedDoctor(ctx, {
        sector_id: delegate.sectorIds[0]!,
        facts: { fee_sector: "1", mt_total: 829 },
        ...given,
      }),
    ),
  );

describe("opening a simulation", () => {
  it("reads the doctor's facts, and today unless a contract runs", async () => {
    const { shown, signedOn } = await open();
    expect(shown.ask).toEqual({
      choices: ["temps-plein", "mi-temps"],
      signedOn: "2026-11-24",
      monthlyCents: null,
      band: null,
    });
    expect(shown.sides.map(({ totalMaxCents }) => totalMaxCents)).toEqual([13_200_000, 6_600_000]);
    expect(signedOn).toBeNull();
    const running = await open(signed);
    expect(running.shown.ask.signedOn).toBe("2021-09-01");
    expect(running.shown.sides[1]!.switchesOn).toBe("2024-09-01");
  });

  it("shows the doctor the aid and nothing of the file", async () => {
    const face = await as(database, delegate, (ctx) => openFaceToFace(ctx, mine, EMPTY));
    expect(Object.keys(face).sort()).toEqual(["doctorId", "fund", "name", "reach", "shown", "signedOn", "today"]);
    expect(JSON.stringify(face)).not.toMatch(/verdict|priority|rpps/i);
  });

  it("is not there for another sector, another fund or a number that is not one", async () => {
    for (const id of [theirs, elsewhere, "0", "12x"]) {
      await expect(open(id)).rejects.toThrow("Médecin introuvable.");
      await expect(as(database, delegate, (ctx) => handSimulation(ctx, id, EMPTY))).rejects.toThrow("introuvable");
    }
  });
});

describe("handing it over", () => {
  it("keeps what was said, moves the funnel once, however often it is pressed", async () => {
    expect(await Promise.all([hand(), hand(), hand()])).toContain("Simulation remise.");
    const { handed } = await open();
    expect(handed).toHaveLength(1);
    expect(handed[0]).toMatchObject({ by: "vous", mayTakeBack: true, handedOn: "2026-11-24" });
    expect(handed[0]!.sides.map(({ total }) => total?.replaceAll(/\s/g, " "))).toEqual([
      "jusqu'à 132 000 €",
      "jusqu'à 66 000 €",
    ]);
    const { rows } = await database.pool.query(
      "select version, to_stage, cause from simulation s join funnel_move m on m.id = s.move_id where s.doctor_id = $1",
      [mine],
    );
    expect(rows).toEqual([{ version: "CONV2024", to_stage: "simulated", cause: "simulation" }]);
    const events = await database.pool.query("select count(*)::int from audit_event where name = 'simulation.handed'");
    expect(events.rows[0].count).toBe(1);
  });

  it("refuses a wrong date, a formula that is closed, and a doctor who left", async () => {
    await expect(hand(mine, { ...EMPTY, le: "2018-01-01" })).rejects.toMatchObject({
      fields: { le: [expect.any(String)] },
    });
    await expect(hand(mine, { ...EMPTY, a: "tiers-temps", b: "aucune" })).rejects.toThrow(/fermée/);
    await expect(hand(gone)).rejects.toThrow(/quitté l'annuaire/);
  });
});

describe("taking it back", () => {
  it("puts the doctor where the step found them, once", async () => {
    const id = await aDoctorOfMine();
    await hand(id);
    expect(await standing(id)).toMatchObject({ stage: "simulated" });
    const { id: simulation } = await newest(id);
    await takeBack(simulation, id);
    await takeBack(simulation, id);
    expect(await standing(id)).toBeUndefined();
    expect((await open(id)).handed).toEqual([]);
    expect(await hand(id)).toBe("Simulation remise.");
  });

  it("puts a doctor back among those who were visited, or who had said no", async () => {
    const [visited, lost] = [await aDoctorOfMine(), await aDoctorOfMine()];
    const subject = (id: string) => ({ id: Number(id), fundId: delegate.fundIds[0]! });
    await as(database, delegate, (ctx) => moveStage(ctx, subject(visited), "visited", "report"), MORNING);
    await as(database, delegate, (ctx) => loseDoctor(ctx, subject(lost), "report", "retirement"), MORNING);
    for (const id of [visited, lost]) {
      await hand(id, EMPTY, delegate, LATER);
      expect(await standing(id)).toEqual({ stage: "simulated", lost_reason: null });
      await takeBack((await newest(id)).id, id, delegate, TOMORROW);
    }
    expect(await standing(visited)).toEqual({ stage: "visited", lost_reason: null });
    expect(await standing(lost)).toEqual({ stage: "contacted", lost_reason: "retirement" });
  });

  it("leaves the step to another simulation that stays", async () => {
    const id = await aDoctorOfMine();
    await hand(id);
    const first = await newest(id);
    await hand(id, { ...EMPTY, a: "mi-temps", b: "aucune" }, delegate, LATER);
    await takeBack(first.id, id, delegate, TOMORROW);
    expect(await standing(id)).toMatchObject({ stage: "simulated" });
    await takeBack((await newest(id)).id, id, delegate, TOMORROW);
    expect(await standing(id)).toBeUndefined();
  });

  it("is refused once something followed, to a colleague, and elsewhere", async () => {
    const id = await aDoctorOfMine();
    await hand(id);
    const { id: simulation } = await newest(id);
    await expect(takeBack(simulation, id, colleague)).rejects.toThrow(/Seule la personne/);
    await expect(takeBack(simulation, mine)).rejects.toThrow("Simulation introuvable.");
    await expect(takeBack(simulation, id, anActor("manager", { fundIds: [ELSEWHERE] }))).rejects.toThrow(
      "Simulation introuvable.",
    );
    const subject = { id: Number(id), fundId: delegate.fundIds[0]! };
    await as(database, delegate, (ctx) => moveStage(ctx, subject, "intends", "report"), LATER);
    expect((await newest(id)).mayTakeBack).toBe(false);
    await expect(takeBack(simulation, id, delegate, TOMORROW)).rejects.toThrow(/avancé depuis/);
    expect(await standing(id)).toMatchObject({ stage: "intends" });
  });
});
