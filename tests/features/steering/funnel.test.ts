import { beforeAll, describe, expect, it } from "vitest";
import { loseDoctor, moveStage } from "~/funnel/funnel.server";
import { moveByHand, movesOfDoctor, undoHandMove } from "~/funnel/hand.server";
import { boardPage, stalledPage } from "~/steering/board/board.server";
import { changeTargets, settingPage } from "~/steering/board/setting.server";
import { cellSearch, funnelSearch } from "~/steering/funnel/funnel.form";
import { funnelPage } from "~/steering/funnel/funnel.server";
import { cellPage } from "~/steering/funnel/rows.server";
import { anActor, as, ELSEWHERE, HERE, NOON, testDatabase } from "../../support/database";
import { aRankedDoctor, aSector } from "../../support/factories";

const database = await testDatabase();
const manager = anActor();
const stranger = anActor("manager", { fundIds: [ELSEWHERE] });
const reader = anActor("national_reader");
const doctors: number[] = [];
let sectorId = 0;

const onDay = (day: string) => new Date(`${day}T10:00:00Z`);

beforeAll(async () => {
  await as(database, manager, async (ctx) => {
    sectorId = await aSector(ctx, "Nord");
    for (let rank = 0; rank < 12; rank++) {
      const given = { sector_id: rank < 3 ? sectorId : null, is_gp: rank % 3 !== 0 };
      doctors.push(
        await aRankedDoctor(ctx, given, { zone: rank % 2 === 0 ? "ZIP" : "HZ", verdict: rank < 9 ? "yes" : "unknown" }),
      );
    }
  });
  const told = (rank: number, stage: Parameters<typeof moveStage>[2], day: string) =>
    as(database, manager, (ctx) => moveStage(ctx, { id: doctors[rank]!, fundId: HERE }, stage, "report"), onDay(day));
  for (let rank = 0; rank < 6; rank++) await told(rank, "contacted", "2026-09-01");
  for (let rank = 0; rank < 5; rank++) await told(rank, "visited", `2026-09-${10 + rank}`);
  await told(0, "filed", "2026-10-01");
  await told(0, "signed", "2026-10-20");
  await told(1, "filed", "2026-10-02");
  await as(
    database,
    manager,
    (ctx) => loseDoctor(ctx, { id: doctors[2]!, fundId: HERE }, "report", "OBJ_COST"),
    onDay("2026-10-05"),
  );
});

const read = (query: string, actor = manager) =>
  as(database, actor, (ctx) => funnelPage(ctx, funnelSearch.parse(Object.fromEntries(new URLSearchParams(query)))));
const open = (query: string, actor = manager) =>
  as(database, actor, (ctx) => cellPage(ctx, cellSearch.parse(Object.fromEntries(new URLSearchParams(query)))));
const countsOf = (page: Awaited<ReturnType<typeof read>>, column = 0) =>
  Object.fromEntries(page.columns[column]!.figures!.map(({ place, doctors: count }) => [place, count]));

