import { sql } from "kysely";
import type { Tx } from "../connection";

/** The addresses of these letters are not written to again, by any campaign of any fund. */
export async function suppressAddresses(
  tx: Tx,
  recipientIds: readonly number[],
  reason: "bounce" | "complaint" | "full",
): Promise<void> {
  await sql`
    insert into address_suppression (fingerprint, reason, detail)
    select distinct fingerprint, ${reason}, max(reply) from recipient where id = any(${[...recipientIds]}::bigint[]) group by fingerprint
    on conflict (fingerprint) do nothing`.execute(tx);
}
