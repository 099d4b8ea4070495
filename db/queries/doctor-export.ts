import type { Tx } from "../connection";

/** What a file says of a doctor beside the list: the number, the postcode, the sector. */
export function identitiesOf(tx: Tx, doctorIds: readonly number[]) {
  return tx
    .selectFrom("doctor as d")
    .leftJoin("sector as s", "s.id", "d.sector_id")
    .select(["d.id", "d.rpps", "d.last_name", "d.first_name", "d.specialty", "d.specialty_label"])
    .select(["d.town", "d.postcode", "s.name as sector"])
    .where("d.id", "in", [...doctorIds])
    .execute();
}
