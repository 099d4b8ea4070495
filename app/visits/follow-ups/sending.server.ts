import type { Context } from "~/access/context";
import { record } from "~/audit/audit.server";
import { dayIn } from "~/calendar/zoned";
import { writingTo } from "~/doctors/opt-outs.server";
import { french } from "~/format/typography";
import { moveStage } from "~/funnel/funnel.server";
import type { Letter } from "~/mail/mailer";
import { changeLetter, letterById } from "~db/queries/follow-up-letters";
import { followUpMessage } from "./letter-message";

/**
 * The letter to hand over now, after a last look at the doctor's wishes. Found in hand already, somebody died between
 * the relay and the telling: it may have left, so it is never sent again by itself.
 */
export async function takeLetter(ctx: Context, letterId: string): Promise<Letter | null> {
  const letter = await letterById(ctx.tx, letterId);
  if (!letter) return null;
  if (letter.state === "sending")
    await changeLetter(ctx.tx, { id: letter.id, states: ["sending"] }, { state: "uncertain" });
  if (letter.state !== "waiting" || letter.recipient === null || letter.delegate_email === null) return null;
  const writing = await writingTo(ctx, letter.doctor_id);
  if (!writing.may || writing.to !== letter.recipient) {
    const why = writing.may ? "L'adresse de ce médecin a changé." : writing.why;
    await backToDraft(ctx, letter.id, "waiting", `Non envoyé : ${why}`);
    return null;
  }
  if (!(await changeLetter(ctx.tx, { id: letter.id, states: ["waiting"] }, { state: "sending" }))) return null;
  return followUpMessage({
    id: letter.id,
    to: letter.recipient,
    subject: letter.subject,
    body: letter.body,
    sender: { name: letter.delegate ?? "", email: letter.delegate_email },
    fund: letter.fund,
    heldOn: dayIn(letter.zone, letter.held_at),
  });
}

/** The relay has it. Said even after a doubt: it is then known. */
export async function settleLetter(ctx: Context, letterId: string): Promise<void> {
  const letter = await letterById(ctx.tx, letterId);
  const isSent = await changeLetter(
    ctx.tx,
    { id: letterId, states: ["sending", "uncertain"] },
    { state: "sent", sent_at: ctx.now },
  );
  if (!letter || !isSent) return;
  await moveStage(ctx, { id: letter.doctor_id, fundId: letter.fund_id }, "contacted", "letter");
  await record(ctx, "letter.sent", { letterId, doctorId: letter.doctor_id });
}

/** Not taken, and not for good: it will be handed over again. */
export async function releaseLetter(ctx: Context, letterId: string): Promise<void> {
  await changeLetter(ctx.tx, { id: letterId, states: ["sending"] }, { state: "waiting" });
}

/** The relay will never take it: the person who wrote it is told why. */
export async function refuseLetter(ctx: Context, letterId: string): Promise<void> {
  await backToDraft(
    ctx,
    letterId,
    "sending",
    "Le serveur d'envoi a refusé ce courriel : vérifiez l'adresse du médecin.",
  );
}

export async function doubtLetter(ctx: Context, letterId: string): Promise<void> {
  await changeLetter(ctx.tx, { id: letterId, states: ["sending"] }, { state: "uncertain" });
}

async function backToDraft(ctx: Context, id: string, from: "waiting" | "sending", failure: string): Promise<void> {
  const change = { state: "draft", recipient: null, asked_at: null, failure: french(failure) } as const;
  await changeLetter(ctx.tx, { id, states: [from] }, change);
}
