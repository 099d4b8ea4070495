import type { Context } from "~/access/context";
import type { Place } from "~/geo/estimate";
import { type RoadBlock, roadPoint } from "~/geo/roads";
import { keepRoads, type RoadPair } from "~db/queries/roads";
import { moveWeek, noteShare, type WeekPlan, weekPlanToChange } from "~db/queries/weeks";
import type { Problem } from "../planner/problem";
import { roadsToAsk } from "../travel.server";
import { gatherWeek } from "./gathering-week.server";

/** Takes the week up, or says that there is nothing to do: it was answered already, or is no longer wanted. */
export async function beginWeek(ctx: Context, planId: string): Promise<boolean> {
  const plan = await weekPlanToChange(ctx.tx, planId);
  if (!plan || !["asked", "computing", "failed"].includes(plan.state)) return false;
  await moveWeek(ctx.tx, planId, { state: "computing", share: 0, failure: null });
  return true;
}

/** What the road service has still to be asked for this week. */
export async function roadsOfWeek(ctx: Context, planId: string): Promise<RoadBlock[]> {
  const week = await weekAsAsked(ctx, planId);
  const places: readonly Place[] = week?.gathered.places ?? [];
  return roadsToAsk(ctx, places);
}

export async function keepRoadTable(ctx: Context, block: RoadBlock, table: (number | null)[][]): Promise<void> {
  const pairs = block.sources.flatMap((from, i) =>
    block.destinations.flatMap((to, j): RoadPair[] => (from === to ? [] : [{ from, to, seconds: table[i]![j]! }])),
  );
  await keepRoads(ctx.tx, pairs);
}

export function pointsOf({ sources, destinations }: RoadBlock) {
  return { sources: sources.map(roadPoint), destinations: destinations.map(roadPoint) };
}

/** Null when the week is no longer being computed. */
export async function problemOfWeek(ctx: Context, planId: string): Promise<{ problem: Problem; seed: number } | null> {
  const week = await weekAsAsked(ctx, planId);
  return week && { problem: week.gathered.problem, seed: week.plan.seed };
}

export async function noteProgress(ctx: Context, planId: string, share: number): Promise<void> {
  await noteShare(ctx.tx, planId, Math.min(0.99, share));
}

export async function weekFailed(ctx: Context, planId: string): Promise<void> {
  const plan = await weekPlanToChange(ctx.tx, planId);
  if (plan?.state !== "computing") return;
  await moveWeek(ctx.tx, planId, {
    state: "failed",
    failure: "Le calcul s'est arrêté. Vos rendez-vous n'ont pas bougé.",
  });
}

export interface WeekInHand {
  readonly plan: WeekPlan;
  readonly gathered: NonNullable<Awaited<ReturnType<typeof gatherWeek>>>;
}

/** The week as it stood when it was asked for: read again after a stop, it gives the same problem. */
export async function weekAsAsked(ctx: Context, planId: string): Promise<WeekInHand | null> {
  const plan = await weekPlanToChange(ctx.tx, planId);
  if (plan?.state !== "computing") return null;
  const then = { ...ctx, now: plan.asked_at };
  const gathered = await gatherWeek(then, { weekOn: plan.week_on, planId }, { suggestions: "forgotten" });
  if (gathered) return { plan, gathered };
  await moveWeek(ctx.tx, planId, { state: "failed", failure: "Votre point de départ n'est plus indiqué." });
  return null;
}
