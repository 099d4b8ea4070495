import type { Context } from "~/access/context";
import { dayOf } from "~/calendar/day";
import { linkSecret } from "~/campaigns/links.server";
import { writingTo } from "~/doctors/opt-outs.server";
import { french } from "~/format/typography";
import type { Letter } from "~/mail/mailer";
import { candidateById } from "~db/queries/candidates";
import { type MailRow, mailById, moveMail } from "~db/queries/recruiting-mails";
import { hasLapsed } from "./candidate";
import { recruitingMessage } from "./message";
import { stopToken } from "./stop-link";

/**
 * The letter to hand over now, after a last look at the person's wishes. Found in hand already, somebody died between
 * the relay and the telling: it may have left, so it is never sent again by itself.
 */
export async function takeRecruitingMail(ctx: Context, mailId: string, publicUrl: string): Promise<Letter | null> {
  const mail = await mailById(ctx.tx, mailId);
  if (!mail) return null;
  if (mail.state === "sending") await moveMail(ctx.tx, { id: mailId, states: ["sending"] }, { state: "uncertain" });
  if (mail.state !== "waiting") return null;
  const reach = await reachOf(ctx, mail);
  if ("why" in reach) {
    await moveMail(ctx.tx, { id: mailId, states: ["waiting"] }, { state: "dropped", failure: french(reach.why) });
    return null;
  }
  if (!(await moveMail(ctx.tx, { id: mailId, states: ["waiting"] }, { state: "sending" }))) return null;
  const token = stopToken(mail.candidate_id, await linkSecret(ctx));
  return recruitingMessage({
    id: mail.id,
    to: reach.to,
    subject: mail.subject,
    body: mail.body,
    fund: mail.fund,
    sender: mail.sender_email === null ? null : { name: mail.sender ?? "", address: mail.sender_email },
    stop: mail.party === "candidate" ? `${publicUrl}/candidat/${token}/stop` : null,
  });
}

export async function settleRecruitingMail(ctx: Context, mailId: string): Promise<void> {
  await moveMail(ctx.tx, { id: mailId, states: ["sending", "uncertain"] }, { state: "sent", sentAt: ctx.now });
}

/** Not taken, and not for good: it will be handed over again. */
export async function releaseRecruitingMail(ctx: Context, mailId: string): Promise<void> {
  await moveMail(ctx.tx, { id: mailId, states: ["sending"] }, { state: "waiting" });
}

export async function doubtRecruitingMail(ctx: Context, mailId: string): Promise<void> {
  await moveMail(ctx.tx, { id: mailId, states: ["sending"] }, { state: "uncertain" });
}

export async function dropRecruitingMail(ctx: Context, mailId: string): Promise<void> {
  const failure = "Le serveur d'envoi a refusé ce courriel : vérifiez l'adresse.";
  await moveMail(ctx.tx, { id: mailId, states: ["sending"] }, { state: "dropped", failure });
}

/** Wishes and addresses as they are at this instant, not as they were when the letter was asked for. */
async function reachOf(ctx: Context, mail: MailRow): Promise<{ to: string } | { why: string }> {
  if (mail.party === "doctor") {
    const writing = await writingTo(ctx, mail.doctor_id!);
    return writing.may ? { to: writing.to } : { why: writing.why };
  }
  const candidate = await candidateById(ctx.tx, mail.candidate_id);
  if (!candidate || candidate.email === null) return { why: "Aucune adresse e-mail n'est connue." };
  if (mail.kind === "letter" && candidate.letters_stopped_at !== null)
    return { why: "Cette personne ne souhaite plus recevoir de lettre." };
  if (mail.kind === "letter" && hasLapsed({ contactedOn: candidate.contacted_on }, dayOf(ctx.now)))
    return { why: "L'accord de cette personne a expiré." };
  return { to: candidate.email };
}
