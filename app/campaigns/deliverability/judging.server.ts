import type { Context } from "~/access/context";
import { record } from "~/audit/audit.server";
import { dayOf } from "~/calendar/day";
import { addWorkingDays } from "~/calendar/holidays";
import { conflict, notFound } from "~/errors";
import { french } from "~/format/typography";
import { delegateOfDoctor, insertQuestion, removeQuestion } from "~db/queries/address-questions";
import { type JudgedLetter, judgeFalse, letterToJudge, restoreBounce } from "~db/queries/bounce-judgements";
import { insertFollowUp, removeFollowUp } from "~db/queries/follow-ups";
import type { FalseBounceReason } from "./causes";
import type { DeliverabilityAsk } from "./deliverability.form";

/** What was done, and what the « Annuler » of the message must send back. */
export interface Done {
  readonly said: string;
  readonly undo: Record<string, string | number> | null;
}

export function actOnReturns(ctx: Context, ask: DeliverabilityAsk): Promise<Done> {
  switch (ask.intent) {
    case "judge-false":
      return liftBounce(ctx, ask.recipientId, ask.reason);
    case "restore":
      return putBounceBack(ctx, ask.recipientId);
    case "ask-address":
      return askForAddress(ctx, ask.recipientId);
    case "withdraw":
      return withdrawQuestion(ctx, ask.questionId);
  }
}

/** The address may be written to again by the next campaign. An objection by complaint is not a bounce: it stays. */
async function liftBounce(ctx: Context, recipientId: number, reason: FalseBounceReason): Promise<Done> {
  const letter = await returnedLetter(ctx, recipientId);
  if (letter.suppressed === "complaint")
    throw conflict(french("Le médecin a signalé ce courriel comme indésirable : c'est une opposition, pas un rebond."));
  if (!(await judgeFalse(ctx.tx, recipientId, { reason, by: ctx.actor.id })))
    throw conflict("Ce rebond a déjà été jugé faux.");
  await record(ctx, "bounce.judged-false", { doctorId: letter.doctor_id, recipientId, reason });
  return {
    said: `${letter.address} peut de nouveau recevoir des courriels.`,
    undo: { intent: "restore", recipientId },
  };
}

async function putBounceBack(ctx: Context, recipientId: number): Promise<Done> {
  const letter = await letterToJudge(ctx.tx, recipientId);
  if (!letter) throw notFound("Courriel");
  if (!(await restoreBounce(ctx.tx, recipientId))) throw conflict("Ce rebond est déjà rétabli.");
  await record(ctx, "bounce.restored", { doctorId: letter.doctor_id, recipientId });
  return { said: "Le rebond compte de nouveau.", undo: null };
}

/** A question among the delegate's follow-ups, for the next working day: only the doctor knows their address. */
async function askForAddress(ctx: Context, recipientId: number): Promise<Done> {
  const letter = await returnedLetter(ctx, recipientId);
  const delegate = await delegateOfDoctor(ctx.tx, letter.doctor_id);
  if (!delegate) throw conflict("Le secteur de ce médecin n'a pas de délégué : personne à qui poser la question.");
  const question = { fundId: letter.fund_id, doctorId: letter.doctor_id, delegateId: delegate.id };
  const id = await insertQuestion(ctx.tx, {
    ...question,
    recipientId,
    address: letter.address,
    by: ctx.actor.id,
    at: ctx.now,
  });
  if (id === null) throw conflict("La question est déjà posée pour ce médecin.");
  const dueOn = addWorkingDays(dayOf(ctx.now), 1);
  await insertFollowUp(ctx.tx, { ...question, id, reportId: null, kind: "address", dueOn });
  await record(ctx, "address.asked", { doctorId: letter.doctor_id });
  return { said: `Question posée à ${delegate.name}.`, undo: { intent: "withdraw", questionId: id } };
}

async function withdrawQuestion(ctx: Context, questionId: string): Promise<Done> {
  if ((await removeQuestion(ctx.tx, questionId)) === null)
    throw conflict("Cette question a reçu sa réponse, ou a été retirée.");
  await removeFollowUp(ctx.tx, questionId);
  return { said: "Question retirée.", undo: null };
}

async function returnedLetter(ctx: Context, recipientId: number): Promise<JudgedLetter> {
  const letter = await letterToJudge(ctx.tx, recipientId);
  if (!letter) throw notFound("Courriel");
  if (!letter.is_returned) throw conflict("Ce courriel n'est pas revenu, ou son rebond a déjà été jugé faux.");
  return letter;
}
