import { sql } from "kysely";
import type { Tx } from "../connection";

/** The facts in force of several doctors, read by number: joined, the policy of a delegate would read the whole table. */
export function factsInForce(tx: Tx, doctorIds: readonly number[]) {
  return tx
    .selectFrom("doctor_facts")
    .selectAll()
    .where("doctor_id", "=", sql<number>`any(${[...doctorIds]}::bigint[])`)
    .execute();
}

/** All that the rules and the page need of one doctor that day: facts with their sources, zone in force, signed colleagues. */
export async function doctorFactsOf(tx: Tx, doctorId: number, day: string) {
  return tx
    .selectFrom("doctor as d")
    .leftJoin("doctor_facts as f", "f.doctor_id", "d.id")
    .leftJoin("commune_zone as z", (join) =>
      join
        .onRef("z.fund_id", "=", "d.fund_id")
        .onRef("z.commune_code", "=", "d.commune_code")
        .on("z.from_on", "<=", day)
        .on((z) => z.or([z("z.to_on", "is", null), z("z.to_on", ">", day)])),
    )
    .selectAll("f")
    .select([
      "d.id as doctor_id",
      "d.fund_id",
      "d.specialty",
      "d.source as directory_source",
      "d.source_on as directory_on",
    ])
    .select(["z.zone", "z.source as zone_source", "z.from_on as zone_on"])
    .select((d) =>
      d
        .selectFrom("doctor as c")
        .innerJoin("doctor_facts as cf", "cf.doctor_id", "c.id")
        .select(sql<number>`count(*)`.as("signed"))
        .whereRef("c.fund_id", "=", "d.fund_id")
        .whereRef("c.practice_key", "=", "d.practice_key")
        .whereRef("c.id", "<>", "d.id")
        .where("cf.signed_on", "is not", null)
        .as("signed_colleagues"),
    )
    .where("d.id", "=", doctorId)
    .executeTakeFirst();
}
