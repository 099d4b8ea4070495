import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "~/access/context";
import { milestoneForm } from "~/contracts/board.form";
import { openBoard, workOnMilestone } from "~/contracts/board.server";
import { contractsSearch } from "~/contracts/list.form";
import { browseContracts } from "~/contracts/list.server";
import { turnThePage } from "~/contracts/night.server";
import { anActor, as, testDatabase } from "../../support/database";
import { aDelegate, aDoctorIn, aSectorIn } from "../visits/field";
import { ASSISTANT, contractDesk } from "./scene";

const database = await testDatabase();
const { file, see, running, step } = contractDesk(database);

let delegate: Actor;
let manager: Actor;
let stranger: Actor;
let doctor = 0;

beforeEach(async () => {
  await database.pool.query("truncate contract cascade");
  const sector = await aSectorIn(database);
  delegate = await aDelegate(database, [sector]);
  stranger = await aDelegate(database, [await aSectorIn(database)]);
  manager = { ...(await aDelegate(database, [])), role: "manager", scope: "fund" };
  doctor = await aDoctorIn(database, sector);
});

const board = (who: Actor, now?: string) => as(database, who, openBoard, now ? new Date(now) : undefined);
const work = (who: Actor, ask: object, now?: string) =>
  as(database, who, (ctx) => workOnMilestone(ctx, milestoneForm.parse(ask)), now ? new Date(now) : undefined);
const titles = (lines: readonly { title: string; dueOn: string }[]) =>
  lines.map(({ title, dueOn }) => `${dueOn} ${title}`);

describe("the board", () => {
  it("sorts what is late, this month and next", async () => {
    await running(manager, doctor, "2026-05-26");
    const now = await board(delegate);
    expect(now.counts).toEqual({ late: 0, month: 1, next: 0 });
    expect(titles(now.month)).toEqual(["2026-11-26 Entretien du 6ᵉ mois"]);
    const later = await board(delegate, "2026-12-24T10:00:00Z");
    expect(titles(later.late)).toEqual(["2026-11-26 Entretien du 6ᵉ mois"]);
    expect(later.counts.next).toBe(3);
    expect(titles(later.next)).toContain("2027-05-26 Anniversaire : l'année 2 commence");
  });

  it("treats, postpones with a reason and takes back", async () => {
    await running(manager, doctor, "2026-05-26");
    const [talk] = (await board(delegate)).month;
    const { undo } = await work(delegate, { intent: "done", id: talk!.id, dueOn: talk!.dueOn });
    expect((await board(delegate)).counts.month).toBe(0);
    await work(delegate, undo!);
    expect((await board(delegate)).month).toHaveLength(1);

    const postponed = {
      intent: "postpone",
      id: talk!.id,
      dueOn: talk!.dueOn,
      to: "2026-12-10",
      reason: "Médecin absent",
    };
    const back = await work(delegate, postponed);
    expect((await board(delegate)).next).toMatchObject([{ dueOn: "2026-12-10", postponedFor: "Médecin absent" }]);
    await work(delegate, back.undo!);
    expect((await board(delegate)).month).toMatchObject([{ dueOn: "2026-11-26", postponedFor: null }]);
  });

  it("refuses a day gone by, what changed meanwhile, and « fait » where a fact is expected", async () => {
    const id = await running(manager, doctor, "2026-05-26");
    const [talk] = (await board(delegate)).month;
    const postpone = { intent: "postpone", id: talk!.id, dueOn: talk!.dueOn, reason: "Absent" };
    await expect(work(delegate, { ...postpone, to: "2026-11-24" })).rejects.toThrow(/à corriger/);
    await work(manager, { intent: "done", id: talk!.id, dueOn: talk!.dueOn });
    await expect(work(delegate, { ...postpone, to: "2026-12-10" })).rejects.toThrow(/changer ailleurs/);
    const certificate = (await see(manager, id)).milestones.find(({ kind }) => kind === "certificate")!;
    await expect(work(manager, { intent: "done", id: certificate.id, dueOn: certificate.due_on })).rejects.toThrow(
      /à la ligne de l'assistant/,
    );
  });

  it("shows nothing of another sector, and does nothing there", async () => {
    await running(manager, doctor, "2026-05-26");
    const [talk] = (await board(delegate)).month;
    expect((await board(stranger)).counts).toEqual({ late: 0, month: 0, next: 0 });
    await expect(work(stranger, { intent: "done", id: talk!.id, dueOn: talk!.dueOn })).rejects.toThrow(
      "Échéance introuvable.",
    );
  });

  it("keeps what was done and postponed when the dates are computed anew", async () => {
    const id = await running(manager, doctor, "2026-05-26");
    const [talk] = (await board(delegate)).month;
    await work(delegate, { intent: "postpone", id: talk!.id, dueOn: talk!.dueOn, to: "2026-12-10", reason: "Absent" });
    await step(delegate, id, { intent: "assistant", ...ASSISTANT, name: "Inès Petit" });
    expect((await board(delegate)).next[0]).toMatchObject({ dueOn: "2026-12-10", postponedFor: "Absent" });
  });
});

/** The version of each row: equal before and after means that nothing was written, not even the same. */
const versions = async () =>
  (
    await database.pool.query(
      "select id, xmin::text from milestone union all select id, xmin::text from contract order by 1",
    )
  ).rows;

describe("the night", () => {
  it("raises what falls due, and changes nothing the second time", async () => {
    await running(manager, doctor, "2026-05-26");
    const night = () => as(database, anActor("system"), turnThePage, new Date("2026-11-26T02:00:00Z"));
    expect(await night()).toEqual({ raised: 1, ended: 0 });
    const before = await versions();
    expect(await night()).toEqual({ raised: 0, ended: 0 });
    expect(await versions()).toEqual(before);
  });
});

describe("the list", () => {
  const list = (who: Actor, search: object = {}) =>
    as(database, who, (ctx) => browseContracts(ctx, contractsSearch.parse(search)));

  it("filters by state and name, and pages without losing anyone", async () => {
    await running(manager, doctor, "2026-05-26");
    await file(manager, await aDoctorIn(database, delegate.sectorIds[0]!, { last_name: "ÉVENO", first_name: "Paul" }));
    expect((await list(delegate)).total).toBe(2);
    expect((await list(delegate, { etat: "dossiers" })).contracts.map(({ name }) => name)).toEqual([
      "Dr\u00a0Paul Éveno",
    ]);
    expect((await list(delegate, { q: "eveno" })).total).toBe(1);
    expect((await list(delegate, { etat: "rien", apres: "n'importe" })).total).toBe(2);
    expect((await list(stranger)).total).toBe(0);
  });
});
