import type { Context } from "~/access/context";
import { can } from "~/access/permissions";
import { record } from "~/audit/audit.server";
import { segmentTerms } from "~/doctors/scoring.server";
import { conflict, notFound } from "~/errors";
import {
  changeSegment,
  insertSegment,
  removeSegment,
  restoreSegment,
  type SegmentSheet,
  segmentById,
  shareSegment,
  takeSnapshot,
} from "~db/queries/segment-sql/saved";
import { segmentCriteria } from "./audience.server";
import { namesOf } from "./choices";
import { choicesFor, refuseStrangers } from "./choices.server";
import type { Group } from "./criteria";
import { copyName } from "./sharing";

export interface SegmentText {
  readonly name: string;
  readonly criteria: Group;
}

/** Saves a new audience in one's own name. Returns its id. */
export async function createSegment(ctx: Context, text: SegmentText): Promise<string> {
  refuseStrangers(text.criteria, namesOf(await choicesFor(ctx)));
  const fundId = ctx.actor.fundIds[0];
  if (fundId === undefined) throw notFound("Caisse");
  const id = await insertSegment(ctx.tx, { fundId, ownerId: ctx.actor.id, ...text });
  await keepMembers(ctx, { id, fund_id: fundId, shared_at: null }, text.criteria);
  return id;
}

/** Saves over what was read as `version`, and remembers who is in it from now on. */
export async function reviseSegment(ctx: Context, id: string, version: number, text: SegmentText): Promise<void> {
  const segment = await segmentToChange(ctx, id);
  refuseStrangers(text.criteria, namesOf(await choicesFor(ctx)));
  if (!(await changeSegment(ctx.tx, { id, version }, text)))
    throw conflict(
      "Quelqu'un vient de modifier ce segment. Rien n'a été enregistré : rouvrez la page, ou enregistrez une copie.",
    );
  await keepMembers(ctx, segment, text.criteria);
}

/** Whoever works in the caisse may then use it; only its owner takes it back. */
export async function shareWithFund(ctx: Context, id: string, isShared: boolean): Promise<void> {
  const segment = await segmentToChange(ctx, id);
  if (!isShared && segment.owner_id !== ctx.actor.id)
    throw conflict("Seule la personne qui a créé ce segment peut cesser de le partager.");
  await shareSegment(ctx.tx, id, isShared ? ctx.now : null);
  await record(ctx, "segment.saved", { segmentId: id, doctors: segment.count, shared: isShared });
}

/** One's own copy of any segment one sees. Returns its id. */
export async function duplicateSegment(ctx: Context, id: string): Promise<string> {
  const segment = await segmentSeen(ctx, id);
  return createSegment(ctx, { name: copyName(segment.name), criteria: await segmentCriteria(ctx, id) });
}

const DAY_MS = 86_400_000;

export async function discardSegment(ctx: Context, id: string): Promise<void> {
  const segment = await segmentToChange(ctx, id);
  await removeSegment(ctx.tx, segment.id, ctx.now, new Date(ctx.now.getTime() - DAY_MS));
  await record(ctx, "segment.removed", { segmentId: id });
}

export async function undoDiscard(ctx: Context, id: string): Promise<void> {
  const ownerId = ctx.actor.role === "manager" ? null : ctx.actor.id;
  if (!(await restoreSegment(ctx.tx, id, ownerId))) throw notFound("Segment");
}

export async function segmentSeen(ctx: Context, id: string): Promise<SegmentSheet> {
  const segment = await segmentById(ctx.tx, id);
  if (!segment) throw notFound("Segment");
  return segment;
}

/** One's own, or for whoever directs the caisse any that is shared. */
export function mayChange({ actor }: Context, segment: Pick<SegmentSheet, "owner_id">): boolean {
  return can(actor, "segment.manage") && (segment.owner_id === actor.id || actor.role === "manager");
}

async function segmentToChange(ctx: Context, id: string): Promise<SegmentSheet> {
  const segment = await segmentSeen(ctx, id);
  if (!mayChange(ctx, segment))
    throw conflict("Ce segment appartient à un collègue. Enregistrez une copie pour le modifier.");
  return segment;
}

async function keepMembers(
  ctx: Context,
  { id, fund_id, shared_at }: Pick<SegmentSheet, "id" | "fund_id" | "shared_at">,
  criteria: Group,
): Promise<void> {
  const doctors = await takeSnapshot(ctx.tx, { id, fundId: fund_id }, criteria, segmentTerms(ctx));
  await record(ctx, "segment.saved", { segmentId: id, doctors, shared: shared_at !== null });
}
