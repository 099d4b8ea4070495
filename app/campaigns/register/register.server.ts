import type { Context } from "~/access/context";
import { record } from "~/audit/audit.server";
import { dayOf } from "~/calendar/day";
import { numericDayAndTime } from "~/format/dates";
import { registerLines } from "~db/queries/register";
import { seenCampaign } from "../preparation.server";
import { OUTCOME_WORDS, STATE_WORDS } from "./register-words";

const PAGE = 2_000;

const TITLES = [
  "n°",
  "RPPS",
  "nom",
  "prénom",
  "adresse",
  "cabinet",
  "état",
  "motif",
  "réponse du serveur",
  "tentatives",
  "le",
  "ensuite",
  "ensuite le",
];

/** The whole ledger of a campaign, line by line; those kept aside are in it, and said to be. */
export async function registerOf(ctx: Context, id: string | undefined) {
  const campaign = await seenCampaign(ctx, id);
  await record(ctx, "campaign.register-read", { campaignId: campaign.id });
  return { name: `registre-${campaign.name.slice(0, 60)}-${dayOf(ctx.now)}.csv`, pages: pagesOf(campaign.id) };
}

function pagesOf(campaignId: string) {
  return async (ctx: Context, after: number) => {
    const rows = await registerLines(ctx.tx, campaignId, after, PAGE);
    const lines = rows.map((row) => [
      row.id,
      row.rpps,
      row.last_name,
      row.first_name,
      row.address,
      row.practice_key,
      STATE_WORDS[row.state],
      row.class,
      row.reply,
      row.attempts,
      row.settled_at && numericDayAndTime(row.settled_at),
      row.outcome && OUTCOME_WORDS[row.outcome],
      row.outcome_at && numericDayAndTime(row.outcome_at),
    ]);
    return { lines: [...(after === 0 ? [TITLES] : []), ...lines], next: rows.length < PAGE ? null : rows.at(-1)!.id };
  };
}
