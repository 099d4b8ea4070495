import type { Context } from "~/access/context";
import { dayOf } from "~/calendar/day";
import type { CampaignSheet } from "~db/queries/campaigns";
import { fundNames } from "~db/queries/funds";
import type { Letter } from "./letters/block";
import { examplesFor } from "./letters/preview.server";

/** The letter as it would leave today, and the doctors on whom it would look worst; null while no letter is chosen. */
export async function worstLettersOf(ctx: Context, campaign: CampaignSheet) {
  if (campaign.letter === null) return null;
  const [fund = "Votre caisse"] = campaign.fund_id === null ? [] : await fundNames(ctx.tx, [campaign.fund_id]);
  const [, ...worst] = await examplesFor(ctx, fund);
  return {
    letter: campaign.letter as unknown as Letter,
    frame: { category: campaign.category, sender: campaign.sender_name, reason: campaign.reason },
    examples: worst,
    today: dayOf(ctx.now),
  };
}
