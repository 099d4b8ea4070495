import { sql } from "kysely";
import type { CampaignState, Category } from "~/campaigns/campaign";
import type { Tx } from "../connection";

export interface NewCampaign {
  readonly fundId: number | null;
  readonly name: string;
  readonly createdBy: string;
  readonly category: Category;
  readonly holdoutPercent: number;
  /** The step of a journey whose letter this is. */
  readonly journey?: { readonly id: string; readonly step: number };
}

export async function insertCampaign(tx: Tx, campaign: NewCampaign): Promise<string> {
  const { id } = await tx
    .insertInto("campaign")
    .values({
      fund_id: campaign.fundId,
      name: campaign.name,
      created_by: campaign.createdBy,
      category: campaign.category,
      holdout_percent: campaign.holdoutPercent,
      journey_id: campaign.journey?.id ?? null,
      journey_step: campaign.journey?.step ?? null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

function campaignSheets(tx: Tx) {
  return tx
    .selectFrom("campaign as c")
    .selectAll("c")
    .select([sql<CampaignState>`c.state`.as("state"), sql<Category>`c.category`.as("category")]);
}

export type CampaignSheet = NonNullable<Awaited<ReturnType<typeof campaignById>>>;

export function campaignById(tx: Tx, id: string) {
  return campaignSheets(tx).where("c.id", "=", id).executeTakeFirst();
}

/** Waits for whoever is changing it, so that two officers are judged one after the other. */
export function campaignToChange(tx: Tx, id: string) {
  return campaignSheets(tx).where("c.id", "=", id).forUpdate("c").executeTakeFirst();
}

export function campaignsSeen(tx: Tx, limit: number) {
  return campaignSheets(tx).orderBy("c.created_at", "desc").orderBy("c.id").limit(limit).execute();
}

/** Those that wrote to somebody and write no more, the latest first. */
export function campaignsOver(tx: Tx, limit: number) {
  return campaignSheets(tx)
    .where("c.state", "in", ["finished", "cancelled"])
    .where("c.started_at", "is not", null)
    .orderBy("c.started_at", "desc")
    .orderBy("c.id")
    .limit(limit)
    .execute();
}

export type CampaignChange = Partial<{
  name: string;
  category: Category;
  purpose: string;
  sender_name: string;
  reply_to: string | null;
  reason: string;
  segment_id: string | null;
  letter_id: string | null;
  letter: string | null;
  template: string | null;
  criteria: string | null;
  content_hash: string | null;
  audience_hash: string | null;
  exclusions: string;
  most: number | null;
  per_minute: number | null;
  window_from: number | null;
  window_to: number | null;
  not_after: Date | null;
  starts_at: Date | null;
  holdout_percent: number;
  submitted_by: string | null;
  submitted_at: Date | null;
  approved_by: string | null;
  approved_at: Date | null;
}>;

export async function changeCampaign(tx: Tx, id: string, change: CampaignChange): Promise<void> {
  await tx
    .updateTable("campaign")
    .set({ ...change, version: sql`version + 1` })
    .where("id", "=", id)
    .execute();
}

/** From one state to another; false when it has left the first. */
export async function moveCampaign(
  tx: Tx,
  id: string,
  from: readonly CampaignState[],
  to: CampaignState,
  change: { pause_reason?: string | null; started_at?: Date; finished_at?: Date } = {},
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("campaign")
    .set({ state: to, ...change, version: sql`version + 1` })
    .where("id", "=", id)
    .where("state", "in", [...from])
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/**
 * Those the clock or a crash has left something to do for: to start, to go on with, to end. The letter of a journey takes
 * in more doctors for as long as the journey lives, so having nothing to send is not its end.
 */
export function campaignsAlive(tx: Tx) {
  return tx
    .selectFrom("campaign as c")
    .leftJoin("journey as j", "j.id", "c.journey_id")
    .select(["c.id", "c.fund_id", "c.starts_at", "c.not_after", sql<CampaignState>`c.state`.as("state")])
    .select(sql<boolean>`coalesce(j.state in ('running', 'paused'), false)`.as("takes_more"))
    .where("c.state", "in", ["ready", "sending"])
    .orderBy("c.starts_at")
    .execute();
}

/** A fault of ours or of the relay stops every campaign: each letter sent into it would be lost for its doctor. */
export async function pauseAll(tx: Tx, reason: string): Promise<void> {
  await sql`
    update campaign set state = 'paused', pause_reason = ${reason}, version = version + 1
    where state = 'sending'`.execute(tx);
}
