import type { Context } from "~/access/context";
import { record } from "~/audit/audit.server";
import { conflict, invalid, notFound } from "~/errors";
import { insertMove, markLost, standingOf, stepTo } from "~db/queries/funnel";
import { doctorOfFunnel, lastMoves, movesOf } from "~db/queries/funnel-hand";
import { removeMove, standAgain } from "~db/queries/simulations";
import type { Stage } from "./stage";

interface HandMove {
  readonly to: Stage | "lost";
  /** A sentence for a stage; a code for a loss. */
  readonly reason: string;
}

/** A doctor, where they stand, and every move that led there, newest first. */
export async function movesOfDoctor(ctx: Context, doctorId: number) {
  const doctor = await doctorOfFunnel(ctx.tx, doctorId);
  if (!doctor) throw notFound("Médecin");
  const moves = await movesOf(ctx.tx, doctorId);
  return { doctor, moves, undoable: moves[0]?.cause === "hand" ? moves[0].id : null };
}

/** What no fact told, told by a person with a reason; it may also take a doctor back. */
export async function moveByHand(ctx: Context, doctorId: number, { to, reason }: HandMove): Promise<void> {
  const doctor = await doctorOfFunnel(ctx.tx, doctorId);
  if (!doctor) throw notFound("Médecin");
  const subject = { id: doctorId, fundId: doctor.fund_id };
  const standing = await standingOf(ctx.tx, doctorId);
  const stands = standing.isLost ? "lost" : standing.stage;
  if (stands === to) throw invalid({ to: ["Le médecin est déjà à cette étape."] });
  if (to === "lost") await markLost(ctx.tx, subject, reason, ctx.now);
  else await stepTo(ctx.tx, subject, to, ctx.now);
  await insertMove(ctx.tx, subject, { from: standing.stage, to, cause: "hand", reason, by: ctx.actor.id, at: ctx.now });
  await record(ctx, "stage.moved", { doctorId, to });
}

/** As if it had not been said, while nothing followed: the doctor stands where the move found them. */
export async function undoHandMove(ctx: Context, doctorId: number, moveId: number): Promise<void> {
  const doctor = await doctorOfFunnel(ctx.tx, doctorId);
  if (!doctor) throw notFound("Médecin");
  await standingOf(ctx.tx, doctorId);
  const [last, before] = await lastMoves(ctx.tx, doctorId);
  if (last?.id !== moveId || last.cause !== "hand")
    throw conflict("Le dossier du médecin a avancé depuis : ce changement ne s'annule plus.");
  await removeMove(ctx.tx, moveId);
  await standAgain(ctx.tx, doctorId, {
    stage: last.from_stage,
    since: before?.at ?? last.at,
    lost: before?.to_stage === "lost" ? { at: before.at, reason: before.reason } : null,
  });
  await record(ctx, "stage.move-undone", { doctorId });
}
