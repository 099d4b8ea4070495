import type { Context } from "~/access/context";
import { record } from "~/audit/audit.server";
import { conflict } from "~/errors";
import { membersOf } from "~/segments/audience.server";
import {
  type AudienceAsk,
  type AudienceCounts,
  audienceHash,
  emailDomains,
  everybody,
  freezeAudience,
} from "~db/queries/audience";
import { type CampaignSheet, changeCampaign, moveCampaign } from "~db/queries/campaigns";
import { ATTENTION_BUDGET } from "./audience";
import { campaignToStep } from "./campaigns.server";
import { contentOf } from "./content.server";
import { providerOf } from "./replies/provider";
import { groupNameOf, OTHERS } from "./sending/groups";

/** From here on nothing changes but who says no: content and audience are written down, with their fingerprints. */
export async function approveCampaign(ctx: Context, id: string): Promise<AudienceCounts> {
  const campaign = await campaignToStep(ctx, id, "approve");
  const content = contentOf(ctx, campaign);
  const counts = await freezeAudience(ctx.tx, await audienceOf(ctx, campaign));
  const { planned = 0, held_out: heldOut = 0, ...exclusions } = counts;
  if (planned === 0)
    throw conflict(
      "Personne ne recevrait cette campagne : tout le public est écarté. Revoyez le public avant de valider.",
    );
  await changeCampaign(ctx.tx, id, {
    template: JSON.stringify(content.template),
    content_hash: content.hash,
    audience_hash: await audienceHash(ctx.tx, id),
    exclusions: JSON.stringify(exclusions),
    approved_by: ctx.actor.id,
    approved_at: ctx.now,
  });
  await moveCampaign(ctx.tx, id, ["draft", "submitted"], "ready");
  await record(ctx, "campaign.approved", { campaignId: id, planned, heldOut });
  return counts;
}

/** The audience of a campaign as a question to the database. */
export async function audienceOf(ctx: Context, campaign: CampaignSheet): Promise<AudienceAsk> {
  const fundIds = campaign.fund_id === null ? null : [campaign.fund_id];
  const domains = await emailDomains(ctx.tx, fundIds);
  return {
    campaignId: campaign.id,
    condition: campaign.criteria === null ? everybody() : membersOf(ctx, campaign.criteria),
    fundIds,
    category: campaign.category,
    holdoutPercent: campaign.holdout_percent,
    most: campaign.most,
    providers: Object.fromEntries(domains.map((domain) => [domain, groupNameOf(providerOf(domain))])),
    others: OTHERS,
    budget: ATTENTION_BUDGET,
  };
}
