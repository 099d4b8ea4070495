import type { Context } from "~/access/context";
import { type DoctorRow, rowsOfDoctors } from "~/doctors/browse.server";
import { segmentTerms } from "~/doctors/scoring.server";
import { french } from "~/format/typography";
import { movesSince } from "~db/queries/segment-sql/saved";
import { type Share, segmentBreakdown, segmentCount, segmentFirst, withinTime } from "~db/queries/segments";
import { namesOf, strangerIn } from "./choices";
import { choicesFor } from "./choices.server";
import type { Group } from "./criteria";
import { readCriteriaText } from "./criteria.form";
import { describe, partOf } from "./describe";
import type { Names } from "./labels";
import { asksNearness } from "./near-misses";

const FIRST = 10;
const FIRST_MOVED = 5;
/** What a person waits for while typing, a statement; the exact count of a caisse takes some ten milliseconds. */
const STATEMENT_MS = 4_000;
const TOO_LONG =
  "Ce segment est trop long à compter. Rien n'est perdu : retirez un critère, ou réessayez dans un instant.";
/** Parts looked at one by one when nobody is left. */
const MOST_PARTS = 12;

export interface Figures {
  readonly sentence: string;
  readonly count: number;
  readonly countedAt: Date;
  readonly shares: readonly Share[];
  readonly first: readonly DoctorRow[];
  /** When there is nobody: how many there would be without each part. */
  readonly without: readonly Without[];
  readonly moves: Moved | null;
}

export type FiguresAnswer =
  | { readonly ok: true; readonly figures: Figures }
  | { readonly ok: false; readonly why: string };

export interface Without {
  readonly part: string;
  readonly place: number;
  readonly count: number;
}

export interface Moved {
  readonly since: Date;
  readonly entered: number;
  readonly left: number;
  readonly firstEntered: readonly DoctorRow[];
  readonly firstLeft: readonly DoctorRow[];
}

/** For criteria as an address carries them: the builder asks at each change. */
export async function figuresFor(ctx: Context, text: string, segmentId: string | null): Promise<FiguresAnswer> {
  const read = readCriteriaText(text);
  return read.ok ? figuresOf(ctx, read.criteria, segmentId) : read;
}

/** Who they are, exactly, at this moment; compared with the members kept of a saved segment. */
export async function figuresOf(ctx: Context, criteria: Group, segmentId: string | null): Promise<FiguresAnswer> {
  const names = namesOf(await choicesFor(ctx));
  const why = strangerIn(criteria, names);
  if (why !== null) return { ok: false, why };
  const figures = await withinTime(ctx.tx, STATEMENT_MS, () => counted(ctx, criteria, names, segmentId));
  return figures ? { ok: true, figures } : { ok: false, why: french(TOO_LONG) };
}

async function counted(ctx: Context, criteria: Group, names: Names, segmentId: string | null): Promise<Figures> {
  const terms = segmentTerms(ctx);
  const shares = await segmentBreakdown(ctx.tx, criteria, terms);
  const count = shares.filter((share) => share.is_zone).reduce((sum, share) => sum + share.doctors, 0);
  const order = { most: FIRST, isNearestFirst: asksNearness(criteria) };
  const first = count === 0 ? [] : await segmentFirst(ctx.tx, criteria, terms, order);
  return {
    sentence: describe(criteria, names),
    count,
    countedAt: ctx.now,
    shares,
    first: inOrder(first, await rowsOfDoctors(ctx, first)),
    without: count === 0 ? await withoutEach(ctx, criteria, names) : [],
    moves: segmentId === null ? null : await movedSince(ctx, criteria, segmentId),
  };
}

/** Rows come as the list ranks them; a segment may have an order of its own. */
function inOrder(ids: readonly number[], rows: readonly DoctorRow[]): DoctorRow[] {
  return rows.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

/** Which part of the segment leaves nobody. */
async function withoutEach(ctx: Context, criteria: Group, names: Names): Promise<Without[]> {
  if (criteria.match === "any") return [];
  const found: Without[] = [];
  for (const [place, node] of criteria.of.slice(0, MOST_PARTS).entries()) {
    const rest = { ...criteria, of: criteria.of.filter((other) => other !== node) };
    const count = await segmentCount(ctx.tx, rest, segmentTerms(ctx));
    found.push({ part: partOf(node, names), place, count });
  }
  return found.sort((a, b) => b.count - a.count);
}

async function movedSince(ctx: Context, criteria: Group, segmentId: string): Promise<Moved | null> {
  const moves = await movesSince(ctx.tx, segmentId, criteria, segmentTerms(ctx), FIRST_MOVED);
  if (!moves) return null;
  return {
    since: moves.taken_at,
    entered: moves.entered,
    left: moves.left,
    firstEntered: await rowsOfDoctors(ctx, moves.first_entered),
    firstLeft: await rowsOfDoctors(ctx, moves.first_left),
  };
}

/** The exact count alone, and the sentence that says of whom. */
export async function exactCount(
  ctx: Context,
  criteria: Group,
): Promise<{ count: number; sentence: string } | { why: string }> {
  const names = namesOf(await choicesFor(ctx));
  const why = strangerIn(criteria, names);
  if (why !== null) return { why };
  return { count: await segmentCount(ctx.tx, criteria, segmentTerms(ctx)), sentence: describe(criteria, names) };
}
