import { sql } from "kysely";
import type { Tx } from "../connection";

/** Who a doctor is and where, with the address of the main practice and what the ranking says. */
export function doctorById(tx: Tx, doctorId: number) {
  return tx
    .selectFrom("doctor as d")
    .innerJoin("fund", "fund.id", "d.fund_id")
    .leftJoin("sector", "sector.id", "d.sector_id")
    .leftJoin("score as s", "s.doctor_id", "d.id")
    .leftJoin("weights as w", "w.fund_id", "d.fund_id")
    .leftJoinLateral(
      (p) =>
        p
          .selectFrom("place")
          .select(["place.structure_name", "place.address"])
          .whereRef("place.doctor_id", "=", "d.id")
          .orderBy(sql`place.practice_key is not distinct from d.practice_key`, "desc")
          .orderBy("place.id")
          .limit(1)
          .as("main"),
      (join) => join.onTrue(),
    )
    .select(["d.id", "d.fund_id", "d.rpps", "d.last_name", "d.first_name", "d.civility", "d.title", "d.specialty"])
    .select(["d.specialty_label", "d.town", "d.postcode", "d.practice_key", "d.phone", "d.source", "d.source_on"])
    .select(["d.first_seen_on", "d.gone_on", "fund.name as fund", "sector.name as sector"])
    .select(["s.priority", "s.version", "s.computed_at", "w.points", "main.structure_name", "main.address"])
    .where("d.id", "=", doctorId)
    .executeTakeFirst();
}

export type DoctorSheet = NonNullable<Awaited<ReturnType<typeof doctorById>>>;

export function placesOf(tx: Tx, doctorId: number) {
  return tx
    .selectFrom("place")
    .select(["id", "structure_name", "address", "address_extra", "postcode", "town", "phone", "phone2", "mode"])
    .select(["activity_sector_label", "siret", "finess", "practice_key", "source", "source_on"])
    .where("doctor_id", "=", doctorId)
    .orderBy("id")
    .execute();
}

/** The other doctors one can see at the same practice, signed ones first, then by rank. */
export function colleaguesOf(tx: Tx, doctor: { id: number; fund_id: number; practice_key: string | null }) {
  return tx
    .selectFrom("doctor as d")
    .leftJoin("score as s", "s.doctor_id", "d.id")
    .leftJoin("doctor_facts as f", "f.doctor_id", "d.id")
    .select([
      "d.id",
      "d.last_name",
      "d.first_name",
      "d.specialty",
      "d.specialty_label",
      "s.verdict",
      "s.zone",
      "f.signed_on",
    ])
    .where("d.fund_id", "=", doctor.fund_id)
    .where("d.practice_key", "=", doctor.practice_key)
    .where("d.id", "<>", doctor.id)
    .where("d.gone_on", "is", null)
    .orderBy(sql`f.signed_on is null`)
    .orderBy(sql`s.priority desc nulls last`)
    .orderBy("d.id")
    .limit(100)
    .execute();
}

export function emailsOf(tx: Tx, doctorId: number) {
  return tx
    .selectFrom("doctor_email")
    .select(["id", "display", "kind", "source", "noted_on"])
    .select(
      sql<boolean>`exists (select from address_suppression s, installation i
        where s.fingerprint = sha256(i.link_secret || convert_to(lower(address), 'UTF8')))`.as("fails"),
    )
    .where("doctor_id", "=", doctorId)
    .orderBy("noted_on", "desc")
    .orderBy("id")
    .execute();
}

/** Once an hour for one person and one doctor: the index audit_event_opened turns the others away. */
export async function recordOpening(
  tx: Tx,
  opening: { fundId: number; accountId: string; doctorId: number; at: Date },
): Promise<void> {
  await tx
    .insertInto("audit_event")
    .values({
      fund_id: opening.fundId,
      account_id: opening.accountId,
      name: "doctor.opened",
      facts: JSON.stringify({ doctorId: opening.doctorId }),
      at: opening.at,
    })
    .onConflict((clash) => clash.doNothing())
    .execute();
}