describe("the funnel", () => {
  it("counts who came this far, with conversion, delay and reasons", async () => {
    const page = await read("");
    expect(countsOf(page)).toEqual({
      target: 12,
      eligible: 9,
      contacted: 6,
      appointment: 5,
      visited: 5,
      simulated: 2,
      intends: 2,
      filed: 2,
      signed: 1,
      hired: 0,
      trained: 0,
    });
    const visited = page.columns[0]!.figures!.find(({ place }) => place === "visited")!;
    expect(visited).toMatchObject({ conversion: 1, lost: 1 });
    expect(page.columns[0]!.figures!.find(({ place }) => place === "appointment")!.delay).toEqual({
      days: 11,
      doctors: 5,
    });
    expect(page.columns[0]!.losses).toEqual([{ reason: "OBJ_COST", doctors: 1 }]);
  });

  it.each([
    "",
    "zone=ZIP",
    "specialite=generalistes",
    "vue=periode&du=2026-09-01&jusquau=2026-09-30",
    "vue=cohorte&du=2026-09-01&jusquau=2026-09-30",
    "au=2026-10-03",
  ])("opens exactly the doctors of each figure: %s", async (query) => {
    for (const { place, doctors: count } of (await read(query)).columns[0]!.figures!) {
      if (count === null) continue;
      const cell = await open(`${query}&etape=${place}`);
      expect([place, cell.total, cell.rows.length]).toEqual([place, count, count]);
    }
  });

  it("reads a past day from the moves, and does not invent who was eligible", async () => {
    const counts = countsOf(await read("au=2026-10-01"));
    expect(counts).toMatchObject({ target: null, eligible: null, contacted: 6, visited: 5, filed: 1, signed: 0 });
    expect((await read("au=2026-10-01")).columns[0]!.losses).toEqual([]);
    expect((await open("au=2026-10-06&motif=OBJ_COST")).rows.map(({ id }) => id)).toEqual([doctors[2]]);
  });

  it("compares two selections, and hides a group of sectors under five", async () => {
    const page = await read(`zone=ZIP&comparer=1&b_zone=autres`);
    expect([countsOf(page, 0).contacted, countsOf(page, 1).contacted]).toEqual([3, 3]);
    expect((await read(`secteurs=${sectorId}`)).columns[0]!.figures).toBeNull();
  });

  it("shows nothing of another caisse", async () => {
    expect(countsOf(await read("", stranger)).target).toBe(0);
    expect((await open(`caisse=${HERE}&etape=signed`, stranger)).total).toBe(0);
    expect((await open("etape=signed", stranger)).rows).toEqual([]);
  });

  it("tells a nation's reader sums of eleven or more only, added up before they are hidden", async () => {
    const page = await read("", reader);
    expect(countsOf(page)).toMatchObject({ target: 12, eligible: null, signed: null, trained: 0 });
    expect(page.opensRows).toBe(false);
  });
});

describe("a stage changed by hand", () => {
  it("is an event with its reason, may take a doctor back, and is undone", async () => {
    const id = doctors[4]!;
    await as(database, manager, (ctx) => moveByHand(ctx, id, { to: "intends", reason: "Appel du cabinet" }));
    expect((await as(database, manager, (ctx) => movesOfDoctor(ctx, id))).moves[0]).toMatchObject({
      to_stage: "intends",
      cause: "hand",
      reason: "Appel du cabinet",
    });
    expect(countsOf(await read("")).intends).toBe(3);
    const { undoable } = await as(database, manager, (ctx) => movesOfDoctor(ctx, id));
    await as(database, manager, (ctx) => undoHandMove(ctx, id, undoable!));
    expect(countsOf(await read("")).intends).toBe(2);
    await as(database, manager, (ctx) => moveByHand(ctx, id, { to: "contacted", reason: "Visite notée par erreur" }));
    expect(countsOf(await read("")).visited).toBe(4);
    const back = await as(database, manager, (ctx) => movesOfDoctor(ctx, id));
    await as(database, manager, (ctx) => undoHandMove(ctx, id, back.undoable!));
    expect(countsOf(await read("")).visited).toBe(5);
  });

  it("gives a lost doctor back as they were lost", async () => {
    const id = doctors[2]!;
    await as(database, manager, (ctx) => moveByHand(ctx, id, { to: "intends", reason: "A changé d'avis" }));
    const { undoable } = await as(database, manager, (ctx) => movesOfDoctor(ctx, id));
    await as(database, manager, (ctx) => undoHandMove(ctx, id, undoable!));
    expect((await as(database, manager, (ctx) => movesOfDoctor(ctx, id))).doctor).toMatchObject({
      stage: "visited",
      lost_reason: "OBJ_COST",
    });
  });

  it("is refused where the doctor stands already, and once something followed", async () => {
    const id = doctors[5]!;
    await expect(
      as(database, manager, (ctx) => moveByHand(ctx, id, { to: "contacted", reason: "Encore" })),
    ).rejects.toThrow("à corriger");
    await as(database, manager, (ctx) => moveByHand(ctx, id, { to: "appointment", reason: "Pris par téléphone" }));
    const { undoable } = await as(database, manager, (ctx) => movesOfDoctor(ctx, id));
    await as(database, manager, (ctx) => moveByHand(ctx, id, { to: "visited", reason: "Vue au congrès" }));
    await expect(as(database, manager, (ctx) => undoHandMove(ctx, id, undoable!))).rejects.toThrow("a avancé depuis");
  });

  it("is not for another caisse", async () => {
    await expect(
      as(database, stranger, (ctx) => moveByHand(ctx, doctors[0]!, { to: "hired", reason: "Essai" })),
    ).rejects.toThrow("introuvable");
    await expect(as(database, stranger, (ctx) => undoHandMove(ctx, doctors[0]!, 1))).rejects.toThrow("introuvable");
  });
});

