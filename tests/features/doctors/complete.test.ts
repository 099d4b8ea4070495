import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "~/access/context";
import type { CompleteAsk } from "~/doctors/complete.form";
import { completeFact, undoFact } from "~/doctors/completing.server";
import { openDoctor, recordsOf } from "~/doctors/doctor.server";
import type { FactColumn } from "~/doctors/fact-catalog";
import { anActor, as, ELSEWHERE, testDatabase } from "../../support/database";
import { aDoctor, aSector, someFacts } from "../../support/factories";

const database = await testDatabase();
const system = anActor("system");
const ANNE = "00000000-0000-4000-8000-00000000000a";
const YVES = "00000000-0000-4000-8000-00000000000b";

let sector = 0;
let doctor = 0;
let anne: Actor;
let yves: Actor;

beforeEach(() =>
  as(database, system, async (ctx) => {
    sector = await aSector(ctx);
    doctor = await aDoctor(ctx, { sector_id: sector });
    anne = { ...anActor("delegate", { id: ANNE, sectorIds: [sector] }), name: "Anne" };
    yves = { ...anActor("manager", { id: YVES }), name: "Yves" };
    await ctx.tx
      .insertInto("account")
      .values([
        { id: ANNE, fund_id: 441, role: "delegate", name: "Anne", email: "anne@cpam.example" },
        { id: YVES, fund_id: 441, role: "manager", name: "Yves", email: "yves@cpam.example" },
      ])
      .onConflict((clash) => clash.doNothing())
      .execute();
  }),
);

const ask = (fact: FactColumn, answer: string, more: Partial<CompleteAsk> = {}): CompleteAsk => ({
  intent: "complete",
  fact,
  answer,
  measuredOn: "2026-11-20",
  seen: "null",
  ...more,
});

const complete = (wish: CompleteAsk, who = anne, id = doctor) =>
  as(database, who, (ctx) => completeFact(ctx, id, wish));
const records = (who = anne) => as(database, who, (ctx) => recordsOf(ctx, String(doctor)));
const notes = async () => (await database.pool.query("select job, payload from outbox order by id")).rows;

describe("an answer", () => {
  it("comes into force with its source and day, and asks for a new score", async () => {
    const before = (await notes()).length;
    const { done, undo } = await complete(ask("fee_sector", "2"));
    expect(done).toBe("Secteur conventionnel : secteur 2.");
    const { known, history } = await records();
    expect(known.fee_sector).toBe("2");
    expect(known.sources).toEqual({ fee_sector: { source: "saisi par Anne", on: "2026-11-20" } });
    expect(history).toMatchObject([{ name: "fee_sector", value: "2", measured_on: "2026-11-20", recorded_by: "Anne" }]);
    expect(undo).toMatchObject({ fact: "fee_sector", measuredOn: "2026-11-20" });
    expect((await notes()).slice(before)).toEqual([{ job: "score-doctors", payload: { doctorIds: [doctor] } }]);
  });

  it.each([
    ["optam", "oui", true],
    ["newly_settled", "non", false],
    ["mt_total", "1 043", 1043],
    ["mt_adult", "0", 0],
    ["clinical_share_pm", "80,5", 805],
    ["coordinated", "COMMITTED_2Y", "COMMITTED_2Y"],
    ["signed_on", "2026-03-01", "2026-03-01"],
  ] as const)("%s may be « %s »", async (fact, answer, stored) => {
    await complete(ask(fact, answer));
    expect((await records()).known[fact]).toBe(stored);
  });

  it.each([
    ["fee_sector", "4", { answer: ["Choisissez une des réponses proposées."] }],
    ["optam", "peut-être", { answer: ["Répondez par oui ou par non."] }],
    ["mt_total", "-3", { answer: ["Indiquez un nombre entier de patients."] }],
    ["mt_total", "", { answer: ["Indiquez un nombre entier de patients."] }],
    ["mt_total", "20001", { answer: [expect.stringContaining("de 0 à 20")] }],
    ["clinical_share_pm", "101", { answer: [expect.stringContaining("de 0 à 100")] }],
    ["signed_on", "2027-01-01", { answer: ["La date est dans le futur."] }],
  ] as const)("%s may not be « %s »", async (fact, answer, fields) => {
    await expect(complete(ask(fact, answer))).rejects.toMatchObject({ refusal: "invalid", fields });
  });

  it.each([
    ["2026-11-25", "La date est dans le futur."],
    ["1989-12-31", expect.stringMatching(/antérieure au 1er\sjanvier 1990/)],
    ["hier", expect.stringContaining("Indiquez une date")],
  ])("cannot be of %s", async (measuredOn, why) => {
    await expect(complete(ask("optam", "oui", { measuredOn }))).rejects.toMatchObject({
      fields: { measuredOn: [why] },
    });
  });

  it("is about the doctors of one's own sectors and fund only", async () => {
    const stranger = anActor("delegate", { sectorIds: [sector + 1_000] });
    const abroad = anActor("manager", { fundIds: [ELSEWHERE] });
    for (const who of [stranger, abroad])
      await expect(complete(ask("optam", "oui"), who)).rejects.toMatchObject({ refusal: "not-found" });
    expect((await records()).known.optam).toBeNull();
  });
});

