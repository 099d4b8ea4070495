import type { Context } from "~/access/context";
import type { Place } from "~/geo/estimate";
import { type RoadBlock, roadPoint } from "~/geo/roads";
import { keepRoads, type RoadPair } from "~db/queries/roads";
import { keepUnchanged, moveWeek, noteShare, type WeekPlan, weekPlanToChange } from "~db/queries/weeks";
import { hashOf } from "../planner/hash";
import type { Plan } from "../planner/itinerary";
import type { Problem } from "../planner/problem";
import { roadsToAsk } from "../travel.server";
import type { WeekAnswer } from "./answer";
import { planAsItStands } from "./as-it-stands";
import { differenceOf } from "./difference";
import { gatherWeek } from "./gathering-week.server";
import { standingOf } from "./standing";

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

export interface WeekToPlan {
  readonly problem: Problem;
  readonly seed: number;
  /** The visits to stay close to; null when there are none, or when the week is wanted anew. */
  readonly before: Plan | null;
}

/** Null when there is nothing to compute: the week is no longer asked for, or nothing has changed since its answer. */
export async function problemOfWeek(
  ctx: Context,
  { planId, anew }: { planId: string; anew: boolean },
): Promise<WeekToPlan | null> {
  const week = await weekAsAsked(ctx, planId);
  if (!week) return null;
  const { plan, gathered } = week;
  const asked = { problem: gathered.problem, seed: plan.seed };
  if (anew || !plan.answer) return { ...asked, before: null };
  const stands = await weekAsItStands(ctx, plan);
  if (isAnswered(week, stands.stops)) {
    await keepUnchanged(ctx.tx, planId, unchanged(plan.answer), ctx.now);
    return null;
  }
  return { ...asked, before: stands.stops.length > 0 ? stands.before : null };
}

/** The visits of the week, those nobody has held under the names they have once forgotten. */
async function weekAsItStands(ctx: Context, plan: WeekPlan) {
  const then = { ...ctx, now: plan.asked_at };
  const week = { weekOn: plan.week_on, planId: plan.id };
  const { problem, stops, days } = (await gatherWeek(then, week, { suggestions: "kept", most: 0 }))!;
  const standing = standingOf(days, stops, plan.answer?.shifts ?? []);
  const before = planAsItStands(problem, standing);
  const nameOf = (id: string | null) => {
    const { visit, doctor } = (id === null ? undefined : stops.get(id)) ?? {};
    return visit?.state === "proposed" && visit.firmness === "suggestion" ? `d:${doctor!.id}` : id;
  };
  return {
    before: {
      ...before,
      days: before.days.map(
        (day) => day && { ...day, stops: day.stops.map((stop) => ({ ...stop, candidate: nameOf(stop.candidate) })) },
      ),
    },
    stops: standing.map(({ id, day, startsAt }) => `${stops.get(id)!.doctor.id} ${days[day]} ${startsAt / 60}`),
  };
}

/** The very question that was answered, and the answer still stands. */
function isAnswered({ plan, gathered }: WeekInHand, standing: readonly string[]): boolean {
  const told = plan.answer!.stops.map(({ doctorId, day, minutes }) => `${doctorId} ${day} ${minutes}`);
  const isSame = [...told].sort().join() === [...standing].sort().join();
  return isSame && plan.answer!.conflicts.length === 0 && hashOf(gathered.problem) === plan.input_hash;
}

function unchanged(answer: WeekAnswer): WeekAnswer {
  return { ...answer, difference: differenceOf(answer, answer) };
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
