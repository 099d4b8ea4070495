import type { Context } from "~/access/context";
import { addDays, type Day, dayOf } from "~/calendar/day";
import { mondayOf } from "~/calendar/week";
import { PARIS } from "~/calendar/zones";
import type { Letter } from "~/mail/mailer";
import { fundSheet } from "~db/queries/funds";
import {
  addReportWish,
  changeReport,
  dropReportWish,
  hasReportWish,
  insertReport,
  type ReportReader,
  type ReportState,
  reportReaders,
  weekFigures,
} from "~db/queries/weekly-reports";
import { catalog } from "~jobs/catalog";
import { later } from "~jobs/later";
import { reportLetter } from "./report-letter";

interface Key {
  readonly accountId: string;
  readonly weekOn: Day;
}

/** Whether one receives the letter, and what the next one would say of the week that ended. */
export async function myReport(ctx: Context) {
  const fundId = ctx.actor.fundIds[0]!;
  const fund = await fundSheet(ctx.tx, fundId);
  const weekOn = mondayOf(dayOf(ctx.now));
  return {
    isAsked: await hasReportWish(ctx.tx, ctx.actor.id),
    fund: fund?.name ?? "",
    from: addDays(weekOn, -7),
    to: addDays(weekOn, -1),
    ...(await twoWeeks(ctx, { fundId, zone: fund?.zone ?? PARIS, weekOn })),
    computedAt: ctx.now,
  };
}

export async function wishReport(ctx: Context, isWanted: boolean): Promise<void> {
  if (!isWanted) return dropReportWish(ctx.tx, ctx.actor.id);
  await addReportWish(ctx.tx, { accountId: ctx.actor.id, fundId: ctx.actor.fundIds[0]!, at: ctx.now });
}

/** Notes one letter for each manager who asked; a second run in the week notes none. */
export async function prepareReports(ctx: Context): Promise<number> {
  const weekOn = mondayOf(dayOf(ctx.now));
  let noted = 0;
  for (const { id: accountId, fund_id: fundId } of await reportReaders(ctx.tx, null)) {
    if (!(await insertReport(ctx.tx, { fundId, accountId, weekOn }))) continue;
    await later(ctx, catalog.sendWeeklyReport, { accountId, weekOn });
    noted += 1;
  }
  return noted;
}

/** The letter to hand over now; null when it may have left already, or is no longer asked for. */
export async function takeReport(ctx: Context, key: Key, url: string): Promise<Letter | null> {
  if (!(await changeReport(ctx.tx, { ...key, from: "waiting" }, "sending"))) {
    // Found in hand: somebody died between the relay and the telling. It may have left, so it is not sent again.
    await changeReport(ctx.tx, { ...key, from: "sending" }, "uncertain");
    return null;
  }
  const [reader] = await reportReaders(ctx.tx, key.accountId);
  if (!reader) {
    await changeReport(ctx.tx, { ...key, from: "sending" }, "refused");
    return null;
  }
  return letterFor(ctx, reader, key, url);
}

export async function settleReport(ctx: Context, key: Key, state: Exclude<ReportState, "sending">): Promise<void> {
  await changeReport(ctx.tx, { ...key, from: "sending" }, state);
}

async function letterFor(ctx: Context, reader: ReportReader, key: Key, url: string): Promise<Letter> {
  const { email: to, name, fund, fund_id: fundId, zone } = reader;
  const figures = await twoWeeks(ctx, { fundId, zone, weekOn: key.weekOn });
  return reportLetter({ to, name, fund, ...key, ...figures, url });
}

/** The week that ended the Sunday before, and the one before it. */
async function twoWeeks(ctx: Context, { fundId, zone, weekOn }: { fundId: number; zone: string; weekOn: Day }) {
  const [last, first] = [addDays(weekOn, -7), addDays(weekOn, -14)];
  return {
    week: await weekFigures(ctx.tx, { fundId, zone, from: last, until: weekOn }),
    before: await weekFigures(ctx.tx, { fundId, zone, from: first, until: last }),
  };
}
