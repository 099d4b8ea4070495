import type { Context } from "~/access/context";
import { record } from "~/audit/audit.server";
import { conflict, notFound } from "~/errors";
import {
  type CampaignChange,
  type CampaignSheet,
  campaignById,
  campaignToChange,
  changeCampaign,
  insertCampaign,
  moveCampaign,
} from "~db/queries/campaigns";
import { providersDue, settleWaiting, stateCounts } from "~db/queries/recipients";
import { catalog } from "~jobs/catalog";
import { later } from "~jobs/later";
import { CAMPAIGN_LABELS, type CampaignState, type CampaignStep, type Category, mayStep } from "./campaign";
import { type Ledger, ledgerOf } from "./ledger/ledger";

export interface CampaignDraft {
  readonly fundId: number | null;
  readonly name: string;
  readonly category: Category;
  readonly holdoutPercent: number;
  readonly journey?: { readonly id: string; readonly step: number };
}

export async function draftCampaign(ctx: Context, draft: CampaignDraft): Promise<string> {
  const id = await insertCampaign(ctx.tx, { ...draft, createdBy: ctx.actor.id });
  await record(ctx, "campaign.drafted", { campaignId: id });
  return id;
}

/** Until it is submitted, everything about a campaign may change. */
export async function editCampaign(ctx: Context, id: string, change: CampaignChange): Promise<void> {
  await campaignToStep(ctx, id, "edit");
  await changeCampaign(ctx.tx, id, change);
}

/** Lets an approved campaign go at its hour; an hour already there is now. */
export async function startCampaign(ctx: Context, id: string): Promise<void> {
  const campaign = await campaignToStep(ctx, id, "start");
  if (campaign.starts_at !== null && campaign.starts_at > ctx.now) return;
  await moveCampaign(ctx.tx, id, ["ready"], "sending", { started_at: ctx.now });
  await record(ctx, "campaign.started", { campaignId: id });
  await askForSenders(ctx, id);
}

/** In-flight letters end; no other begins: each round asks whether the campaign still runs. */
export async function pauseCampaign(ctx: Context, id: string, reason: string | null = null): Promise<void> {
  await campaignToStep(ctx, id, "pause");
  await moveCampaign(ctx.tx, id, ["ready", "sending"], "paused", { pause_reason: reason });
  await record(ctx, "campaign.paused", { campaignId: id });
}

export async function resumeCampaign(ctx: Context, id: string): Promise<void> {
  const campaign = await campaignToStep(ctx, id, "resume");
  if (campaign.not_after !== null && campaign.not_after <= ctx.now)
    throw conflict("La date limite d'envoi est passée : ces courriels ne partiront plus. Annulez la campagne.");
  const change = { pause_reason: null, ...(campaign.started_at === null ? { started_at: ctx.now } : {}) };
  await moveCampaign(ctx.tx, id, ["paused"], "sending", change);
  await record(ctx, "campaign.resumed", { campaignId: id });
  await askForSenders(ctx, id);
}

/** What nobody holds is settled at once; what is in flight settles itself. */
export async function cancelCampaign(ctx: Context, id: string): Promise<void> {
  const { state } = await campaignToStep(ctx, id, "cancel");
  await moveCampaign(ctx.tx, id, [state], "cancelled", { finished_at: ctx.now });
  await settleWaiting(ctx.tx, id, "cancelled");
  await record(ctx, "campaign.cancelled", { campaignId: id });
}

export interface CampaignStatus extends Ledger {
  readonly state: CampaignState;
}

/** The books as they stand, counted from the rows themselves. */
export async function statusOf(ctx: Context, id: string): Promise<CampaignStatus> {
  const campaign = await campaignById(ctx.tx, id);
  if (!campaign) throw notFound("Campagne");
  return { state: campaign.state, ...ledgerOf(await stateCounts(ctx.tx, id)) };
}

/** The campaign, locked, when the reader sees it and its state allows the step. */
export async function campaignToStep(ctx: Context, id: string, step: CampaignStep): Promise<CampaignSheet> {
  const campaign = await campaignToChange(ctx.tx, id);
  if (!campaign) throw notFound("Campagne");
  if (!mayStep(campaign.state, step))
    throw conflict(
      `Cette campagne est ${CAMPAIGN_LABELS[campaign.state]} : ce n'est plus possible. Rien n'a été modifié.`,
    );
  return campaign;
}

/** Wakes senders now; whoever restarts later finds the work in the rows. */
async function askForSenders(ctx: Context, campaignId: string): Promise<void> {
  for (const provider of await providersDue(ctx.tx, campaignId))
    for (let lane = 0; lane < LANES_AT_START; lane++) await later(ctx, catalog.sendLetters, { campaignId, provider });
}

const LANES_AT_START = 2;
