import { sql } from "kysely";
import type { Day } from "~/calendar/day";
import type { DocumentKind } from "~/contracts/documents";
import type { Tx } from "../connection";

interface Owner {
  readonly id: string;
  readonly fund_id: number;
}

export function membersOf(tx: Tx, contractId: string) {
  return tx
    .selectFrom("contract_member as m")
    .leftJoin("doctor as d", "d.id", "m.doctor_id")
    .select(["m.id", "m.doctor_id", "m.entered_on", "m.left_on", "d.last_name", "d.first_name", "d.town"])
    .where("m.contract_id", "=", contractId)
    .orderBy("m.entered_on")
    .orderBy("m.doctor_id")
    .execute();
}

export async function insertMember(tx: Tx, owner: Owner, doctorId: number, enteredOn: Day): Promise<void> {
  await tx
    .insertInto("contract_member")
    .values({ fund_id: owner.fund_id, contract_id: owner.id, doctor_id: doctorId, entered_on: enteredOn })
    .execute();
}

/** Members known before the signature enter on its day. */
export async function enterMembers(tx: Tx, contractId: string, on: Day): Promise<void> {
  await tx
    .updateTable("contract_member")
    .set({ entered_on: on })
    .where("contract_id", "=", contractId)
    .where("left_on", "is", null)
    .execute();
}

export async function removeMember(tx: Tx, contractId: string, memberId: string): Promise<void> {
  await tx.deleteFrom("contract_member").where("contract_id", "=", contractId).where("id", "=", memberId).execute();
}

export async function endMember(tx: Tx, contractId: string, memberId: string, on: Day): Promise<void> {
  await tx
    .updateTable("contract_member")
    .set({ left_on: on })
    .where("contract_id", "=", contractId)
    .where("id", "=", memberId)
    .execute();
}

/** A contract that ends lets its doctors go; one that is reopened has none twice. */
export async function endMembers(tx: Tx, contractId: string, on: Day): Promise<void> {
  await tx
    .updateTable("contract_member")
    .set({ left_on: sql`greatest(entered_on, ${on}::date)` })
    .where("contract_id", "=", contractId)
    .where("left_on", "is", null)
    .execute();
}

export function documentsHeld(tx: Tx, contractId: string) {
  return tx
    .selectFrom("contract_document")
    .select([sql<DocumentKind>`kind`.as("kind"), "asked_on", "received_on", "waived_on"])
    .where("contract_id", "=", contractId)
    .execute();
}

export async function askDocuments(tx: Tx, owner: Owner, kinds: readonly DocumentKind[], on: Day): Promise<void> {
  await tx
    .insertInto("contract_document")
    .values(kinds.map((kind) => ({ fund_id: owner.fund_id, contract_id: owner.id, kind, asked_on: on })))
    .onConflict((clash) => clash.doNothing())
    .execute();
}

export async function noteDocument(
  tx: Tx,
  { contractId, kind }: { contractId: string; kind: DocumentKind },
  change: { received_on: Day | null; waived_on: Day | null; account_id: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("contract_document")
    .set(change)
    .where("contract_id", "=", contractId)
    .where("kind", "=", kind)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
