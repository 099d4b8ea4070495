import type { Context } from "~/access/context";
import { can } from "~/access/permissions";
import { readInstallation } from "~db/queries/arming";
import {
  countsByCampaign,
  lettersToChoose,
  reasonsGiven,
  recentRate,
  settleUncertain,
  uncertainLetters,
} from "~db/queries/campaign-pages";
import { campaignsSeen } from "~db/queries/campaigns";
import { stateCounts } from "~db/queries/recipients";
import { segmentsSeen } from "~db/queries/segment-sql/saved";
import type { CampaignAsk } from "./campaign.form";
import { ledgerOf, type StateCounts } from "./ledger/ledger";
import { rehearsalOf, seenCampaign } from "./preparation.server";
import { worstLettersOf } from "./worst-letters.server";

const MOST = 200;
const MOST_UNCERTAIN = 50;

/** Every campaign of the fund with its books, newest first. */
export async function browseCampaigns(ctx: Context) {
  const campaigns = await campaignsSeen(ctx.tx, MOST);
  const counts = new Map<string, StateCounts>();
  for (const { campaign_id: id, state, letters } of await countsByCampaign(
    ctx.tx,
    campaigns.map(({ id }) => id),
  ))
    counts.set(id, { ...counts.get(id), [state]: letters });
  return {
    campaigns: campaigns.map((campaign) => ({
      id: campaign.id,
      name: campaign.name,
      state: campaign.state,
      category: campaign.category,
      at: campaign.finished_at ?? campaign.started_at ?? campaign.starts_at ?? campaign.created_at,
      ledger: ledgerOf(counts.get(campaign.id) ?? {}),
    })),
    mayManage: can(ctx.actor, "campaign.manage"),
    maySet: can(ctx.actor, "campaign.set"),
  };
}

export async function openCampaign(ctx: Context, id: string | undefined) {
  const campaign = await seenCampaign(ctx, id);
  const { template: _template, letter: _letter, criteria: _criteria, tokens: _tokens, ...sheet } = campaign;
  const isPrepared = campaign.state === "draft" || campaign.state === "submitted";
  return {
    campaign: sheet,
    now: ctx.now,
    mayManage: can(ctx.actor, "campaign.manage"),
    mayApprove: can(ctx.actor, "campaign.approve"),
    isOwn: (campaign.submitted_by ?? campaign.created_by) === ctx.actor.id,
    preparation: isPrepared ? await preparationOf(ctx, campaign) : null,
    books: isPrepared ? null : await booksOf(ctx, campaign.id),
  };
}

async function preparationOf(ctx: Context, campaign: Awaited<ReturnType<typeof seenCampaign>>) {
  return {
    segments: (await segmentsSeen(ctx.tx, MOST)).map(({ id, name }) => ({ value: id, label: name })),
    letters: [
      ...(await lettersToChoose(ctx.tx)).map(({ id, name }) => ({ value: id, label: name })),
      { value: "demo", label: "Lettre d'exemple : l'aide en une page" },
    ],
    letter: campaign.letter_id ?? (campaign.letter === null ? "" : "demo"),
    rehearsal: await rehearsalOf(ctx, campaign),
    worst: await worstLettersOf(ctx, campaign),
  };
}

async function booksOf(ctx: Context, id: string) {
  return {
    ledger: ledgerOf(await stateCounts(ctx.tx, id)),
    rate: await recentRate(ctx.tx, id),
    reasons: await reasonsGiven(ctx.tx, id),
    uncertain: await uncertainLetters(ctx.tx, id, MOST_UNCERTAIN),
    isArmed: (await readInstallation(ctx.tx)).armed_identity !== null,
  };
}

const SETTLED = { again: "waiting", accepted: "accepted", "given-up": "cancelled" } as const;

/** Letters nobody knows the fate of: a person says whether each goes again, counts as received, or is given up. */
export async function settleByHand(
  ctx: Context,
  id: string | undefined,
  ask: Extract<CampaignAsk, { intent: "settle" }>,
): Promise<number> {
  const campaign = await seenCampaign(ctx, id);
  return settleUncertain(ctx.tx, campaign.id, ask.recipients, SETTLED[ask.as]);
}
