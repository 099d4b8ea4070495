import type { Context } from "~/access/context";
import { compareDays, type Day, daysBetween } from "~/calendar/day";
import { dayIn } from "~/calendar/zoned";
import { notFound } from "~/errors";
import { fundSheet } from "~db/queries/funds";
import { workDone } from "~db/queries/funnel-board";
import { belongingAfter, propose } from "../balance/propose";
import { type Reading, readBalance } from "../balance/reading.server";
import { targetsFor } from "../board/board.server";
import { bringUpToDate } from "../funnel/funnel.server";
import { reach, type SectorPlan } from "./reach";
import { recruits, renouncing } from "./remedies";
import { daysTo, possibleVisits, visitsOfOne, weeksOf } from "./room";
import { shared, toSeeOf } from "./sharing";
import { restOf } from "./words";

/** Whether the visits that remain fit into the hours that remain, and what would make them fit. */
export async function reachability(ctx: Context, { part }: { part: number }) {
  const [fundId] = ctx.actor.fundIds;
  if (fundId === undefined) return { view: "nation" as const };
  const fund = await fundSheet(ctx.tx, fundId);
  if (!fund) throw notFound("Caisse");
  const today = dayIn(fund.zone, ctx.now);
  await bringUpToDate(ctx);
  const target = await targetsFor(ctx, fundId, today);
  const met = (await workDone(ctx.tx, fundId, target)).met.all;
  const first = laterOf(target.from, today);
  const reading = await readBalance(ctx, Math.max(1, Math.ceil((daysBetween(today, target.to) + 1) / 7)));
  return {
    view: "fund" as const,
    fund: fund.name,
    now: ctx.now,
    today,
    part,
    target,
    met,
    strays: reading.strays,
    toSee: reading.situation.communes.reduce((sum, { toSee, held }) => sum + toSee + held, 0),
    ...judged(reading, daysTo(first, target.to), restOf(target, met), part / 100),
  };
}

/** Each way out is worked out by the same rule before it is said. */
function judged(reading: Reading, days: readonly Day[], remaining: number, share: number) {
  const { team, situation } = reading;
  const weeks = weeksOf(days, team.department);
  const today = toSeeOf(situation);
  const ask = { team, days, weeks, share, workOf: (id: number) => today.get(id)?.minutes ?? 0, rateOf: reading.rateOf };
  const possible = possibleVisits(ask);
  const planFor = (toSee: ReturnType<typeof toSeeOf>): SectorPlan[] => {
    const parts = shared(remaining, situation.sectors, toSee);
    const plan = ({ id, name }: { id: number; name: string }, at: number) => ({
      id,
      name,
      remaining: parts[at]!,
      possible: possible.get(id) ?? weeks.map(() => 0),
    });
    return situation.sectors.map(plan);
  };
  const plans = planFor(today);
  const told = reach(weeks, plans);
  const isShort = told.missing > 0;
  const moves = isShort ? propose(situation) : [];
  return {
    told,
    evened:
      moves.length === 0
        ? null
        : { moves: moves.length, reached: reach(weeks, planFor(toSeeOf(situation, belongingAfter(moves)))) },
    hired: isShort ? recruits(weeks, plans, (id) => visitsOfOne(ask, id)) : null,
    fewer: isShort ? renouncing(weeks, plans, (id) => today.get(id)?.outside ?? 0) : null,
  };
}

function laterOf(a: Day, b: Day): Day {
  return compareDays(a, b) > 0 ? a : b;
}
