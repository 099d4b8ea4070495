import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "~/access/context";
import { followUpForm } from "~/visits/follow-ups/follow-ups.form";
import { openMyFollowUps, workOnFollowUp } from "~/visits/follow-ups/follow-ups.server";
import { as, testDatabase } from "../../support/database";
import { aDelegate, aDoctorIn, aSectorIn } from "./field";
import { aVisit, report } from "./report-scene";

const database = await testDatabase();

let anne: Actor;
let doctor = 0;

beforeEach(async () => {
  const sector = await aSectorIn(database);
  anne = await aDelegate(database, [sector], { name: "Anne Roy" });
  doctor = await aDoctorIn(database, sector);
});

const open = (who = anne, panier?: "promised" | "at-risk") =>
  as(database, who, (ctx) => openMyFollowUps(ctx, { panier }));
const work = (ask: object, who = anne) => as(database, who, (ctx) => workOnFollowUp(ctx, followUpForm.parse(ask)));

async function aPromise(kind: string, dueOn: string): Promise<{ id: string; dueOn: string }> {
  const id = randomUUID();
  await database.pool.query(
    "insert into follow_up (id, fund_id, doctor_id, delegate_id, kind, due_on) values ($1, 441, $2, $3, $4, $5)",
    [id, doctor, anne.id, kind, dueOn],
  );
  return { id, dueOn };
}

describe("the follow-ups of a delegate", () => {
  it("come from reports, with what was said and the letter", async () => {
    await report(database, anne, await aVisit(database, anne, doctor), {
      result: "objection",
      objections: ["OBJ_COST"],
    });
    expect(await open()).toMatchObject({
      total: 1,
      nextDueOn: "2026-12-03",
      followUps: [
        {
          name: "Dr\u00a0Claire Martin",
          kind: "answer",
          dueOn: "2026-12-03",
          basket: "promised",
          result: "objection",
          objections: ["Reste à charge"],
          reportedOn: "2026-11-24",
          letter: { isSent: false },
        },
      ],
    });
  });

  it("stand in their baskets, what is due first", async () => {
    await aPromise("visit", "2026-12-15");
    await aPromise("call", "2026-10-30");
    await aPromise("answer", "2026-11-20");
    const { followUps, counts } = await open();
    expect(followUps.map(({ basket }) => basket)).toEqual(["unanswered", "at-risk", "promised"]);
    expect(counts.map(({ count }) => count)).toEqual([1, 1, 1, 0]);
    expect((await open(anne, "at-risk")).followUps).toHaveLength(1);
  });

  it.each([
    ["done", "done", "2026-11-24"],
    ["unreached", "open", "2026-12-03"],
    ["postpone", "open", "2026-12-01"],
  ])("« %s » and back", async (intent, state, dueOn) => {
    const promise = await aPromise("call", "2026-11-24");
    const { said, undo } = await work({ intent, ...promise });
    const read = async () =>
      (await database.pool.query("select state, due_on::text, outcome from follow_up where id = $1", [promise.id]))
        .rows[0];
    expect(await read()).toMatchObject({ state, due_on: dueOn });
    expect(said).toContain("Dr\u00a0Claire Martin");
    await work(undo!);
    expect(await read()).toEqual({ state: "open", due_on: "2026-11-24", outcome: null });
  });

  it("is closed with its reason, and a call that reached nobody waits for an answer", async () => {
    const promise = await aPromise("call", "2026-11-24");
    await work({ intent: "unreached", ...promise });
    expect((await open()).followUps[0]).toMatchObject({ isUnreached: true, dueOn: "2026-12-03" });
    await work({ intent: "close", id: promise.id, dueOn: "2026-12-03", reason: "gone" });
    const { rows } = await database.pool.query("select state, outcome, closed_by from follow_up where id = $1", [
      promise.id,
    ]);
    expect(rows).toEqual([{ state: "dropped", outcome: "gone", closed_by: anne.id }]);
    expect((await open()).total).toBe(0);
  });

  it("of a doctor who has signed is to close", async () => {
    await aPromise("visit", "2026-12-15");
    await database.pool.query(
      "insert into doctor_facts (doctor_id, fund_id, signed_on) values ($1, 441, '2026-11-20')",
      [doctor],
    );
    expect((await open()).followUps[0]?.basket).toBe("to-close");
  });
});

describe("is refused", () => {
  it("what has changed elsewhere meanwhile", async () => {
    const promise = await aPromise("call", "2026-11-24");
    const sent = await Promise.allSettled([
      work({ intent: "done", ...promise }),
      work({ intent: "postpone", ...promise }),
    ]);
    expect(sent.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(work({ intent: "postpone", id: promise.id, dueOn: "2026-01-01" })).rejects.toMatchObject({
      refusal: "conflict",
    });
  });

  it("what is another sector's, and lists none of it", async () => {
    const promise = await aPromise("call", "2026-11-24");
    const stranger = await aDelegate(database, [await aSectorIn(database)]);
    expect((await open(stranger)).total).toBe(0);
    await expect(work({ intent: "done", ...promise }, stranger)).rejects.toMatchObject({
      refusal: "not-found",
      message: "Relance introuvable.",
    });
  });
});
