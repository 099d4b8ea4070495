import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "~/access/context";
import { reportMeeting } from "~/visits/report/meeting.server";
import { nirKey } from "~/visits/report/nir";
import { addNote, reportVisit } from "~/visits/report/report.server";
import { as, ELSEWHERE, NOON, testDatabase } from "../../support/database";
import { aDelegate, aDoctorIn, aSectorIn } from "./field";
import { aReport, aVisit, report } from "./report-scene";

const database = await testDatabase();
const rows = async <T extends object>(sql: string, ...values: unknown[]) =>
  (await database.pool.query<T>(sql, values)).rows;

let sector = 0;
let anne: Actor;
let doctor = 0;
let visit = "";

beforeEach(async () => {
  sector = await aSectorIn(database);
  anne = await aDelegate(database, [sector], { name: "Anne Roy" });
  doctor = await aDoctorIn(database, sector);
  visit = await aVisit(database, anne, doctor);
});

const followUps = () =>
  rows("select kind, due_on::text, state, outcome from follow_up where doctor_id = $1 order by created_at, id", doctor);
const moves = () =>
  rows<{ to_stage: string }>("select to_stage from funnel_move where doctor_id = $1 order by id", doctor);
const stateOf = async (id = visit) =>
  (await rows<{ state: string }>("select state from visit where id = $1", id))[0]?.state;

describe("a report", () => {
  it("of a doctor who is interested moves all that depends on it", async () => {
    await report(database, anne, visit, { note: "Demande une simulation à mi-temps.", option: "half" });
    expect(await stateOf()).toBe("done");
    expect(await followUps()).toEqual([{ kind: "simulation", due_on: "2026-12-03", state: "open", outcome: null }]);
    expect(await moves()).toEqual([{ to_stage: "visited" }, { to_stage: "intends" }]);
    expect(await rows("select contacted_on::text from doctor_facts where doctor_id = $1", doctor)).toEqual([
      { contacted_on: "2026-11-24" },
    ]);
    expect(await rows("select subject, state from follow_up_letter where doctor_id = $1", doctor)).toEqual([
      { subject: "Suite à notre échange", state: "draft" },
    ]);
    expect(await rows("select text from report_note where doctor_id = $1", doctor)).toEqual([
      { text: "Demande une simulation à mi-temps." },
    ]);
    const told = await rows("select name from audit_event where account_id = $1 order by id", anne.id);
    expect(told).toEqual([{ name: "visit.reported" }]);
    const notes = await rows("select job, payload from outbox where actor_id = $1", anne.id);
    expect(notes).toEqual([{ job: "score-doctors", payload: { doctorIds: [doctor] } }]);
  });

  it("of an objection promises an answer nine days later", async () => {
    await report(database, anne, visit, { result: "objection", objections: ["OBJ_COST", "OBJ_COST"] });
    expect(await followUps()).toMatchObject([{ kind: "answer", due_on: "2026-12-03" }]);
    expect(await rows("select objections from report where visit_id = $1", visit)).toEqual([
      { objections: ["OBJ_COST"] },
    ]);
    const [letter] = await rows<{ body: string }>("select body from follow_up_letter where doctor_id = $1", doctor);
    expect(letter?.body).toContain("38\u202f000\u00a0€");
  });

  it("of a refusal loses the doctor, writes no letter and keeps the oppositions", async () => {
    await report(database, anne, visit, { result: "refused", objections: ["OBJ_AGE"], refuses: ["visit", "email"] });
    expect(await followUps()).toEqual([]);
    expect(await moves()).toEqual([{ to_stage: "visited" }, { to_stage: "lost" }]);
    expect(await rows("select 1 from follow_up_letter where doctor_id = $1", doctor)).toEqual([]);
    expect(await rows("select channel, source from opt_out where doctor_id = $1 order by channel", doctor)).toEqual([
      { channel: "email", source: "dit à Anne Roy en visite" },
      { channel: "visit", source: "dit à Anne Roy en visite" },
    ]);
  });

  it("of a closed door counts no contact and keeps what else was promised", async () => {
    await rows(
      `insert into follow_up (fund_id, doctor_id, delegate_id, kind, due_on) values
       (441, $1, $2, 'simulation', '2026-11-30'), (441, $1, $2, 'visit', '2026-11-24')`,
      doctor,
      anne.id,
    );
    await report(database, anne, visit, { result: "absent", objections: ["OBJ_COST"] });
    expect(await stateOf()).toBe("missed");
    expect(await moves()).toEqual([]);
    expect(await rows("select 1 from doctor_facts where doctor_id = $1", doctor)).toEqual([]);
    expect(
      await rows("select kind, due_on::text, state from follow_up where doctor_id = $1 order by state, due_on", doctor),
    ).toEqual([
      { kind: "visit", due_on: "2026-11-24", state: "done" },
      { kind: "simulation", due_on: "2026-11-30", state: "open" },
      { kind: "visit", due_on: "2026-12-08", state: "open" },
    ]);
  });

  it("settles what was promised before", async () => {
    await report(database, anne, visit, { result: "later" });
    const second = await aVisit(database, anne, doctor, { startsAt: new Date("2026-11-24T10:00:00Z") });
    await report(database, anne, second, { result: "interested", nextStep: "call", nextOn: "2026-12-01" });
    expect(await followUps()).toEqual([
      { kind: "visit", due_on: "2027-01-25", state: "done", outcome: "interested" },
      { kind: "call", due_on: "2026-12-01", state: "open", outcome: null },
    ]);
  });

  it("leaves a later contact in force", async () => {
    await rows("insert into doctor_facts (doctor_id, fund_id, contacted_on) values ($1, 441, '2026-11-30')", doctor);
    await report(database, anne, visit);
    expect(await rows("select contacted_on::text from doctor_facts where doctor_id = $1", doctor)).toEqual([
      { contacted_on: "2026-11-30" },
    ]);
  });

  it("of a visit across the change of clocks belongs to the day of the practice", async () => {
    // 25 October 2026, 02:30 happens twice; the second of the two.
    const night = await aVisit(database, anne, doctor, { startsAt: new Date("2026-10-25T01:30:00Z") });
    await report(database, anne, night, { result: "later" }, new Date("2026-10-25T09:00:00Z"));
    expect(await followUps()).toMatchObject([{ kind: "visit", due_on: "2026-12-24" }]);
  });
});

