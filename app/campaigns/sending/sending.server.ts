import type { Context } from "~/access/context";
import { dayOf } from "~/calendar/day";
import { specialtyName } from "~/doctors/specialty-name";
import { campaignById } from "~db/queries/campaigns";
import { letterDoctorsOf } from "~db/queries/letter-doctors";
import {
  beginHanding,
  type Claimed,
  claimDue,
  type Outcome,
  providersDue,
  recordOutcomes,
  releaseClaim,
} from "~db/queries/recipients";
import { closedUntil, drawTokens, keepSlot, leaveSlot, takeSlot } from "~db/queries/sending";
import { catalog } from "~jobs/catalog";
import { later } from "~jobs/later";
import type { LetterValues } from "../letters/fields";
import { linkToken, type PageLinks, pageLinks } from "../letters/signed-link";
import type { Template } from "../letters/template";
import { type Terms, termsOn, valuesOf } from "../letters/values";
import { linkSecret } from "../links.server";
import { drawConsequences } from "./consequences.server";
import type { Envelope } from "./envelope";
import { CLAIM, groupOf } from "./groups";
import { nextAllowed, type SendingWindow } from "./window";

/** Three days: what a relay itself would take before it gives up. */
const HORIZON_MS = 72 * 3_600_000;

/** A sender at work: one campaign, one group of mailboxes. Its claim is the name every write must bring. */
export interface Lane {
  readonly campaignId: string;
  readonly provider: string;
  readonly claim: string;
}

export interface OpenLane {
  readonly envelope: Envelope;
  readonly width: number;
  readonly window: SendingWindow | null;
  readonly isPaced: boolean;
  /** When a letter that is put off again and again is given up. */
  readonly horizon: Date;
  /** What the rules of the day promise, computed once for the lane. */
  readonly terms: Terms;
}

interface Sender {
  readonly address: string;
  readonly publicUrl: string;
}

/** Null when there is nothing to do here now: not running, group left alone, or all its lanes taken. */
export async function openLane(ctx: Context, lane: Lane, sender: Sender): Promise<OpenLane | null> {
  const campaign = await campaignById(ctx.tx, lane.campaignId);
  if (campaign?.state !== "sending" || campaign.template === null) return null;
  if ((await closedUntil(ctx.tx, lane.provider)) !== null) return null;
  const { lanes, width } = groupOf(lane.provider);
  if (!(await takeSlot(ctx.tx, { ...lane, lanes }))) return null;
  const { window_from: from, window_to: to } = campaign;
  const isOneByOne = campaign.journey_id !== null; // the journey itself gives up a letter that does not leave
  return {
    width,
    window: from === null || to === null ? null : { from, to },
    isPaced: campaign.per_minute !== null,
    horizon:
      campaign.not_after ?? new Date((isOneByOne ? ctx.now : (campaign.started_at ?? ctx.now)).getTime() + HORIZON_MS),
    terms: termsOn(dayOf(ctx.now)),
    envelope: {
      campaignId: campaign.id,
      category: campaign.category,
      template: campaign.template as unknown as Template,
      contentHash: campaign.content_hash ?? "",
      from: { name: campaign.sender_name, address: sender.address },
      replyTo: campaign.reply_to,
      publicUrl: sender.publicUrl,
      secret: await linkSecret(ctx),
    },
  };
}

/** A letter held by the lane, with all that makes it this doctor's. */
export interface Held extends Claimed {
  readonly values: LetterValues;
  readonly links: PageLinks;
}

/** Takes the next letters that are due, with the facts of their doctors as they are now. */
export async function claimMore(ctx: Context, lane: Lane, { envelope, terms }: OpenLane): Promise<Held[]> {
  const claimed = await claimDue(ctx.tx, { ...lane, limit: CLAIM });
  if (claimed.length === 0) return [];
  const doctors = await letterDoctorsOf(
    ctx.tx,
    claimed.map(({ doctor_id }) => doctor_id),
  );
  return claimed.flatMap((row) => {
    const doctor = doctors.get(row.doctor_id);
    if (!doctor) return []; // erased since: the row is given back, and the next judgement leaves it out
    const links = pageLinks(envelope.publicUrl, linkToken(row.id, envelope.secret));
    const { last_name: lastName, first_name: firstName, is_gp: isGp, signed_on: signedOn, ...rest } = doctor;
    const known = { ...rest, lastName, firstName, isGp, signedOn, specialty: specialtyName(doctor) };
    return [{ ...row, links, values: valuesOf(known, links, terms) }];
  });
}

export interface Turn {
  /** To be handed over now: written down as such before this returns. */
  readonly ready: readonly Held[];
  /** Kept for the next turn: the pace does not allow them yet. */
  readonly back: readonly Held[];
  /** The campaign no longer runs, or this sender lost its place. */
  readonly isOver: boolean;
}

/** Writes down what the last letters became, and what may go next, in one transaction. */
export async function takeTurn(
  ctx: Context,
  lane: Lane,
  open: OpenLane,
  { outcomes, batch, identity }: { outcomes: readonly Outcome[]; batch: readonly Held[]; identity: string },
): Promise<Turn> {
  await settle(ctx, lane, outcomes);
  if (batch.length === 0) return { ready: [], back: [], isOver: false };
  const due = batch.map((letter) => ({ letter, at: nextAllowed(ctx.now, letter, open.window) }));
  const tooEarly = due.filter(({ at }) => at > ctx.now);
  if (tooEarly.length > 0)
    await releaseClaim(ctx.tx, lane.claim, { only: tooEarly.map(({ letter, at }) => ({ id: letter.id, dueAt: at })) });
  const allowed = due.filter(({ at }) => at <= ctx.now).map(({ letter }) => letter);
  const granted = open.isPaced ? await drawTokens(ctx.tx, lane.campaignId, allowed.length) : allowed.length;
  const going = allowed.slice(0, granted);
  const back = allowed.slice(granted);
  if (going.length === 0) return { ready: [], back, isOver: false };
  const answers = await beginHanding(ctx.tx, { ...lane, ids: going.map(({ id }) => id), identity });
  const mayGo = new Set(answers.filter(({ suppressed }) => suppressed === null).map(({ id }) => id));
  return { ready: going.filter(({ id }) => mayGo.has(id)), back, isOver: answers.length === 0 };
}

/** Says that this sender lives; false when its place was given away while it slept. */
export function staysAlive(ctx: Context, { claim }: Lane): Promise<boolean> {
  return keepSlot(ctx.tx, claim);
}

/** Writes down what is known, gives back the rest, and asks for somebody to go on when letters remain. */
export async function closeLane(ctx: Context, lane: Lane, outcomes: readonly Outcome[]): Promise<void> {
  await settle(ctx, lane, outcomes);
  await releaseClaim(ctx.tx, lane.claim, "all");
  await leaveSlot(ctx.tx, lane.claim);
  const { campaignId, provider } = lane;
  const campaign = await campaignById(ctx.tx, campaignId);
  if (campaign?.state === "sending" && (await providersDue(ctx.tx, campaignId)).includes(provider))
    await later(ctx, catalog.sendLetters, { campaignId, provider });
}

async function settle(ctx: Context, lane: Lane, outcomes: readonly Outcome[]): Promise<void> {
  if (outcomes.length === 0) return;
  await recordOutcomes(ctx.tx, lane.claim, outcomes);
  await drawConsequences(ctx, lane, outcomes);
}
