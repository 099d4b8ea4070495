import type { Context } from "~/access/context";
import type { Day } from "~/calendar/day";
import { dayIn } from "~/calendar/zoned";
import { conflict } from "~/errors";
import { settingOf } from "~db/queries/delegate-settings";
import { moveWeek, type WeekPlan, weekPlanFor, weekPlanToChange } from "~db/queries/weeks";
import { catalog } from "~jobs/catalog";
import { later } from "~jobs/later";
import { zoneOfFund } from "./gathering-week.server";
import { isOver } from "./span";

/** Any fixed seed will do: the same week asked for twice must be the same week. */
const SEED = 1;

/** A week is computed in seconds; one that has said nothing for this long was lost with its machine. */
const LOST_AFTER_MS = 120_000;

/**
 * Asks for a week to be proposed; asked again while it is being computed, it is the same question. A week that has a
 * proposal changes as little as it may, unless it is wanted anew.
 */
export async function askForWeek(ctx: Context, weekOn: Day, { anew = false } = {}): Promise<string> {
  await refusePast(ctx, weekOn);
  const setting = await settingOf(ctx.tx, ctx.actor.id);
  if (!setting?.base) throw conflict("Indiquez d'abord votre point de départ dans vos réglages.");
  const plan = await weekToChange(ctx, weekOn);
  if (isRunning(plan, ctx.now)) return plan.id;
  await moveWeek(ctx.tx, plan.id, { state: "asked", share: 0, failure: null, askedAt: ctx.now });
  await later(ctx, catalog.proposeWeek, { planId: plan.id, anew });
  return plan.id;
}

/** The plan of that week, made if need be, kept until the transaction ends. */
export async function weekToChange(ctx: Context, weekOn: Day): Promise<WeekPlan> {
  const fundId = ctx.actor.fundIds[0]!;
  const week = { fundId, delegateId: ctx.actor.id, weekOn, seed: SEED, askedAt: ctx.now };
  const planId = await weekPlanFor(ctx.tx, week);
  const plan = await weekPlanToChange(ctx.tx, planId);
  if (!plan) throw new Error("A week that was just written is not there");
  return plan;
}

/** As `weekToChange`, for whoever would pull the ground from under a computation. */
export async function quietWeekToChange(ctx: Context, weekOn: Day): Promise<WeekPlan> {
  await refusePast(ctx, weekOn);
  const plan = await weekToChange(ctx, weekOn);
  if (isRunning(plan, ctx.now))
    throw conflict("La semaine est en cours de calcul. Attendez quelques secondes : rien n'a été modifié.");
  return plan;
}

export function isRunning(plan: Pick<WeekPlan, "state" | "asked_at">, now: Date): boolean {
  const isAsked = plan.state === "asked" || plan.state === "computing";
  return isAsked && now.getTime() - plan.asked_at.getTime() < LOST_AFTER_MS;
}

async function refusePast(ctx: Context, weekOn: Day): Promise<void> {
  if (isOver(weekOn, dayIn(await zoneOfFund(ctx), ctx.now)))
    throw conflict("Cette semaine est passée : elle ne peut plus être modifiée.");
}
