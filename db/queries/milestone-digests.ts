import { sql } from "kysely";
import type { Role } from "~/access/permissions";
import type { Day } from "~/calendar/day";
import type { Tx } from "../connection";

export interface DigestReader {
  readonly id: string;
  readonly fund_id: number;
  readonly role: Extract<Role, "delegate" | "manager">;
  readonly name: string;
  readonly email: string;
  /** Own ones and those covered that day; a manager answers for the whole fund. */
  readonly sector_ids: number[] | null;
}

/** The delegates and managers who may be written to, with the sectors they answer for that day. */
export async function digestReaders(tx: Tx, day: Day, only: string | null): Promise<DigestReader[]> {
  const { rows } = await sql<DigestReader>`
    select a.id, a.fund_id, a.role, a.name, a.email,
      case when a.role = 'delegate' then array(
        select s.sector_id from delegate_sector s where s.account_id = a.id or s.account_id in (
          select v.absent_id from cover v where v.by_id = a.id and ${day}::date between v.from_on and v.to_on)) end as sector_ids
    from account a
    where a.role in ('delegate', 'manager') and a.disabled_at is null and a.fund_id is not null
      and (${only}::uuid is null or a.id = ${only}::uuid)
    order by a.id`.execute(tx);
  return rows;
}

/** Funds with something to tell: the others' people are not even looked at. */
export async function fundsWithOpenMilestones(tx: Tx, until: Day): Promise<number[]> {
  const rows = await tx
    .selectFrom("milestone")
    .select("fund_id")
    .distinct()
    .where("state", "in", ["coming", "due"])
    .where("due_on", "<", until)
    .execute();
  return rows.map((row) => row.fund_id);
}

/** One a person and a week. False when it was noted before. */
export async function insertDigest(
  tx: Tx,
  digest: { fundId: number; accountId: string; weekOn: Day; milestones: number },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("milestone_digest")
    .values({
      fund_id: digest.fundId,
      account_id: digest.accountId,
      week_on: digest.weekOn,
      milestones: digest.milestones,
    })
    .onConflict((clash) => clash.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export type DigestState = "waiting" | "sending" | "sent" | "refused" | "uncertain";

export async function changeDigest(
  tx: Tx,
  { accountId, weekOn, from }: { accountId: string; weekOn: Day; from: DigestState },
  state: DigestState,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("milestone_digest")
    .set({ state })
    .where("account_id", "=", accountId)
    .where("week_on", "=", weekOn)
    .where("state", "=", from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
