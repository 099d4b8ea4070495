import { sql } from "kysely";
import type { Tx } from "../connection";

export type Method = "REQUEST" | "CANCEL";
export type InvitationState = "waiting" | "sending" | "sent" | "dropped";
export type DroppedBecause = "opt-out" | "no-address" | "refused" | "superseded" | "nothing-to-tell";

/** The number, or null when calendars were told the same already. */
export async function insertInvitation(
  tx: Tx,
  invitation: { fundId: number; visitId: string; method: Method; sequence: number; recipient: string; at: Date },
): Promise<number | null> {
  const row = await tx
    .insertInto("invitation")
    .values({
      fund_id: invitation.fundId,
      visit_id: invitation.visitId,
      method: invitation.method,
      sequence: invitation.sequence,
      recipient: invitation.recipient,
      noted_at: invitation.at,
    })
    .onConflict((clash) => clash.columns(["visit_id", "sequence", "method"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id ?? null;
}

export type Invitation = Awaited<ReturnType<typeof invitationsOf>>[number];

/** All that was said, or is about to be said, of a visit: the latest last. */
export function invitationsOf(tx: Tx, visitId: string) {
  return invitations(tx).where("visit_id", "=", visitId).orderBy("sequence").orderBy("id").execute();
}

/** Held until the end of the transaction, so that two hands never take the same one. */
export function invitationToHand(tx: Tx, id: number) {
  return invitations(tx).where("id", "=", id).forUpdate().executeTakeFirst();
}

export async function markInHand(tx: Tx, id: number, at: Date): Promise<void> {
  await tx.updateTable("invitation").set({ state: "sending", claimed_at: at }).where("id", "=", id).execute();
}

/** What left, or undefined when it was not in hand any more. */
export function markSent(tx: Tx, id: number, at: Date) {
  return tx
    .updateTable("invitation")
    .set({ state: "sent", sent_at: at, claimed_at: null })
    .where("id", "=", id)
    .where("state", "=", "sending")
    .returning(["visit_id", "method"])
    .executeTakeFirst();
}

export async function markWaiting(tx: Tx, id: number): Promise<void> {
  await tx
    .updateTable("invitation")
    .set({ state: "waiting", claimed_at: null })
    .where("id", "=", id)
    .where("state", "=", "sending")
    .execute();
}

export async function markDropped(tx: Tx, id: number, because: DroppedBecause): Promise<void> {
  await tx
    .updateTable("invitation")
    .set({ state: "dropped", dropped_because: because, claimed_at: null })
    .where("id", "=", id)
    .execute();
}

/** Who asks the doctor in, and where answers go. */
export function hostOf(tx: Tx, delegateId: string) {
  return tx.selectFrom("account").select(["name", "email"]).where("id", "=", delegateId).executeTakeFirst();
}

function invitations(tx: Tx) {
  return tx
    .selectFrom("invitation")
    .select(["id", "visit_id", "sequence", "recipient", "noted_at", "sent_at", "claimed_at"])
    .select([
      sql<Method>`method`.as("method"),
      sql<InvitationState>`state`.as("state"),
      sql<DroppedBecause | null>`dropped_because`.as("dropped_because"),
    ]);
}
