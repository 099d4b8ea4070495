import { beforeEach, describe, expect, it } from "vitest";
import type { Actor, Context } from "~/access/context";
import { workOnMilestone } from "~/contracts/board.server";
import type { Letter } from "~/mail/mailer";
import type { Desk } from "~jobs/handler";
import { contractHandlers } from "~jobs/handlers/contracts";
import { anActor, as, testDatabase } from "../../support/database";
import { aDelegate, aDoctorIn, aSectorIn } from "../visits/field";
import { contractDesk } from "./scene";

const database = await testDatabase();
const { running } = contractDesk(database);
/** Monday 23 November 2026, before work. */
const MONDAY = new Date("2026-11-23T06:00:00Z");

let sector = 0;
let delegate: Actor;
let manager: Actor;
let letters: Letter[] = [];

beforeEach(async () => {
  await database.pool.query("truncate contract, outbox, milestone_digest cascade");
  await database.pool.query("delete from account where role in ('delegate', 'manager')");
  letters = [];
  sector = await aSectorIn(database);
  delegate = await aFollower("Anne Roy", [sector]);
  await aFollower("Éric Robert", [await aSectorIn(database)]);
  manager = { ...(await aFollower("Noémie Bernard", [])), role: "manager", scope: "fund" };
  await database.pool.query("update account set role = 'manager' where id = $1", [manager.id]);
});

async function aFollower(name: string, sectorIds: number[]): Promise<Actor> {
  const actor = await aDelegate(database, sectorIds, { name });
  for (const id of sectorIds)
    await database.pool.query("insert into delegate_sector select $1, id, fund_id from sector where id = $2", [
      actor.id,
      id,
    ]);
  return actor;
}

function aJobDesk(deliver: (letter: Letter) => Promise<void>): Desk {
  const step = <T>(work: (ctx: Context) => Promise<T>) => as(database, anActor("system"), work, MONDAY);
  const tools = { mailer: { deliver, close: async () => {} }, publicUrl: () => "https://tandem.example" };
  return { step, tools, stopping: new AbortController().signal } as unknown as Desk;
}

const keep = async (letter: Letter) => void letters.push(letter);

/** Runs the Monday job, then each of the notes it left, as the queue would. */
async function monday(deliver = keep): Promise<number> {
  const desk = aJobDesk(deliver);
  await contractHandlers.prepareMilestoneDigests({}, desk);
  const { rows } = await database.pool.query<{ payload: { accountId: string; weekOn: string } }>(
    "delete from outbox where job = 'send-milestone-digest' returning payload",
  );
  for (const { payload } of rows) await contractHandlers.sendMilestoneDigest(payload, desk);
  return rows.length;
}

const states = async () =>
  (await database.pool.query<{ state: string }>("select state from milestone_digest order by 1")).rows.map(
    ({ state }) => state,
  );

describe("the letter of Mondays", () => {
  it("goes to the delegate of the sector and to managers, with what is late and due this week", async () => {
    await running(manager, await aDoctorIn(database, sector), "2026-05-26");
    expect(await monday()).toBe(2);
    expect(letters.map(({ to }) => to).sort()).toEqual(
      [`${delegate.id}@cpam.example`, `${manager.id}@cpam.example`].sort(),
    );
    expect(letters[0]!.subject).toMatch(/^Contrats.: 1.échéance à traiter$/);
    expect(letters[0]!.text).toMatch(/26.nov\..: Dr.Claire Martin, Entretien du 6ᵉ mois/);
    expect(letters[0]!.text).toContain("https://tandem.example/echeances");
  });

  it("leaves once a person and a week, however often Monday is run", async () => {
    await running(manager, await aDoctorIn(database, sector), "2026-05-26");
    await monday();
    expect(await monday()).toBe(0);
    expect(letters).toHaveLength(2);
    expect(await states()).toEqual(["sent", "sent"]);
  });

  it("is not written when nothing is due", async () => {
    await running(manager, await aDoctorIn(database, sector), "2026-11-02");
    expect(await monday()).toBe(0);
    expect(await states()).toEqual([]);
  });

  it("does not leave when all was treated in between", async () => {
    await running(manager, await aDoctorIn(database, sector), "2026-05-26");
    const desk = aJobDesk(keep);
    await contractHandlers.prepareMilestoneDigests({}, desk);
    const { rows } = await database.pool.query<{ id: string }>("select id from milestone where due_on = '2026-11-26'");
    await as(database, manager, (ctx) =>
      workOnMilestone(ctx, { intent: "done", id: rows[0]!.id, dueOn: "2026-11-26" }),
    );
    await contractHandlers.sendMilestoneDigest({ accountId: delegate.id, weekOn: "2026-11-23" }, desk);
    expect(letters).toEqual([]);
  });

  it("is tried again when the relay is down, and not when it may have left", async () => {
    await running(manager, await aDoctorIn(database, sector), "2026-05-26");
    const key = { accountId: delegate.id, weekOn: "2026-11-23" };
    const failing = (error: object) => aJobDesk(() => Promise.reject(Object.assign(new Error("relay"), error)));
    await contractHandlers.prepareMilestoneDigests({}, aJobDesk(keep));
    await expect(contractHandlers.sendMilestoneDigest(key, failing({ syscall: "connect" }))).rejects.toThrow("relay");
    expect(await states()).toEqual(["waiting", "waiting"]);
    await contractHandlers.sendMilestoneDigest(key, failing({ code: "ESOCKET" }));
    expect(await states()).toEqual(["uncertain", "waiting"]);
    await contractHandlers.sendMilestoneDigest(key, aJobDesk(keep));
    expect(letters).toEqual([]);
  });
});
