import type { Context } from "~/access/context";
import { record } from "~/audit/audit.server";
import { conflict, notFound } from "~/errors";
import { segmentCriteria } from "~/segments/audience.server";
import { readInstallation } from "~db/queries/arming";
import { audienceCounts } from "~db/queries/audience";
import { approvalAbove } from "~db/queries/campaign-pages";
import {
  type CampaignChange,
  type CampaignSheet,
  campaignById,
  changeCampaign,
  moveCampaign,
} from "~db/queries/campaigns";
import { approveCampaign, audienceOf } from "./approval.server";
import type { Preparation } from "./campaign.form";
import { campaignToStep, editCampaign, startCampaign } from "./campaigns.server";
import { letterToSend } from "./ingredients.server";
import type { Letter } from "./letters/block";
import { checkLetter } from "./letters/check";
import { checkFrame } from "./letters/check-frame";
import { rehearse } from "./rehearsal";

/** Keeps a draft as it is, finished or not: what is missing is said by the rehearsal, and blocks nothing here. */
export async function prepareCampaign(ctx: Context, id: string, ask: Preparation): Promise<void> {
  await editCampaign(ctx, id, {
    ...(await audienceChosen(ctx, ask.segment)),
    ...(await letterChosen(ctx, ask.letter)),
    name: ask.name,
    category: ask.category,
    purpose: ask.purpose,
    sender_name: ask.sender,
    reply_to: ask.replyTo,
    reason: ask.reason,
    per_minute: ask.perMinute,
    window_from: ask.windowFrom,
    window_to: ask.windowTo,
    not_after: ask.notAfter,
    starts_at: ask.startsAt,
    holdout_percent: ask.holdout,
  });
}

async function audienceChosen(ctx: Context, segment: string): Promise<CampaignChange> {
  if (segment === "") return { segment_id: null, criteria: null };
  return { segment_id: segment, criteria: JSON.stringify(await segmentCriteria(ctx, segment)) };
}

async function letterChosen(ctx: Context, letter: string): Promise<CampaignChange> {
  if (letter === "") return { letter_id: null, letter: null };
  return letterToSend(ctx, letter);
}

/** What will happen, without anything happening: who is in, who is out and why, what must be put right first. */
export async function rehearsalOf(ctx: Context, campaign: CampaignSheet) {
  const hasAudience = campaign.criteria !== null;
  const counts = hasAudience ? await audienceCounts(ctx.tx, await audienceOf(ctx, campaign)) : {};
  const { planned = 0, held_out: heldOut = 0, ...exclusions } = counts;
  const letter = campaign.letter as unknown as Letter | null;
  const frame = { sender: campaign.sender_name, reason: campaign.reason };
  const { window_from: from, window_to: to } = campaign;
  const rehearsal = rehearse({
    hasAudience,
    hasLetter: letter !== null,
    letterErrors: letter === null ? [] : checkLetter(letter).errors.map(({ message }) => message),
    frameErrors: Object.values(checkFrame(frame)).flat(),
    planned,
    isArmed: (await readInstallation(ctx.tx)).armed_identity !== null,
    perMinute: campaign.per_minute,
    windowMinutes: from === null || to === null ? null : to - from,
    startsAt: campaign.starts_at,
    notAfter: campaign.not_after,
    now: ctx.now,
  });
  const needsSecond = planned > (await approvalAbove(ctx.tx, campaign.fund_id));
  return { ...rehearsal, planned, heldOut, exclusions, needsSecond };
}

/** Hands a draft to somebody else to approve. */
export async function submitCampaign(ctx: Context, id: string): Promise<void> {
  const campaign = await campaignToStep(ctx, id, "submit");
  await refuseRed(ctx, campaign);
  await changeCampaign(ctx.tx, id, { submitted_by: ctx.actor.id, submitted_at: ctx.now });
  await moveCampaign(ctx.tx, id, ["draft"], "submitted");
  await record(ctx, "campaign.submitted", { campaignId: id });
}

/** Back to its author, who may change it again. */
export async function sendBack(ctx: Context, id: string): Promise<void> {
  await campaignToStep(ctx, id, "approve");
  await moveCampaign(ctx.tx, id, ["submitted"], "draft");
}

/** Content and audience are frozen and the campaign leaves at its hour; above the fund's number, by a second person. */
export async function approveAndStart(ctx: Context, id: string): Promise<void> {
  const campaign = await campaignToStep(ctx, id, "approve");
  const { needsSecond } = await refuseRed(ctx, campaign);
  const isOwn = (campaign.submitted_by ?? campaign.created_by) === ctx.actor.id;
  if (needsSecond && (campaign.state === "draft" || isOwn))
    throw conflict(
      "Ce nombre de destinataires demande l'accord d'une seconde personne : soumettez la campagne, une autre la validera.",
    );
  await approveCampaign(ctx, id);
  await startCampaign(ctx, id);
}

async function refuseRed(ctx: Context, campaign: CampaignSheet) {
  const rehearsal = await rehearsalOf(ctx, campaign);
  if (rehearsal.red[0] !== undefined) throw conflict(rehearsal.red[0]);
  return rehearsal;
}

export async function seenCampaign(ctx: Context, id: string | undefined): Promise<CampaignSheet> {
  const campaign = id && /^[0-9a-f-]{36}$/.test(id) ? await campaignById(ctx.tx, id) : undefined;
  if (!campaign) throw notFound("Campagne");
  return campaign;
}
