import type { Context } from "~/access/context";
import { dayIn, instantAt } from "~/calendar/zoned";
import { isOverseas, placeOfZone } from "~/calendar/zones";
import { notFound } from "~/errors";
import { colleagues } from "~db/queries/accounts";
import { calendarVisits, coversBetween } from "~db/queries/calendar";
import { absencesBetween } from "~db/queries/delegate-settings";
import { fundSheet } from "~db/queries/funds";
import { feedOf } from "../feed/feed.server";
import type { CalendarSearch } from "./calendar.form";
import { calendarWeeks, countsOf } from "./calendar-days";
import { dateAsked, periodOf } from "./period";

/** A month or a week of a delegate's calendar: one's own, or one of the fund's delegates for who leads them. */
export async function openCalendar(ctx: Context, { vue, date, delegue }: CalendarSearch) {
  const { tx, actor, now } = ctx;
  const isOwn = actor.role === "delegate";
  const delegates = isOwn ? [] : await delegatesSeen(ctx);
  const owner = isOwn ? { id: actor.id, fundId: actor.fundIds[0]! } : delegates.find(({ id }) => id === delegue);
  if (delegue !== undefined && delegue !== owner?.id) throw notFound("Calendrier");
  const fund = await fundSheet(tx, owner?.fundId ?? actor.fundIds[0]!);
  if (!fund) throw notFound("Caisse");
  const today = dayIn(fund.zone, now);
  const asked = date === undefined ? today : dateAsked(date, today);
  const period = periodOf(vue, asked ?? today);
  const [first, last] = [period.weeks[0]![0]!, period.weeks.at(-1)![6]!];
  const visits = owner
    ? await calendarVisits(tx, owner.id, instantAt(first, -1440, fund.zone), instantAt(last, 2 * 1440, fund.zone))
    : [];
  const weeks = calendarWeeks(period, {
    department: fund.department,
    today,
    ownerId: owner?.id ?? "",
    visits,
    absences: owner ? await absencesBetween(tx, owner.id, first, last) : [],
    covers: owner ? await coversBetween(tx, owner.id, first, last) : [],
  });
  const zones = new Set([fund.zone, ...visits.map(({ zone }) => zone)].filter(isOverseas));
  return {
    view: vue,
    date: period.date,
    today,
    weeks,
    counts: countsOf(weeks),
    isOutOfReach: asked === null,
    /** Whose hours these are, when they are not those of Paris. */
    zonePlaces: [...zones].map(placeOfZone),
    delegateId: owner?.id ?? null,
    delegates: delegates.map(({ id, name }) => ({ id, name })),
    isOwn,
    feed: isOwn ? await feedOf(ctx) : null,
  };
}

async function delegatesSeen({ tx, actor }: Context) {
  const everybody = await colleagues(tx);
  return everybody.flatMap(({ id, name, role, fund_id: fundId, disabled_at }) =>
    role === "delegate" && disabled_at === null && fundId !== null && actor.fundIds.includes(fundId)
      ? [{ id, name, fundId }]
      : [],
  );
}
