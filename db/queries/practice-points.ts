import { sql } from "kysely";
import type { Tx } from "../connection";

/** The main practice of a doctor, or the one of a place of theirs: its address, its commune, and its point if it has one. */
export async function practiceOf(tx: Tx, doctorId: number, placeId: number | null) {
  return tx
    .selectFrom("doctor as d")
    .leftJoinLateral(
      (p) =>
        p
          .selectFrom("place")
          .select(["place.practice_key", "place.structure_name", "place.address", "place.postcode", "place.town"])
          .select(["place.commune_code"])
          .whereRef("place.doctor_id", "=", "d.id")
          .where((place) =>
            placeId === null
              ? place("place.practice_key", "=", place.ref("d.practice_key"))
              : place("place.id", "=", placeId),
          )
          .orderBy("place.id")
          .limit(1)
          .as("p"),
      (join) => join.onTrue(),
    )
    .leftJoin("commune as c", (join) =>
      join.on((c) => c("c.code", "=", sql<string>`coalesce(p.commune_code, d.commune_code)`)),
    )
    .select(["d.id", "d.fund_id", "d.last_name", "d.first_name", "p.structure_name", "p.address", "c.name as commune"])
    .select(["c.latitude", "c.longitude"])
    .select(sql<string | null>`coalesce(p.postcode, d.postcode)`.as("postcode"))
    .select(sql<string | null>`coalesce(p.town, d.town)`.as("town"))
    .select(
      (placeId === null ? sql<string | null>`d.practice_key` : sql<string | null>`p.practice_key`).as("practice_key"),
    )
    .select(sql<boolean>`p.practice_key is not null`.as("has_place"))
    .where("d.id", "=", doctorId)
    .executeTakeFirst();
}

export function practicePoint(tx: Tx, fundId: number, practiceKey: string) {
  return tx
    .selectFrom("practice_point")
    .select(["latitude", "longitude", "source", "placed_at"])
    .where("fund_id", "=", fundId)
    .where("practice_key", "=", practiceKey)
    .executeTakeFirst();
}

/** Doctors whose main practice it is, among those one sees. */
export async function doctorsAt(tx: Tx, fundId: number, practiceKey: string): Promise<number> {
  const { count } = await tx
    .selectFrom("doctor")
    .select(sql<number>`count(*)`.as("count"))
    .where("fund_id", "=", fundId)
    .where("practice_key", "=", practiceKey)
    .where("gone_on", "is", null)
    .executeTakeFirstOrThrow();
  return count;
}

export interface NewPoint {
  readonly fundId: number;
  readonly practiceKey: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly source: string;
  readonly placedBy: string;
  readonly at: Date;
}

export async function savePracticePoint(tx: Tx, point: NewPoint): Promise<void> {
  const { latitude, longitude, source } = point;
  const row = { latitude, longitude, source, placed_by: point.placedBy, placed_at: point.at };
  await tx
    .insertInto("practice_point")
    .values({ fund_id: point.fundId, practice_key: point.practiceKey, ...row })
    .onConflict((clash) => clash.columns(["fund_id", "practice_key"]).doUpdateSet(row))
    .execute();
}

/** Whether there was one. */
export async function removePracticePoint(tx: Tx, fundId: number, practiceKey: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom("practice_point")
    .where("fund_id", "=", fundId)
    .where("practice_key", "=", practiceKey)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
