import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "~/access/context";
import { browseDoctors, neighboursOf } from "~/doctors/browse.server";
import { listAskIn } from "~/doctors/list.form";
import { Refused } from "~/errors";
import { membersOf, segmentCriteria } from "~/segments/audience.server";
import type { Group } from "~/segments/criteria";
import { browseSegments, openNew, openSegment } from "~/segments/open.server";
import {
  createSegment,
  discardSegment,
  duplicateSegment,
  reviseSegment,
  shareWithFund,
  undoDiscard,
} from "~/segments/segments.server";
import { anActor, as, ELSEWHERE, testDatabase } from "../../support/database";
import { aDoctor, aRankedDoctor, aSector } from "../../support/factories";
import { actorOf, anAccount } from "../access/people";

const database = await testDatabase();
const system = anActor("system");
const inZip: Group = { match: "all", of: [{ kind: "zone", is: ["ZIP"] }] };
const eligible: Group = { match: "all", of: [{ kind: "verdict", is: ["yes"] }] };

let [officer, colleague, manager, stranger, delegate]: Actor[] = [];
let [mine, theirs, abroad] = [0, 0, 0];
const doctors: Record<string, number> = {};

beforeAll(async () => {
  await as(database, system, async (ctx) => {
    mine = await aSector(ctx, "Secteur de Châteaubriant");
    theirs = await aSector(ctx, "Secteur de Pornic");
    abroad = await aSector(ctx, "Secteur d'Angers", ELSEWHERE);
    doctors.abgrall = await aRankedDoctor(
      ctx,
      { last_name: "ABGRALL", sector_id: mine },
      { zone: "ZIP", priority: 300 },
    );
    doctors.blain = await aRankedDoctor(
      ctx,
      { last_name: "BLAIN", sector_id: theirs },
      { zone: "ZIP", priority: 200, verdict: "no" },
    );
    doctors.cadiou = await aRankedDoctor(
      ctx,
      { last_name: "CADIOU", sector_id: theirs },
      { zone: "ZAC", priority: 100 },
    );
    await aRankedDoctor(ctx, { last_name: "ETRANGER", fund_id: ELSEWHERE, sector_id: abroad }, { zone: "ZIP" });
    await aDoctor(ctx, { last_name: "PARTI", gone_on: "2026-10-01" });
  });
  const person = async (role: Actor["role"], more: Parameters<typeof anAccount>[1] = {}) =>
    actorOf(database, await anAccount(database, { role, name: `Une ${role}`, ...more }));
  officer = await person("campaign_officer", { name: "Julie Merceron" });
  colleague = await person("campaign_officer");
  manager = await person("manager");
  stranger = await person("campaign_officer", { fundId: ELSEWHERE });
  delegate = await person("delegate", { sectorIds: [mine] });
});

const create = (criteria = inZip, who = officer!, name = "Sous-dense") =>
  as(database, who, (ctx) => createSegment(ctx, { name, criteria }));
const open = (id: string, who = officer!, carried: string | null = null) =>
  as(database, who, (ctx) => openSegment(ctx, id, carried));
const share = (id: string, isShared = true, who = officer!) =>
  as(database, who, (ctx) => shareWithFund(ctx, id, isShared));
const listed = async (who: Actor) => (await as(database, who, browseSegments)).segments;
const isRefused = (refusal: Refused["refusal"], message: RegExp) =>
  expect.objectContaining({ refusal, message: expect.stringMatching(message) });