describe("sent again", () => {
  it("the same report is stored once and answers the same", async () => {
    const ask = aReport({ note: "Une fois." });
    for (let i = 0; i < 3; i++) await as(database, anne, (ctx) => reportVisit(ctx, visit, ask));
    await Promise.all([1, 2, 3].map(() => as(database, anne, (ctx) => reportVisit(ctx, visit, ask))));
    expect(await rows("select 1 from report where visit_id = $1", visit)).toHaveLength(1);
    expect(await rows("select 1 from report_note where doctor_id = $1", doctor)).toHaveLength(1);
    expect(await followUps()).toHaveLength(1);
  });

  it("by two phones at once, one is stored and the other is told by whom, and adds its note", async () => {
    const asks = [aReport({ note: "Premier téléphone." }), aReport({ result: "later", note: "Second téléphone." })];
    const sent = await Promise.allSettled(asks.map((ask) => as(database, anne, (ctx) => reportVisit(ctx, visit, ask))));
    const lost = sent.findIndex(({ status }) => status === "rejected");
    expect(sent.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((sent[lost] as PromiseRejectedResult).reason).toMatchObject({
      refusal: "conflict",
      message: expect.stringContaining("Anne Roy a déjà enregistré le compte rendu de cette visite aujourd'hui"),
    });
    const { id, note } = asks[lost]!;
    for (let i = 0; i < 2; i++) await as(database, anne, (ctx) => addNote(ctx, visit, { id, note, confirmed: [] }));
    const notes = await rows<{ text: string }>("select text from report_note where doctor_id = $1", doctor);
    expect(notes.map(({ text }) => text).sort()).toEqual(["Premier téléphone.", "Second téléphone."]);
  });

  it("an id that has served for another visit is refused", async () => {
    const other = await aVisit(database, anne, await aDoctorIn(database, sector), {
      startsAt: new Date("2026-11-24T08:00:00Z"),
    });
    const ask = aReport();
    await as(database, anne, (ctx) => reportVisit(ctx, visit, ask));
    await expect(as(database, anne, (ctx) => reportVisit(ctx, other, ask))).rejects.toMatchObject({
      refusal: "conflict",
    });
    expect(await stateOf(other)).toBe("booked");
  });
});

describe("is refused", () => {
  const refused = (given: Parameters<typeof report>[3], id = visit, who = anne) =>
    expect(report(database, who, id, given)).rejects;
  const nothing = async () => expect(await rows("select 1 from report where doctor_id = $1", doctor)).toEqual([]);

  it("before the visit", async () => {
    const soon = await aVisit(database, anne, doctor, { startsAt: new Date("2026-11-24T15:00:00Z") });
    await refused({}, soon).toMatchObject({
      refusal: "conflict",
      message: expect.stringMatching(/prévue aujourd'hui à 16\u00a0h\u00a0:/),
    });
    await nothing();
  });

  it.each([
    ["cancelled", "a été annulée"],
    ["proposed", "n'est qu'une proposition"],
  ])("when the visit is %s", async (state, words) => {
    const other = await aVisit(database, anne, doctor, { state, startsAt: new Date("2026-11-23T15:00:00Z") });
    await refused({}, other).toMatchObject({ refusal: "conflict", message: expect.stringContaining(words) });
    await nothing();
  });

  it("with a social security number, whatever was ticked", async () => {
    const nir = `2690549588157${nirKey("2690549588157")}`;
    await refused({ note: `Patient ${nir}`, confirmed: ["health"] }).toMatchObject({
      refusal: "invalid",
      fields: { note: [expect.stringContaining("sécurité sociale")] },
    });
    await nothing();
  });

  it("with somebody's health, until it is confirmed", async () => {
    const note = "Sa patiente Mme Durand a un cancer.";
    await refused({ note }).toMatchObject({
      refusal: "invalid",
      fields: { note: [expect.stringContaining("cancer")] },
    });
    await nothing();
    await report(database, anne, visit, { note, confirmed: ["health"] });
    expect(await stateOf()).toBe("done");
  });

  it.each([
    ["1900-01-01", "Ce jour est passé."],
    ["9999-12-31", "18 prochains mois"],
    ["2026-12-25", "n'est pas travaillé"],
    ["bientôt", "Indiquez le jour"],
  ])("when the next step is on %s", async (nextOn, words) => {
    await refused({ nextOn }).toMatchObject({
      refusal: "invalid",
      fields: { nextOn: [expect.stringContaining(words)] },
    });
    await nothing();
  });

  it("for the visit of another sector, of another fund, or of nobody", async () => {
    const neighbour = await aDelegate(database, [await aSectorIn(database)]);
    const stranger = await aDelegate(database, [await aSectorIn(database, ELSEWHERE)], { fundId: ELSEWHERE });
    for (const who of [neighbour, stranger])
      await refused({}, visit, who).toMatchObject({ refusal: "not-found", message: "Visite introuvable." });
    await refused({}, randomUUID()).toMatchObject({ refusal: "not-found" });
    const note = { id: randomUUID(), note: "De passage.", confirmed: [] };
    await report(database, anne, visit);
    await expect(as(database, neighbour, (ctx) => addNote(ctx, visit, note))).rejects.toMatchObject({
      refusal: "not-found",
    });
  });
});

describe("a doctor met by chance", () => {
  const meet = (given: Parameters<typeof aReport>[0], id = doctor, who = anne) =>
    as(database, who, (ctx) => reportMeeting(ctx, id, aReport(given)));

  it("has a visit that was held, once", async () => {
    const ask = aReport({ result: "later" });
    const ids = await Promise.all([1, 2].map(() => as(database, anne, (ctx) => reportMeeting(ctx, doctor, ask))));
    expect(ids).toEqual([ask.id, ask.id]);
    expect(await rows("select state, ends_at from visit where id = $1", ask.id)).toEqual([
      { state: "done", ends_at: NOON },
    ]);
    expect(await followUps()).toHaveLength(1);
  });

  it("on an earlier day counts from that day", async () => {
    await meet({ result: "later", heldOn: "2026-11-20" });
    expect(await rows("select contacted_on::text from doctor_facts where doctor_id = $1", doctor)).toEqual([
      { contacted_on: "2026-11-20" },
    ]);
  });

  it.each(["2026-11-25", "1900-01-01", "9999-12-31", "hier"])("is refused on %s", async (heldOn) => {
    await expect(meet({ heldOn })).rejects.toMatchObject({
      refusal: "invalid",
      fields: { heldOn: [expect.any(String)] },
    });
  });

  it("is not one of another sector", async () => {
    const neighbour = await aDelegate(database, [await aSectorIn(database)]);
    await expect(meet({}, doctor, neighbour)).rejects.toMatchObject({ refusal: "not-found" });
  });
});
