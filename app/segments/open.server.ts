import type { Context } from "~/access/context";
import { can } from "~/access/permissions";
import { segmentTerms } from "~/doctors/scoring.server";
import { type SegmentSheet, segmentsSeen } from "~db/queries/segment-sql/saved";
import { segmentCount, withinTime } from "~db/queries/segments";
import { type Choices, namesOf } from "./choices";
import { choicesFor } from "./choices.server";
import { EVERYBODY, type Group } from "./criteria";
import { type CriteriaReading, readCriteria, readCriteriaText } from "./criteria.form";
import { describe } from "./describe";
import { type Figures, figuresOf } from "./figures.server";
import { mayChange, segmentSeen } from "./segments.server";

const MOST_LISTED = 200;
/** A list waits this long for fresh counts; the segments after that show the count they were saved with. */
const LIST_MS = 1_500;

export interface SegmentLine {
  readonly id: string;
  readonly name: string;
  readonly sentence: string;
  readonly count: number;
  readonly countedAt: Date;
  readonly owner: string | null;
  readonly isOwn: boolean;
  readonly isShared: boolean;
}

/** The segments one sees, with how many are in each now. */
export async function browseSegments(ctx: Context) {
  const names = namesOf(await choicesFor(ctx));
  const until = performance.now() + LIST_MS;
  const lines: SegmentLine[] = [];
  for (const segment of await segmentsSeen(ctx.tx, MOST_LISTED)) {
    const read = readCriteria(segment.criteria);
    const fresh = read.ok ? await freshCount(ctx, read.criteria, until - performance.now()) : null;
    lines.push({
      id: segment.id,
      name: segment.name,
      sentence: read.ok ? describe(read.criteria, names) : read.why,
      count: fresh ?? segment.count,
      countedAt: fresh === null ? segment.counted_at : ctx.now,
      owner: segment.owner,
      isOwn: segment.owner_id === ctx.actor.id,
      isShared: segment.shared_at !== null,
    });
  }
  return { segments: lines, mayCompose: can(ctx.actor, "segment.manage") };
}

async function freshCount(ctx: Context, criteria: Group, milliseconds: number): Promise<number | null> {
  if (milliseconds < 20) return null;
  return withinTime(ctx.tx, Math.ceil(milliseconds), () => segmentCount(ctx.tx, criteria, segmentTerms(ctx)));
}

/** What the builder starts from. */
export interface Opening {
  readonly criteria: Group;
  readonly choices: Choices;
  readonly figures: Figures | null;
  /** Why the criteria of the address, or the figures, could not be read. */
  readonly problem: string | null;
}

/** A new segment, or the one that a link carries. */
export async function openNew(ctx: Context, carried: string | null) {
  const read: CriteriaReading = carried === null ? { ok: true, criteria: EVERYBODY } : readCriteriaText(carried);
  return { ...(await opening(ctx, read, null)), mayCompose: can(ctx.actor, "segment.manage") };
}

/** A saved segment, with the criteria of the address when a link carries others. */
export async function openSegment(ctx: Context, id: string, carried: string | null) {
  const segment = await segmentSeen(ctx, id);
  const kept = readCriteria(segment.criteria);
  const open = await opening(ctx, carried === null ? kept : readCriteriaText(carried), id);
  return { ...open, ...sheetOf(ctx, segment), kept: kept.ok ? kept.criteria : EVERYBODY };
}

function sheetOf(ctx: Context, segment: SegmentSheet) {
  return {
    id: segment.id,
    name: segment.name,
    version: segment.version,
    owner: segment.owner,
    isOwn: segment.owner_id === ctx.actor.id,
    isShared: segment.shared_at !== null,
    mayCompose: can(ctx.actor, "segment.manage"),
    mayChange: mayChange(ctx, segment),
  };
}

async function opening(ctx: Context, read: CriteriaReading, segmentId: string | null): Promise<Opening> {
  const choices = await choicesFor(ctx);
  if (!read.ok) return { criteria: EVERYBODY, choices, figures: null, problem: read.why };
  const answer = await figuresOf(ctx, read.criteria, segmentId);
  return {
    criteria: read.criteria,
    choices,
    figures: answer.ok ? answer.figures : null,
    problem: answer.ok ? null : answer.why,
  };
}
