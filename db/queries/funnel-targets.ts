import type { Day } from "~/calendar/day";
import type { Tx } from "../connection";

interface CampaignTarget {
  readonly from_on: Day;
  readonly to_on: Day;
  readonly visits: number;
  readonly contracts: number;
  readonly priority_share_pm: number;
  readonly gp_share_pm: number;
}

const COLUMNS = ["id", "from_on", "to_on", "visits", "contracts", "priority_share_pm", "gp_share_pm"] as const;

/** What the caisse set for the period this day belongs to, or else for the next one. */
export function targetInForce(tx: Tx, fundId: number, day: Day) {
  return tx
    .selectFrom("campaign_target")
    .select(COLUMNS)
    .where("fund_id", "=", fundId)
    .where("to_on", ">=", day)
    .orderBy("from_on")
    .limit(1)
    .executeTakeFirst();
}

export function targetsOf(tx: Tx, fundId: number) {
  return tx
    .selectFrom("campaign_target")
    .select(COLUMNS)
    .where("fund_id", "=", fundId)
    .orderBy("from_on", "desc")
    .execute();
}

/** Another period that shares a day with this one. */
export function overlappingTarget(tx: Tx, fundId: number, { from_on, to_on }: { from_on: Day; to_on: Day }) {
  return tx
    .selectFrom("campaign_target")
    .select(["id", "from_on", "to_on"])
    .where("fund_id", "=", fundId)
    .where("from_on", "<=", to_on)
    .where("to_on", ">=", from_on)
    .where((row) => row.not(row.and([row("from_on", "=", from_on), row("to_on", "=", to_on)])))
    .executeTakeFirst();
}

/** The same period set again is changed. */
export async function setTarget(tx: Tx, fundId: number, target: CampaignTarget, by: string, at: Date): Promise<void> {
  await tx
    .deleteFrom("campaign_target")
    .where("fund_id", "=", fundId)
    .where("from_on", "=", target.from_on)
    .where("to_on", "=", target.to_on)
    .execute();
  await tx
    .insertInto("campaign_target")
    .values({ fund_id: fundId, ...target, changed_by: by, changed_at: at })
    .execute();
}

export async function removeTarget(tx: Tx, fundId: number, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom("campaign_target")
    .where("fund_id", "=", fundId)
    .where("id", "=", id)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
