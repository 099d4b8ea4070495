import type { Tx } from "../connection";

export async function insertEvent(
  tx: Tx,
  event: { fundId: number | null; accountId: string | null; name: string; facts: object },
): Promise<void> {
  await tx
    .insertInto("audit_event")
    .values({ fund_id: event.fundId, account_id: event.accountId, name: event.name, facts: JSON.stringify(event.facts) })
    .execute();
}
