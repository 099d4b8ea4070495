import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "~/access/context";
import { turnThePage } from "~/contracts/night.server";
import { standingOf } from "~db/queries/funnel";
import { anActor, as, ELSEWHERE, testDatabase } from "../../support/database";
import { aDelegate, aDoctorIn, aSectorIn } from "../visits/field";
import { ASSISTANT, contractDesk } from "./scene";

const database = await testDatabase();
const { file, see, step, papers, signed, running } = contractDesk(database);

let delegate: Actor;
let manager: Actor;
let stranger: Actor;
let doctor = 0;

beforeEach(async () => {
  const sector = await aSectorIn(database);
  delegate = await aDelegate(database, [sector]);
  stranger = await aDelegate(database, [await aSectorIn(database)]);
  manager = { ...(await aDelegate(database, [])), role: "manager", scope: "fund" };
  doctor = await aDoctorIn(database, sector, { facts: { mt_total: 900 } });
});

const standing = () => as(database, manager, (ctx) => standingOf(ctx.tx, doctor));
const stages = async () =>
  (await database.pool.query("select to_stage, cause from funnel_move where doctor_id = $1 order by id", [doctor]))
    .rows;

describe("from interest to five years", () => {
  it("opens, gathers papers, signs, hires and trains; the funnel follows", async () => {
    const id = await file(delegate, doctor);
    expect((await see(delegate, id)).state).toBe("opened");
    await papers(delegate, id);
    await step(manager, id, { intent: "sign", signedOn: "2026-10-01", patients: "900", band: "P30_P50" });
    await step(delegate, id, { intent: "hire", ...ASSISTANT });
    const running = await see(delegate, id);
    const [assistant] = running.assistants;
    await step(delegate, id, { intent: "certificate", assistant: assistant!.id, on: "2026-11-20" });

    expect(await stages()).toEqual(
      ["filed", "signed", "hired", "trained"].map((to_stage) => ({ to_stage, cause: "contract" })),
    );
    expect((await standing()).stage).toBe("trained");
    expect(running).toMatchObject({
      state: "running",
      version: "la convention 2024",
      signedOn: "2026-10-01",
      endsOn: "2031-10-01",
      hiredOn: "2026-11-02",
      start: { patients: 900, band: "P30_P50" },
    });
    expect(running.years.map(({ maxCents }) => maxCents)).toEqual([
      3_800_000, 2_800_000, 2_200_000, 2_200_000, 2_200_000,
    ]);
    expect(running.events.map(({ step }) => step)).toEqual(["open", "sign", "hire"]);
    expect((await see(delegate, id)).milestones.find(({ kind }) => kind === "certificate")).toMatchObject({
      state: "done",
      done_on: "2026-11-20",
    });
    const { rows } = await database.pool.query("select signed_on from doctor_facts where doctor_id = $1", [doctor]);
    expect(rows).toEqual([{ signed_on: "2026-10-01" }]);
  });

  it("leaves the signature to managers, and asks for every paper", async () => {
    const id = await file(delegate, doctor);
    await expect(step(delegate, id, { intent: "sign", signedOn: "2026-11-01" })).rejects.toThrow(
      /revient à un responsable/,
    );
    await expect(step(manager, id, { intent: "sign", signedOn: "2026-11-01" })).rejects.toThrow(/Il manque encore/);
    await expect(step(manager, id, { intent: "hire", ...ASSISTANT })).rejects.toThrow(/pas encore signé/);
    expect((await see(manager, id)).state).toBe("opened");
  });

  it("keeps the text of the signature, whatever was published after", async () => {
    const id = await signed(manager, doctor, "2023-02-10", { option: "0.5" });
    const seen = await see(manager, id);
    expect(seen.version).toBe("l'avenant 7");
    expect(seen.laterText).toBe("la convention 2024");
    expect(seen.years.map(({ schedule }) => schedule)).toEqual(["A", "A", "B", "B", "B"]);
  });

  it("refuses an option that was closed that day, and takes it when it was open", async () => {
    const id = await file(manager, doctor, { option: "1/3" });
    await papers(manager, id);
    await expect(step(manager, id, { intent: "sign", signedOn: "2023-05-01" })).rejects.toThrow(
      /est fermée aux contrats signés ce jour-là, selon le règlement arbitral de 2023/,
    );
    await step(manager, id, { intent: "sign", signedOn: "2023-04-30" });
    expect((await see(manager, id)).years.map(({ maxCents }) => maxCents)[0]).toBe(1_200_000);
  });

  it("refuses a signature of tomorrow, one whose five years are over, and a hire before the signature", async () => {
    const id = await file(manager, doctor);
    await papers(manager, id);
    await expect(step(manager, id, { intent: "sign", signedOn: "2026-11-25" })).rejects.toThrow(/dans l'avenir/);
    await expect(step(manager, id, { intent: "sign", signedOn: "2021-11-24" })).rejects.toThrow(/arrivé à son terme/);
    await step(manager, id, { intent: "sign", signedOn: "2026-10-01" });
    await expect(step(manager, id, { intent: "hire", ...ASSISTANT, hiredOn: "2026-09-30" })).rejects.toThrow(
      /le contrat se signe d'abord/,
    );
  });

  it("tells nobody of another sector or fund that it exists", async () => {
    const id = await file(delegate, doctor);
    const abroad = anActor("manager", { fundIds: [ELSEWHERE] });
    for (const who of [stranger, abroad]) {
      await expect(see(who, id)).rejects.toThrow("Contrat introuvable.");
      await expect(file(who, doctor)).rejects.toThrow("Médecin introuvable.");
    }
    await expect(see(manager, "rien")).rejects.toThrow("Contrat introuvable.");
  });

  it("refuses what was read before somebody else changed it", async () => {
    const id = await running(manager, doctor, "2026-10-01");
    await expect(step(manager, id, { intent: "suspend", on: "2026-11-01", revision: 1 })).rejects.toThrow(
      /changer ailleurs/,
    );
  });
});

describe("what life brings", () => {
  it("suspends and resumes, with two amendments and doubtful dates", async () => {
    const id = await running(manager, doctor, "2026-01-10");
    await step(manager, id, { intent: "suspend", on: "2026-06-01" });
    expect(await see(manager, id)).toMatchObject({ state: "suspended", suspendedSince: "2026-06-01" });
    await step(manager, id, { intent: "resume", on: "2026-10-01" });
    const seen = await see(manager, id);
    expect(seen).toMatchObject({ state: "running", suspendedSince: null });
    expect(seen.milestones.filter(({ kind }) => kind === "amendment" || kind === "return")).toHaveLength(2);
    expect(seen.milestones.find(({ key }) => key === "anniversary:1")?.isDoubtful).toBe(true);
    expect(seen.milestones.find(({ kind }) => kind === "certificate")?.isDoubtful).toBe(false);
  });

  it.each([
    ["1", "no", /continue, sans rien à faire/],
    ["3", "no", /prévenez la caisse/],
    ["4", "no", /suspend après accord écrit/],
    ["4", "yes", /continue/],
  ])("an absence of %s months, replaced: %s", async (months, replaced, said) => {
    const id = await running(manager, doctor, "2026-01-10");
    expect((await step(delegate, id, { intent: "absence", from: "2026-11-01", months, replaced })).said).toMatch(said);
  });

  it("ends two months after the letter, by itself, and once", async () => {
    const id = await running(manager, doctor, "2026-01-10");
    await step(manager, id, { intent: "notice", receivedOn: "2026-11-20" });
    expect(await see(manager, id)).toMatchObject({ state: "running", endsOn: "2027-01-20" });
    const night = (now: string) => as(database, anActor("system"), turnThePage, new Date(now));
    await night("2027-01-19T03:00:00Z");
    expect((await see(manager, id)).state).toBe("running");
    expect((await night("2027-01-20T03:00:00Z")).ended).toBe(1);
    expect(await night("2027-01-20T03:00:00Z")).toEqual({ raised: 0, ended: 0 });
    expect(await see(manager, id)).toMatchObject({ state: "ended" });
  });

  it("a doctor who moves too far in the same département signs anew; elsewhere the caisse decides", async () => {
    const id = await running(manager, doctor, "2026-01-10");
    const move = { intent: "relocation", on: "2026-11-01", keepsPatients: "no" };
    expect((await step(manager, id, { ...move, sameDepartment: "no" })).said).toMatch(/la caisse décide/);
    expect((await see(manager, id)).state).toBe("running");
    await step(manager, id, { ...move, sameDepartment: "yes" });
    expect(await see(manager, id)).toMatchObject({ state: "terminated", endsOn: "2026-11-01" });
    const next = await signed(manager, doctor, "2026-11-10");
    expect((await see(manager, next)).state).toBe("signed");
  });

  it("prepares one renewal, which starts where the first contract ends and promises no amount", async () => {
    const id = await running(manager, doctor, "2022-01-10");
    const { goTo } = await step(delegate, id, { intent: "renewal" });
    await expect(step(delegate, id, { intent: "renewal" })).rejects.toThrow(/déjà préparé/);
    await papers(manager, goTo!);
    await step(manager, goTo!, { intent: "sign", signedOn: "2026-11-20" });
    expect(await see(manager, goTo!)).toMatchObject({ startsOn: "2027-01-10", endsOn: "2032-01-10", objective: [] });
    expect((await see(manager, goTo!)).years.every(({ maxCents }) => maxCents === null)).toBe(true);
    expect((await see(manager, id)).state).toBe("renewed");
  });

  it("classes a file and takes it up again", async () => {
    const id = await file(delegate, doctor);
    await expect(file(delegate, doctor)).rejects.toThrow(/déjà ouvert/);
    await step(delegate, id, { intent: "abandon", reason: "Attend des travaux" });
    await step(delegate, id, { intent: "reopen" });
    expect((await see(delegate, id)).events.map(({ detail }) => detail.reason)).toEqual([
      null,
      "Attend des travaux",
      null,
    ]);
  });
});

describe("assistants", () => {
  it("are replaced once, after leaving, and each has its own deadlines", async () => {
    const id = await running(manager, doctor, "2026-01-10", { wasSecretary: "on" });
    const lea = (await see(manager, id)).assistants[0]!.id;
    const ines = { intent: "assistant", ...ASSISTANT, name: "Inès Petit", replaces: lea };
    await expect(step(delegate, id, ines)).rejects.toThrow(/Notez d'abord le départ de Léa Roy/);
    await step(delegate, id, { intent: "left", assistant: lea, on: "2026-10-15" });
    await step(delegate, id, ines);
    await expect(step(delegate, id, { ...ines, name: "Tom Le Bras" })).rejects.toThrow(/déjà remplacé par Inès Petit/);
    const seen = await see(delegate, id);
    expect(seen.assistants.map(({ name, replaced_by }) => [name, replaced_by])).toEqual([
      ["Léa Roy", "Inès Petit"],
      ["Inès Petit", null],
    ]);
    expect(seen.milestones.filter(({ kind }) => kind === "certificate").map(({ due_on }) => due_on)).toEqual([
      "2028-11-02",
    ]);
    expect(seen.milestones.some(({ kind }) => kind === "secretary")).toBe(false);
  });

  it("says when the secretary is replaced, and how", async () => {
    const id = await running(manager, doctor, "2026-06-10", { wasSecretary: "on" });
    const { assistants, milestones } = await see(manager, id);
    expect(milestones.find(({ kind }) => kind === "secretary")).toMatchObject({ due_on: "2026-12-10" });
    const done = { intent: "secretary", assistant: assistants[0]!.id, on: "2026-11-01", solution: "telephone" };
    await step(delegate, id, done);
    expect((await see(manager, id)).milestones.find(({ kind }) => kind === "secretary")?.state).toBe("done");
  });
});
