import type { Context } from "~/access/context";
import type { Day } from "~/calendar/day";
import { weekdaysOf } from "~/calendar/week";
import { fundSheet } from "~db/queries/funds";
import { proposedElsewhere, removalsOf } from "~db/queries/weeks";
import { type Gathered, gather, type Wanted } from "../gathering.server";
import { instantsOf } from "./span";

/** Doctors of the ranking that a week chooses from: what the planner was measured with. */
export const MOST_CONSIDERED = 300;

export interface WeekToGather {
  readonly weekOn: Day;
  /** Null for a week that was never asked for. */
  readonly planId: string | null;
}

/** What a week is made of; those taken out of it, or proposed in another week, are not to be proposed. */
export async function gatherWeek(
  ctx: Context,
  { weekOn, planId }: WeekToGather,
  wanted: Pick<Wanted, "suggestions"> & Partial<Pick<Wanted, "also" | "most">>,
): Promise<Gathered | null> {
  const removed = planId === null ? [] : (await removalsOf(ctx.tx, planId)).map(({ doctor_id }) => doctor_id);
  const zone = await zoneOfFund(ctx);
  const elsewhere = await proposedElsewhere(ctx.tx, ctx.actor.id, { ...instantsOf(weekOn, zone), now: ctx.now });
  return gather(ctx, {
    days: weekdaysOf(weekOn),
    most: wanted.most ?? MOST_CONSIDERED,
    suggestions: wanted.suggestions,
    also: wanted.also ?? [],
    except: [...removed, ...elsewhere],
  });
}

export async function zoneOfFund(ctx: Context): Promise<string> {
  const fund = await fundSheet(ctx.tx, ctx.actor.fundIds[0]!);
  if (!fund) throw new Error("A delegate without a fund"); // the doorway lets nobody in without one
  return fund.zone;
}