describe("an older answer", () => {
  it("stays in the history and changes nothing in force", async () => {
    await as(database, system, (ctx) =>
      someFacts(ctx, doctor, {
        mt_total: 900,
        sources: JSON.stringify({ mt_total: { source: "Fichier", on: "2026-10-01" } }),
      }),
    );
    const { done } = await complete(
      ask("mt_total", "700", { measuredOn: "2026-01-15", seen: "900 2026-10-01 Fichier" }),
    );
    expect(done).toContain("Noté dans l'historique");
    const { known, history } = await records();
    expect(known.mt_total).toBe(900);
    expect(history.map(({ value }) => value)).toEqual([900, 700]);
  });
});

describe("an answer nobody knows", () => {
  it("keeps the day the question was asked, and leaves the fact alone", async () => {
    const { undo } = await complete(ask("fee_sector", "", { unknown: "1" }));
    expect((await records()).known.fee_sector).toBeNull();
    const { question } = await as(database, anne, (ctx) => openDoctor(ctx, String(doctor), ""));
    expect(question).toMatchObject({ fact: "fee_sector", askedOn: "2026-11-20" });
    await as(database, anne, (ctx) => undoFact(ctx, doctor, { intent: "undo", ...undo! }));
    expect((await records()).history).toEqual([]);
  });
});

describe("somebody was faster", () => {
  it("refuses what was answered to another question", async () => {
    await complete(ask("optam", "oui"), yves);
    await expect(complete(ask("optam", "non"))).rejects.toMatchObject({
      refusal: "conflict",
      message: expect.stringContaining("saisi par Yves"),
    });
    expect((await records()).known.optam).toBe(true);
  });
});

describe("taking an answer back", () => {
  const undo = (wish: Awaited<ReturnType<typeof complete>>["undo"], who = anne) =>
    as(database, who, (ctx) => undoFact(ctx, doctor, { intent: "undo", ...wish! }));

  it("makes unknown again what was unknown", async () => {
    const { undo: wish } = await complete(ask("optam", "oui"));
    await undo(wish);
    const { known, history } = await records();
    expect({ optam: known.optam, sources: known.sources, history }).toEqual({ optam: null, sources: {}, history: [] });
  });

  it("restores what an import had said, with its source", async () => {
    await as(database, system, (ctx) =>
      someFacts(ctx, doctor, {
        fee_sector: "1",
        sources: JSON.stringify({ fee_sector: { source: "Ameli", on: "2026-10-01" } }),
      }),
    );
    const { undo: wish } = await complete(ask("fee_sector", "2", { seen: '"1" 2026-10-01 Ameli' }));
    await undo(wish);
    const { known } = await records();
    expect(known).toMatchObject({ fee_sector: "1", sources: { fee_sector: { source: "Ameli", on: "2026-10-01" } } });
  });

  it("restores one's own answer of the same day", async () => {
    await complete(ask("mt_total", "800"));
    const { undo: wish } = await complete(ask("mt_total", "850", { seen: "800 2026-11-20 saisi par Anne" }));
    await undo(wish);
    expect((await records()).known.mt_total).toBe(800);
  });

  it("is for the one who answered, once", async () => {
    const { undo: wish } = await complete(ask("optam", "oui"));
    await expect(undo(wish, yves)).rejects.toMatchObject({ refusal: "conflict" });
    await undo(wish);
    await expect(undo(wish)).rejects.toMatchObject({ refusal: "conflict" });
  });

  it("leaves both acts in the journal", async () => {
    const { undo: wish } = await complete(ask("optam", "oui"));
    await undo(wish);
    const { rows } = await database.pool.query(
      "select facts, account_id from audit_event where name = 'doctor.completed' and facts->>'doctorId' = $1 order by id",
      [String(doctor)],
    );
    expect(rows).toEqual([
      { facts: { doctorId: doctor, fact: "optam" }, account_id: ANNE },
      { facts: { doctorId: doctor, fact: "undo.optam" }, account_id: ANNE },
    ]);
  });
});
