import type { Context } from "~/access/context";
import { record } from "~/audit/audit.server";
import { addDays } from "~/calendar/day";
import { addWeeks, mondayOf } from "~/calendar/week";
import { conflict, invalid, notFound } from "~/errors";
import { dayMonthYear } from "~/format/dates";
import outlines from "~/geo/outlines/departments.json";
import { cancelPlanned, changeState, changesOfFund, insertChange } from "~db/queries/sector-changes";
import type { Planning } from "./balance.form";
import { loadsOf } from "./loads";
import { drawGround } from "./map";
import { belongingAfter, propose } from "./propose";
import { readBalance } from "./reading.server";
import { tokenOf } from "./token";
import { workOf } from "./work";

/** Settled changes that are still shown. */
const CHANGES_SHOWN = 5;
const DAYS_AHEAD = 366;

/** Hours needed against hours available, and the swaps that would even them out; nothing is changed by looking. */
export async function balance(ctx: Context, weeks: number) {
  const { fund, today, until, team, situation, strays } = await readBalance(ctx, weeks);
  const moves = propose(situation);
  const before = loadsOf(situation);
  const changes = await changesOfFund(ctx.tx, fund.id, CHANGES_SHOWN);
  return {
    fund: fund.name,
    now: ctx.now,
    weeks,
    today,
    until,
    strays,
    before: before.map((load) => ({
      ...load,
      delegates: team.workers.filter(({ sectorIds }) => sectorIds.includes(load.id)).map(({ name }) => name),
      ...workOf(situation, load.id),
    })),
    after: loadsOf(situation, belongingAfter(moves)),
    moves,
    token: tokenOf(moves),
    /** A Monday, once the delegates had a week to hear of it. */
    usualDay: addWeeks(mondayOf(today), 2),
    planned: changes.find(({ state }) => state === "planned") ?? null,
    settled: changes.filter(({ state }) => state !== "planned"),
    map: drawGround(outlines, fund.department, situation, before, moves),
  };
}

/** Plans the swaps that were shown, for a day to come; when the ground has moved since, nothing is planned. */
export async function planChange(ctx: Context, { semaines, on, moves: shown }: Planning): Promise<void> {
  const { fund, today, situation } = await readBalance(ctx, semaines);
  if (on <= today || on > addDays(today, DAYS_AHEAD))
    throw invalid({ on: [`Choisissez un jour entre demain et le ${dayMonthYear(addDays(today, DAYS_AHEAD))}.`] });
  const moves = propose(situation);
  if (moves.length === 0 || tokenOf(moves) !== shown)
    throw conflict(
      "Les données ont changé depuis l'affichage. Rien n'est prévu : relisez la proposition, elle est à jour.",
    );
  const doctors = moves.reduce((sum, move) => sum + move.doctors, 0);
  const change = { fundId: fund.id, applyOn: on, doctors, by: ctx.actor.id, at: ctx.now, moves };
  const changeId = await insertChange(ctx.tx, change);
  if (changeId === null) throw conflict("Un changement est déjà prévu. Annulez-le pour en prévoir un autre.");
  await record(ctx, "sectors.change-planned", { changeId, communes: moves.length, doctors });
}

/** Before its day only: afterwards another change is needed. */
export async function cancelChange(ctx: Context, changeId: string): Promise<void> {
  if ((await cancelPlanned(ctx.tx, changeId, ctx.actor.id, ctx.now)) === null) {
    const change = await changeState(ctx.tx, changeId);
    if (!change) throw notFound("Changement");
    throw conflict(
      change.state === "applied"
        ? `Ce changement est appliqué depuis le ${dayMonthYear(change.apply_on)}.`
        : "Ce changement est déjà annulé.",
    );
  }
  await record(ctx, "sectors.change-cancelled", { changeId });
}
