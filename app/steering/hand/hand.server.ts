import type { z } from "zod";
import type { Context } from "~/access/context";
import { readDoctorId } from "~/doctors/doctor.server";
import { specialtyName } from "~/doctors/specialty-name";
import { notFound } from "~/errors";
import { listName } from "~/format/names";
import { moveByHand, movesOfDoctor, undoHandMove } from "~/funnel/hand.server";
import { STAGE_LABELS, type Stage } from "~/funnel/stage";
import { lossLabel } from "../loss-reasons";
import type { handForm } from "./hand.form";

const CAUSES: Record<string, string> = {
  letter: "Courriel accepté",
  booking: "Visite prise",
  report: "Compte rendu",
  simulation: "Simulation remise",
  contract: "Contrat",
  hand: "À la main",
};

/** The road of one doctor through the funnel. */
export async function handPage(ctx: Context, doctorId: string | undefined) {
  const id = readDoctorId(doctorId);
  if (id === null) throw notFound("Médecin");
  const { doctor, moves, undoable } = await movesOfDoctor(ctx, id);
  return {
    id,
    name: listName({ lastName: doctor.last_name, firstName: doctor.first_name }),
    where: [specialtyName(doctor), doctor.town].filter(Boolean).join(", "),
    stage: doctor.stage as Stage | null,
    lost: doctor.lost_at === null ? null : { at: doctor.lost_at, reason: lossLabel(doctor.lost_reason ?? "") },
    moves: moves.map((move) => ({
      id: move.id,
      at: move.at,
      to: move.to_stage === "lost" ? "perdu" : STAGE_LABELS[move.to_stage as Stage],
      cause: CAUSES[move.cause] ?? move.cause,
      reason: move.to_stage === "lost" ? lossLabel(move.reason ?? "") : move.reason,
      by: move.by,
    })),
    undoable,
  };
}

export async function changeByHand(
  ctx: Context,
  doctorId: string | undefined,
  asked: z.output<typeof handForm>,
): Promise<string> {
  const id = readDoctorId(doctorId);
  if (id === null) throw notFound("Médecin");
  if (asked.intent === "undo") {
    await undoHandMove(ctx, id, asked.moveId);
    return "annule";
  }
  await moveByHand(
    ctx,
    id,
    asked.intent === "lose" ? { to: "lost", reason: asked.code } : { to: asked.to, reason: asked.reason },
  );
  return "note";
}
