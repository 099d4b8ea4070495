import { beforeEach, describe, expect, it } from "vitest";
import type { Actor, Context } from "~/access/context";
import type { Letter } from "~/mail/mailer";
import { myReport, wishReport } from "~/steering/report/report.server";
import type { Desk } from "~jobs/handler";
import { reportHandlers } from "~jobs/handlers/reports";
import { anActor, as, ELSEWHERE, HERE, testDatabase } from "../../support/database";
import { aDoctor } from "../../support/factories";
import { aDelegate } from "../visits/field";

const database = await testDatabase();
/** Monday 23 November 2026, before work. */
const MONDAY = new Date("2026-11-23T06:15:00Z");

let manager: Actor;
let letters: Letter[] = [];

beforeEach(async () => {
  await database.pool.query("truncate contract, outbox, weekly_report, report_wish cascade");
  await database.pool.query("delete from account where role in ('delegate', 'manager')");
  letters = [];
  const account = await aDelegate(database, [], { name: "Noémie Bernard" });
  await database.pool.query("update account set role = 'manager' where id = $1", [account.id]);
  manager = { ...account, role: "manager", scope: "fund" };
});

const wish = (isWanted: boolean) => as(database, manager, (ctx) => wishReport(ctx, isWanted), MONDAY);

async function aContract(signedOn: string, fund = HERE) {
  await as(database, anActor("system"), async (ctx) => {
    const doctor = await aDoctor(ctx, { fund_id: fund });
    await ctx.tx
      .insertInto("contract")
      .values({
        fund_id: fund,
        kind: "individual",
        doctor_id: doctor,
        employer: "doctor",
        option: "1",
        state: "signed",
        opened_on: signedOn,
        signed_on: signedOn,
        version: "CONV2024",
        starts_on: signedOn,
        ends_on: "2031-12-01",
      })
      .execute();
  });
}

const keep = async (letter: Letter) => void letters.push(letter);

function aDesk(deliver: (letter: Letter) => Promise<void>): Desk {
  const step = <T>(work: (ctx: Context) => Promise<T>) => as(database, anActor("system"), work, MONDAY);
  const tools = { mailer: { deliver, close: async () => {} }, publicUrl: () => "https://tandem.example" };
  return { step, tools, stopping: new AbortController().signal } as unknown as Desk;
}

/** Runs the Monday job, then each of the notes it left, as the queue would. */
async function monday(deliver = keep): Promise<number> {
  await reportHandlers.prepareWeeklyReports({}, aDesk(deliver));
  const { rows } = await database.pool.query<{ payload: { accountId: string; weekOn: string } }>(
    "delete from outbox where job = 'send-weekly-report' returning payload",
  );
  for (const { payload } of rows) await reportHandlers.sendWeeklyReport(payload, aDesk(deliver));
  return rows.length;
}

const states = async () =>
  (await database.pool.query<{ state: string }>("select state from weekly_report")).rows.map(({ state }) => state);

describe("the report of Mondays", () => {
  it("goes to nobody who has not asked, nor to who asked no more", async () => {
    expect(await monday()).toBe(0);
    await wish(true);
    await wish(false);
    expect(await monday()).toBe(0);
  });

  it("tells the week that ended beside the one before, of one's own caisse only", async () => {
    await wish(true);
    for (const day of ["2026-11-16", "2026-11-22", "2026-11-15", "2026-11-23"]) await aContract(day);
    await aContract("2026-11-18", ELSEWHERE);
    expect(await monday()).toBe(1);
    expect(letters[0]!.to).toBe(`${manager.id}@cpam.example`);
    expect(letters[0]!.subject).toMatch(/du 16.novembre 2026 au 22.novembre 2026/);
    expect(letters[0]!.text).toMatch(/Contrats signés.: 2 \(\+1\)/);
    expect(letters[0]!.text).toMatch(/Visites faites.: 0 \(comme la semaine d'avant\)/);
    expect(letters[0]!.text).toContain("https://tandem.example/rapport");
  });

  it("leaves once a person and a week, however often Monday is run", async () => {
    await wish(true);
    await wish(true);
    await monday();
    expect(await monday()).toBe(0);
    expect(letters).toHaveLength(1);
    expect(await states()).toEqual(["sent"]);
  });

  it("does not leave when it was given up in between", async () => {
    await wish(true);
    await reportHandlers.prepareWeeklyReports({}, aDesk(keep));
    await wish(false);
    await reportHandlers.sendWeeklyReport({ accountId: manager.id, weekOn: "2026-11-23" }, aDesk(keep));
    expect(letters).toEqual([]);
  });

  it("is tried again when the relay is down, and not when it may have left", async () => {
    await wish(true);
    const key = { accountId: manager.id, weekOn: "2026-11-23" };
    const failing = (error: object) => aDesk(() => Promise.reject(Object.assign(new Error("relay"), error)));
    await reportHandlers.prepareWeeklyReports({}, aDesk(keep));
    await expect(reportHandlers.sendWeeklyReport(key, failing({ syscall: "connect" }))).rejects.toThrow("relay");
    expect(await states()).toEqual(["waiting"]);
    await reportHandlers.sendWeeklyReport(key, failing({ code: "ESOCKET" }));
    await reportHandlers.sendWeeklyReport(key, aDesk(keep));
    expect(letters).toEqual([]);
    expect(await states()).toEqual(["uncertain"]);
  });

  it("shows on its page what the letter would say, and whether one asked", async () => {
    await aContract("2026-11-18");
    expect(await as(database, manager, myReport, MONDAY)).toMatchObject({ isAsked: false, week: { signed: 1 } });
    await wish(true);
    expect((await as(database, manager, myReport, MONDAY)).isAsked).toBe(true);
    const colleague = anActor("manager", { id: "00000000-0000-4000-8000-00000000c011" });
    expect((await as(database, colleague, myReport, MONDAY)).isAsked).toBe(false);
  });
});
