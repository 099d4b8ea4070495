import type { Context } from "~/access/context";
import { conflict } from "~/errors";
import {
  type AudienceAsk,
  audienceCounts,
  emailDomainsOf,
  type Joined,
  joinAudience,
  theseDoctors,
} from "~db/queries/audience";
import { campaignById, changeCampaign, moveCampaign } from "~db/queries/campaigns";
import { type JourneySheet, lettersOfJourney } from "~db/queries/journeys";
import { settleWaiting } from "~db/queries/recipients";
import { ATTENTION_BUDGET } from "../audience";
import { draftCampaign, editCampaign, pauseCampaign, resumeCampaign } from "../campaigns.server";
import { contentOf } from "../content.server";
import { letterToSend } from "../ingredients.server";
import { providerOf } from "../replies/provider";
import { groupNameOf, OTHERS } from "../sending/groups";

/** Minutes of the practice's day between which the letters of a journey leave. */
const FROM = 8 * 60;
const TO = 19 * 60;

/** Freezes the letter of each step, as a campaign that is open and has nobody yet. */
export async function openLetters(ctx: Context, journey: JourneySheet): Promise<void> {
  for (const [step, { kind, letter }] of journey.steps.entries()) {
    if (kind !== "letter") continue;
    const id = await draftCampaign(ctx, {
      fundId: journey.fund_id,
      name: `${journey.name}, étape ${step + 1}`.slice(0, 120),
      category: journey.category,
      holdoutPercent: 0, // those kept aside are kept aside by the journey
      journey: { id: journey.id, step },
    });
    await editCampaign(ctx, id, {
      ...(await letterToSend(ctx, letter)),
      purpose: `Parcours : ${journey.name}`.slice(0, 200),
      sender_name: journey.sender_name,
      reason: journey.reason,
      segment_id: journey.segment_id,
      window_from: FROM,
      window_to: TO,
    });
    const content = contentOf(ctx, (await campaignById(ctx.tx, id))!);
    await changeCampaign(ctx.tx, id, {
      template: JSON.stringify(content.template),
      content_hash: content.hash,
      submitted_by: journey.submitted_by,
      submitted_at: journey.submitted_at,
      approved_by: ctx.actor.id,
      approved_at: ctx.now,
    });
    await moveCampaign(ctx.tx, id, ["draft"], "sending", { started_at: ctx.now });
  }
}

/** Where a letter is asked for: the journey, the step, and whose turn it is. */
export interface LetterCall {
  readonly journeyId: string;
  readonly fundId: number;
  readonly category: JourneySheet["category"];
  readonly step: number;
  readonly doctorIds: readonly number[];
  readonly keptAside?: boolean;
}

/**
 * Hands doctors to the campaign of a step, which judges them as it judges any audience. A reconciler that runs every few
 * seconds finds the new rows and wakes the senders.
 */
export async function handToCampaign(ctx: Context, call: LetterCall): Promise<Map<number, Joined>> {
  const campaign = (await lettersOfJourney(ctx.tx, call.journeyId)).find((each) => each.journey_step === call.step);
  if (!campaign) throw conflict("La lettre de cette étape n'est pas prête : mettez fin au parcours et recommencez-le.");
  if (campaign.state === "cancelled" || campaign.state === "finished") return new Map();
  const joined = await joinAudience(ctx.tx, await askFor(ctx, campaign.id, call));
  return new Map(joined.map((each) => [each.doctor_id, each]));
}

async function askFor(
  ctx: Context,
  campaignId: string,
  call: Omit<LetterCall, "journeyId" | "step">,
): Promise<AudienceAsk> {
  const domains = await emailDomainsOf(ctx.tx, call.doctorIds);
  return {
    campaignId,
    condition: theseDoctors(call.doctorIds),
    fundIds: [call.fundId],
    category: call.category,
    holdoutPercent: call.keptAside === true ? 100 : 0,
    most: null,
    providers: Object.fromEntries(domains.map((domain) => [domain, groupNameOf(providerOf(domain))])),
    others: OTHERS,
    budget: ATTENTION_BUDGET,
  };
}

/** Why a letter would not leave for one doctor today; null: it would. Writes nothing. */
export async function barrierToday(ctx: Context, journey: JourneySheet, doctorId: number): Promise<string | null> {
  const call = { fundId: journey.fund_id, category: journey.category, doctorIds: [doctorId] };
  const counts = await audienceCounts(ctx.tx, await askFor(ctx, journey.id, call));
  return Object.keys(counts).find((reason) => reason !== "planned") ?? null;
}

export async function pauseLetters(ctx: Context, journeyId: string): Promise<void> {
  for (const { id, state } of await lettersOfJourney(ctx.tx, journeyId))
    if (state === "sending") await pauseCampaign(ctx, id, "Le parcours est suspendu.");
}

export async function resumeLetters(ctx: Context, journeyId: string): Promise<void> {
  for (const { id, state } of await lettersOfJourney(ctx.tx, journeyId))
    if (state === "paused") await resumeCampaign(ctx, id);
}

/** What nobody holds is settled at once; what is in flight settles itself. */
export async function closeLetters(ctx: Context, journeyId: string): Promise<void> {
  for (const { id } of await lettersOfJourney(ctx.tx, journeyId)) {
    await settleWaiting(ctx.tx, id, "cancelled");
    await moveCampaign(ctx.tx, id, ["sending", "paused"], "finished", { finished_at: ctx.now });
  }
}
