import type { Context } from "~/access/context";
import { record } from "~/audit/audit.server";
import { hasOptedOut, mayWrite } from "~/doctors/contactability";
import type { Letter } from "~/mail/mailer";
import { fundSheet } from "~db/queries/funds";
import {
  type DroppedBecause,
  hostOf,
  type Invitation,
  invitationsOf,
  invitationToHand,
  markDropped,
  markInHand,
  markSent,
  markWaiting,
} from "~db/queries/invitations";
import { contactOf } from "~db/queries/opt-outs";
import { visitDoctorsOf } from "~db/queries/visit-doctors";
import { type VisitSheet, visitById } from "~db/queries/visits";
import { catalog } from "~jobs/catalog";
import { later } from "~jobs/later";
import { practiceLines } from "../practice";
import { invitationLetter } from "./letter";

/** Longer than a relay may take to answer; who has not told by then has died. */
const LEASE_MINUTES = 15;

/**
 * The letter to hand over now, with the last look before the wire: null when it left already, is in other hands, or must
 * not leave any more.
 */
export async function takeInvitation(ctx: Context, invitationId: number): Promise<Letter | null> {
  const invitation = await invitationToHand(ctx.tx, invitationId);
  if (!invitation || invitation.state === "sent" || invitation.state === "dropped") return null;
  const freeAt = new Date((invitation.claimed_at?.getTime() ?? 0) + LEASE_MINUTES * 60_000);
  if (invitation.state === "sending" && freeAt > ctx.now) {
    await later(ctx, catalog.sendInvitation, { invitationId }, { notBefore: freeAt });
    return null;
  }
  const told = await invitationsOf(ctx.tx, invitation.visit_id);
  const visit = await visitById(ctx.tx, invitation.visit_id);
  const because = visit ? await whyDropped(ctx, invitation, visit, told) : "nothing-to-tell";
  if (!visit || because) {
    await markDropped(ctx.tx, invitation.id, because ?? "nothing-to-tell");
    return null;
  }
  await markInHand(ctx.tx, invitation.id, ctx.now);
  return letterFor(ctx, invitation, visit, told);
}

export async function settleInvitation(ctx: Context, invitationId: number): Promise<void> {
  const sent = await markSent(ctx.tx, invitationId, ctx.now);
  if (sent) await record(ctx, "invitation.sent", { visitId: sent.visit_id, method: sent.method });
}

/** Back on the pile: the relay did not take it, and will be asked again. */
export async function releaseInvitation(ctx: Context, invitationId: number): Promise<void> {
  await markWaiting(ctx.tx, invitationId);
}

export async function dropInvitation(ctx: Context, invitationId: number): Promise<void> {
  await markDropped(ctx.tx, invitationId, "refused");
}

async function whyDropped(
  ctx: Context,
  invitation: Invitation,
  visit: VisitSheet,
  told: readonly Invitation[],
): Promise<DroppedBecause | null> {
  if (told.some(({ id }) => id > invitation.id)) return "superseded";
  if (invitation.method === "CANCEL" ? !told.some(mayBeKnown) : visit.state !== "booked") return "nothing-to-tell";
  const { addresses, optOuts } = await contactOf(ctx.tx, visit.doctor_id);
  if (hasOptedOut(optOuts, "email")) return "opt-out";
  const known = addresses.filter(({ address }) => address === invitation.recipient);
  return mayWrite({ addresses: known, optOuts }).may ? null : "no-address";
}

/** Sent, or perhaps sent: a calendar may hold the visit. */
function mayBeKnown({ method, state }: Invitation): boolean {
  return method === "REQUEST" && (state === "sent" || state === "sending");
}

async function letterFor(
  ctx: Context,
  invitation: Invitation,
  visit: VisitSheet,
  told: readonly Invitation[],
): Promise<Letter> {
  const [doctor] = await visitDoctorsOf(ctx.tx, [visit.doctor_id]);
  const host = await hostOf(ctx.tx, visit.delegate_id);
  const fund = await fundSheet(ctx.tx, visit.fund_id);
  if (!doctor || !host || !fund) throw new Error(`Visit ${visit.id} has lost its doctor, its delegate or its fund.`);
  return invitationLetter({
    method: invitation.method,
    sequence: invitation.sequence,
    visitId: visit.id,
    notedAt: invitation.noted_at,
    startsAt: visit.starts_at,
    endsAt: visit.ends_at,
    zone: visit.zone,
    doctor: { lastName: doctor.last_name, firstName: doctor.first_name },
    to: invitation.recipient,
    host,
    fund: fund.name,
    place: practiceLines(doctor),
    isChange: told.some((before) => before.id < invitation.id && mayBeKnown(before)),
  });
}