describe("a segment", () => {
  it("is saved with its exact count, its sentence, and a line in the journal", async () => {
    const id = await create();
    const shown = await open(id);
    expect(shown).toMatchObject({ name: "Sous-dense", isOwn: true, isShared: false, mayChange: true, criteria: inZip });
    expect(shown.figures).toMatchObject({ count: 2, sentence: "Médecins en ZIP.", moves: { entered: 0, left: 0 } });
    expect(shown.figures!.first.map(({ name }) => name)).toEqual(["ABGRALL Claire", "BLAIN Claire"]);
    expect(shown.figures!.shares).toEqual([
      { zone: "ZIP", specialty: null, is_zone: true, doctors: 2 },
      { zone: null, specialty: "general-practice", is_zone: false, doctors: 2 },
    ]);
    const { rows } = await database.pool.query(
      "select facts from audit_event where name = 'segment.saved' and facts ->> 'segmentId' = $1",
      [id],
    );
    expect(rows).toEqual([{ facts: { segmentId: id, doctors: 2, shared: false } }]);
  });

  it("is its owner's alone until it is shared, and never another fund's", async () => {
    const id = await create();
    for (const who of [colleague!, manager!, delegate!, stranger!])
      await expect(open(id, who)).rejects.toEqual(isRefused("not-found", /introuvable/));
    await share(id);
    expect((await open(id, colleague!)).mayChange).toBe(false);
    expect((await open(id, manager!)).mayChange).toBe(true);
    expect((await listed(colleague!)).find((line) => line.id === id)).toMatchObject({
      owner: "Julie Merceron",
      isOwn: false,
      isShared: true,
      count: 2,
    });
    await expect(open(id, stranger!)).rejects.toEqual(isRefused("not-found", /introuvable/));
    await share(id, false);
    await expect(open(id, colleague!)).rejects.toEqual(isRefused("not-found", /introuvable/));
  });

  it("counts for a delegate the doctors of their sectors, and calls nobody else gone", async () => {
    const id = await create();
    await share(id);
    const { figures, mayCompose } = await open(id, delegate!);
    expect(mayCompose).toBe(false);
    expect(figures).toMatchObject({ count: 1, moves: { entered: 0, left: 0 } });
    expect((await listed(delegate!)).find((line) => line.id === id)).toMatchObject({ count: 1 });
  });

  it("tells who entered and who left since it was saved, and starts again when it is saved again", async () => {
    const id = await create(eligible);
    await as(database, system, ({ tx }) =>
      tx.updateTable("score").set({ verdict: "yes" }).where("doctor_id", "=", doctors.blain!).execute(),
    );
    await as(database, system, ({ tx }) =>
      tx.updateTable("score").set({ verdict: "unknown" }).where("doctor_id", "=", doctors.cadiou!).execute(),
    );
    const { moves } = (await open(id)).figures!;
    expect(moves).toMatchObject({ entered: 1, left: 1 });
    expect(moves!.firstEntered.map(({ name }) => name)).toEqual(["BLAIN Claire"]);
    expect(moves!.firstLeft.map(({ name }) => name)).toEqual(["CADIOU Claire"]);
    await as(database, officer!, (ctx) => reviseSegment(ctx, id, 1, { name: "Éligibles", criteria: eligible }));
    expect(await open(id)).toMatchObject({
      name: "Éligibles",
      version: 2,
      figures: { count: 2, moves: { entered: 0, left: 0 } },
    });
    await as(database, system, ({ tx }) =>
      tx.updateTable("score").set({ verdict: "no" }).where("doctor_id", "=", doctors.blain!).execute(),
    );
    await as(database, system, ({ tx }) =>
      tx.updateTable("score").set({ verdict: "yes" }).where("doctor_id", "=", doctors.cadiou!).execute(),
    );
  });

  it("is not written over by somebody who read it before it changed", async () => {
    const id = await create();
    await share(id);
    await as(database, manager!, (ctx) => reviseSegment(ctx, id, 1, { name: "Du responsable", criteria: eligible }));
    const late = as(database, officer!, (ctx) => reviseSegment(ctx, id, 1, { name: "De l'officier", criteria: inZip }));
    await expect(late).rejects.toEqual(isRefused("conflict", /Rien n'a été enregistré/));
    expect(await open(id)).toMatchObject({ name: "Du responsable", version: 2 });
  });

  it("of a colleague is copied, not changed, and shared by its owner only", async () => {
    const id = await create();
    await share(id);
    const change = as(database, colleague!, (ctx) => reviseSegment(ctx, id, 1, { name: "x", criteria: eligible }));
    await expect(change).rejects.toEqual(isRefused("conflict", /appartient à un collègue/));
    await expect(as(database, colleague!, (ctx) => discardSegment(ctx, id))).rejects.toEqual(
      isRefused("conflict", /collègue/),
    );
    await expect(share(id, false, manager!)).rejects.toEqual(isRefused("conflict", /Seule la personne/));
    const copy = await as(database, colleague!, (ctx) => duplicateSegment(ctx, id));
    expect(await open(copy, colleague!)).toMatchObject({ name: "Sous-dense (copie)", isOwn: true, isShared: false });
    await expect(as(database, stranger!, (ctx) => duplicateSegment(ctx, id))).rejects.toEqual(
      isRefused("not-found", /introuvable/),
    );
  });

  it("that was removed comes back for its owner, and its members are forgotten after a day", async () => {
    const id = await create();
    await as(database, officer!, (ctx) => discardSegment(ctx, id));
    await expect(open(id)).rejects.toEqual(isRefused("not-found", /introuvable/));
    expect((await listed(officer!)).some((line) => line.id === id)).toBe(false);
    await expect(as(database, colleague!, (ctx) => undoDiscard(ctx, id))).rejects.toEqual(
      isRefused("not-found", /introuvable/),
    );
    await as(database, officer!, (ctx) => undoDiscard(ctx, id));
    expect(await open(id)).toMatchObject({ figures: { count: 2, moves: { entered: 0 } } });
    await as(database, officer!, (ctx) => discardSegment(ctx, id));
    const another = await create();
    const later = new Date("2026-11-26T11:00:00Z");
    await as(database, officer!, (ctx) => discardSegment(ctx, another), later);
    const { rows } = await database.pool.query("select segment_id from segment_snapshot where segment_id = any ($1)", [
      [id, another],
    ]);
    expect(rows).toEqual([{ segment_id: another }]);
  });
});

describe("what is asked", () => {
  it.each<[string, Group, RegExp]>([
    [
      "of another fund's sector",
      { match: "all", of: [{ kind: "sector", is: [9_999_999] }] },
      /Le secteur n°.9999999 n'existe pas dans votre caisse/,
    ],
    [
      "of another fund",
      { match: "none", of: [{ kind: "fund", is: [ELSEWHERE] }] },
      /La caisse n°.491 n'est pas la vôtre/,
    ],
    [
      "of another fund's campaign",
      {
        match: "all",
        of: [{ kind: "campaign", received: true, campaignId: "00000000-0000-4000-8000-00000000dead", days: null }],
      },
      /Une campagne de ce segment/,
    ],
  ])("%s is refused, saved or only counted", async (_what, criteria, why) => {
    await expect(create(criteria)).rejects.toEqual(isRefused("invalid", why));
    const opened = await as(database, officer!, (ctx) => openNew(ctx, JSON.stringify(criteria)));
    expect(opened).toMatchObject({ figures: null, problem: expect.stringMatching(why) });
  });

  it("of a sector abroad is refused by its true number too", async () => {
    await expect(create({ match: "all", of: [{ kind: "sector", is: [abroad] }] })).rejects.toEqual(
      isRefused("invalid", /n'existe pas/),
    );
    expect((await open(await create({ match: "all", of: [{ kind: "sector", is: [mine] }] }))).figures).toMatchObject({
      count: 1,
      sentence: "Médecins du secteur de Châteaubriant.",
    });
  });

  it("in a link opens as it was sent, or says what is wrong with it", async () => {
    expect(await as(database, officer!, (ctx) => openNew(ctx, null))).toMatchObject({
      figures: { count: 3 },
      problem: null,
    });
    expect(await as(database, officer!, (ctx) => openNew(ctx, "{"))).toMatchObject({
      figures: null,
      problem: expect.stringMatching(/JSON/),
    });
    const id = await create();
    expect(await open(id, officer!, JSON.stringify(eligible))).toMatchObject({
      criteria: eligible,
      kept: inZip,
      figures: { count: 2 },
    });
  });

  it("of nobody says which part leaves nobody", async () => {
    const criteria: Group = {
      match: "all",
      of: [
        { kind: "zone", is: ["ZIP"] },
        { kind: "contract", signed: true },
        { kind: "verdict", is: ["yes", "no"] },
      ],
    };
    const { figures } = await as(database, officer!, (ctx) => openNew(ctx, JSON.stringify(criteria)));
    expect(figures).toMatchObject({ count: 0, first: [] });
    expect(figures!.without).toEqual([
      { part: "signataires d'un contrat", place: 1, count: 2 },
      { part: "en ZIP", place: 0, count: 0 },
      { part: "éligibles ou non éligibles", place: 2, count: 0 },
    ]);
  });
});

describe("the list of doctors", () => {
  const browse = (query: string, who = officer!) => as(database, who, (ctx) => browseDoctors(ctx, listAskIn(query)));

  it("is narrowed to the members of a segment, with its name, its count and its neighbours", async () => {
    const id = await create();
    const page = await browse(`segment=${id}`);
    expect(page).toMatchObject({ total: 2, segment: { id, name: "Sous-dense" } });
    expect(page.rows.map(({ name }) => name)).toEqual(["ABGRALL Claire", "BLAIN Claire"]);
    expect((await browse(`segment=${id}&verdict=oui`)).total).toBe(1);
    const around = await as(database, officer!, (ctx) =>
      neighboursOf(ctx, doctors.abgrall!, listAskIn(`segment=${id}`)),
    );
    expect(around).toEqual({ previous: null, next: doctors.blain });
  });

  it("is empty for a segment one does not see, and says so", async () => {
    const id = await create();
    expect(await browse(`segment=${id}`, colleague!)).toMatchObject({
      total: 0,
      segment: undefined,
      removed: [{ name: "segment", count: 3 }],
    });
    expect((await browse(`segment=${id}`, stranger!)).total).toBe(0);
  });
});

describe("a campaign", () => {
  it("reads the criteria of a segment, and who is meant by what it kept", async () => {
    const id = await create();
    const criteria = await as(database, officer!, (ctx) => segmentCriteria(ctx, id));
    expect(criteria).toEqual(inZip);
    const members = await as(database, officer!, async (ctx) =>
      ctx.tx
        .selectFrom("score as s")
        .select("s.doctor_id")
        .where(membersOf(ctx, JSON.parse(JSON.stringify(criteria))))
        .orderBy("s.doctor_id")
        .execute(),
    );
    expect(members.map((row) => row.doctor_id)).toEqual([doctors.abgrall, doctors.blain]);
    await expect(as(database, stranger!, (ctx) => segmentCriteria(ctx, id))).rejects.toEqual(
      isRefused("not-found", /introuvable/),
    );
  });

  it("of criteria that no version reads any more is refused", async () => {
    const asked = as(database, officer!, async (ctx) => membersOf(ctx, { match: "all", of: [{ kind: "horoscope" }] }));
    await expect(asked).rejects.toBeInstanceOf(Refused);
  });
});
