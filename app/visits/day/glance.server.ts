import type { Context } from "~/access/context";
import { addDays } from "~/calendar/day";
import { dayIn, instantAt } from "~/calendar/zoned";
import { PARIS } from "~/calendar/zones";
import { longDay } from "~/format/dates";
import { politeName } from "~/format/names";
import { dueCount } from "~db/queries/follow-ups";
import { fundSheet } from "~db/queries/funds";
import { visitsBetween } from "~db/queries/visits";
import { clockAt } from "../report/moment";

/** How far ahead the next stop is looked for. */
const DAYS_AHEAD = 14;
/** Visits that nobody has reported yet are told of for so long. */
const DAYS_BACK = 7;

/** A delegate's day in three facts: the next door, the reports that wait, the promises that are due. */
export async function glance(ctx: Context) {
  const zone = (await fundSheet(ctx.tx, ctx.actor.fundIds[0]!))?.zone ?? PARIS;
  const today = dayIn(zone, ctx.now);
  const from = instantAt(addDays(today, -DAYS_BACK), 0, zone);
  const to = instantAt(addDays(today, DAYS_AHEAD), 0, zone);
  const booked = await visitsBetween(ctx.tx, ctx.actor.id, from, to, ["booked"]);
  const next = booked.find(({ ends_at }) => ends_at > ctx.now);
  const unreported = booked.filter(({ ends_at }) => ends_at <= ctx.now);
  const day = next ? dayIn(next.zone, next.starts_at) : today;
  return {
    me: ctx.actor.id,
    next: next
      ? {
          name: politeName({ lastName: next.last_name, firstName: next.first_name }),
          day,
          when: `${day === today ? "aujourd'hui" : longDay(day)} à ${clockAt(next.starts_at, next.zone)}`,
          reason: next.reason,
        }
      : null,
    toReport: unreported.map(({ id, last_name, first_name }) => ({
      visitId: id,
      name: politeName({ lastName: last_name, firstName: first_name }),
    })),
    due: await dueCount(ctx.tx, ctx.actor.id, today),
  };
}

export type Glance = Awaited<ReturnType<typeof glance>>;
