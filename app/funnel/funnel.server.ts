import type { Context } from "~/access/context";
import { insertMove, markLost, standingOf, stepTo } from "~db/queries/funnel";
import { type MoveCause, moveTo, type Stage } from "./stage";

interface Subject {
  readonly id: number;
  readonly fundId: number;
}

/** A fact moves the doctor along the funnel, when it is further than where they stand. */
export async function moveStage(ctx: Context, doctor: Subject, stage: Stage, cause: MoveCause): Promise<void> {
  const standing = await standingOf(ctx.tx, doctor.id);
  const to = moveTo(standing, stage);
  if (to === null) return;
  await stepTo(ctx.tx, doctor, to, ctx.now);
  await insertMove(ctx.tx, doctor, { from: standing.stage, to, cause, reason: null, by: ctx.actor.id, at: ctx.now });
}

/** The doctor said no; the reason is a code of the report. A later fact brings them back. */
export async function loseDoctor(ctx: Context, doctor: Subject, cause: MoveCause, reason: string): Promise<void> {
  const standing = await standingOf(ctx.tx, doctor.id);
  if (standing.isLost) return;
  await markLost(ctx.tx, doctor, reason, ctx.now);
  await insertMove(ctx.tx, doctor, { from: standing.stage, to: "lost", cause, reason, by: ctx.actor.id, at: ctx.now });
}