describe("pilotage", () => {
  const board = (actor = manager, now = NOON) => as(database, actor, (ctx) => boardPage(ctx, { caisse: null }), now);
  const target = {
    intent: "set" as const,
    from: "2026-06-01",
    to: "2026-12-31",
    visits: 20,
    contracts: 4,
    priority: 60,
    gp: 75,
  };

  it("holds the work against the share of the public targets until the caisse sets its own", async () => {
    expect((await board()).targets).toMatchObject({
      isOwn: false,
      from: "2026-06-01",
      to: "2026-12-31",
      priorityShare: 0.6,
    });
    await as(database, manager, (ctx) => changeTargets(ctx, null, target));
    const page = await board();
    expect(page.targets).toMatchObject({ isOwn: true, visits: 20, contracts: 4 });
    expect(page.pace!.contracts).toMatchObject({ done: 1, target: 4, work: 0.25 });
    expect(page.met.all).toBe(countsOf(await read("vue=periode&du=2026-06-01&jusquau=2026-12-31")).visited);
    expect((await board(stranger)).targets.isOwn).toBe(false);
  });

  it("refuses a period that overlaps another, changes the same one, and removes it", async () => {
    await expect(
      as(database, manager, (ctx) => changeTargets(ctx, null, { ...target, from: "2026-07-01" })),
    ).rejects.toThrow("à corriger");
    await as(database, manager, (ctx) => changeTargets(ctx, null, { ...target, visits: 30 }));
    const { rows } = await as(database, manager, (ctx) => settingPage(ctx, { caisse: null }));
    expect(rows.map(({ visits }) => visits)).toEqual([30]);
    await expect(
      as(database, stranger, (ctx) => changeTargets(ctx, null, { intent: "remove", id: rows[0]!.id })),
    ).rejects.toThrow("introuvable");
    await as(database, manager, (ctx) => changeTargets(ctx, null, { intent: "remove", id: rows[0]!.id }));
    expect((await board()).targets.isOwn).toBe(false);
  });

  it("names what stands still, and opens its doctors", async () => {
    const { alerts } = await board();
    expect(alerts.map(({ key }) => key)).toContain("filed");
    const { total, rows } = await as(database, manager, (ctx) => stalledPage(ctx, { caisse: null, alerte: "filed" }));
    expect([total, rows.map(({ id }) => id)]).toEqual([1, [doctors[1]]]);
    expect((await as(database, stranger, (ctx) => stalledPage(ctx, { caisse: null, alerte: "filed" }))).total).toBe(0);
  });

  it("has nothing to hold before the first day", async () => {
    expect((await board(manager, onDay("2026-05-02"))).pace).toBeNull();
  });

  it("tells the country to its reader, without alerts on anybody", async () => {
    const page = await board(reader);
    expect([page.fund, page.alerts, page.targets.visits]).toEqual([null, [], 35_000]);
  });
});
