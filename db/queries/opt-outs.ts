import type { Channel, KnownAddress, OptOut } from "~/doctors/contactability";
import type { Tx } from "../connection";

/** What decides whether, and where, a doctor may be written to. */
export async function contactOf(tx: Tx, doctorId: number): Promise<{ addresses: KnownAddress[]; optOuts: OptOut[] }> {
  const addresses = await tx
    .selectFrom("doctor_email")
    .select(["address", "kind", "noted_on as notedOn"])
    .where("doctor_id", "=", doctorId)
    .execute();
  return { addresses, optOuts: await optOutsInForce(tx, doctorId) };
}

export function optOutsInForce(tx: Tx, doctorId: number) {
  return tx
    .selectFrom("opt_out as o")
    .leftJoin("account as a", "a.id", "o.noted_by")
    .select(["o.id", "o.channel", "o.category", "o.source", "o.noted_at", "a.name as noted_by"])
    .where("o.doctor_id", "=", doctorId)
    .where("o.lifted_at", "is", null)
    .orderBy("o.noted_at")
    .orderBy("o.id")
    .execute();
}

/** False when the same objection is in force already. */
export async function insertOptOut(
  tx: Tx,
  optOut: { fundId: number; doctorId: number; channel: Channel; source: string; by: string; at: Date },
): Promise<boolean> {
  const row = await tx
    .insertInto("opt_out")
    .values({
      fund_id: optOut.fundId,
      doctor_id: optOut.doctorId,
      channel: optOut.channel,
      source: optOut.source,
      noted_by: optOut.by,
      noted_at: optOut.at,
    })
    .onConflict((clash) => clash.doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** The channel that is open again, or null when nothing was in force. */
export async function liftOptOut(
  tx: Tx,
  optOut: { id: number; doctorId: number; by: string; at: Date },
): Promise<Channel | null> {
  const row = await tx
    .updateTable("opt_out")
    .set({ lifted_at: optOut.at, lifted_by: optOut.by })
    .where("id", "=", optOut.id)
    .where("doctor_id", "=", optOut.doctorId)
    .where("lifted_at", "is", null)
    .returning("channel")
    .executeTakeFirst();
  return (row?.channel ?? null) as Channel | null;
}
