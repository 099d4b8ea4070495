import type { Context } from "~/access/context";
import { dayOf } from "~/calendar/day";
import { type CandidateRow, candidatesOf } from "~db/queries/candidates";
import { hasLapsed, isToWarn } from "./candidate";
import type { CandidatesSearch } from "./candidate.form";
import { communeNamed } from "./commune.server";
import { kmBetween } from "./match";
import { pointOf } from "./seeker";

/** Far more than a fund follows; a list cut there says so. */
export const MOST_CANDIDATES = 2_000;

export interface Found {
  readonly row: CandidateRow;
  /** From the commune asked for, as the crow flies; null without one. */
  readonly km: number | null;
}

export interface Audience {
  readonly found: readonly Found[];
  /** Why the commune asked for could not be read; the list is then empty rather than wrong. */
  readonly problem: string | null;
}

/** The candidates the filters name, the nearest first. */
export async function audienceOf(ctx: Context, search: CandidatesSearch): Promise<Audience> {
  const asked = search.commune.trim() === "" ? null : await communeNamed(ctx, search.commune);
  if (asked && "why" in asked) return { found: [], problem: asked.why };
  const centre = asked?.commune ?? null;
  const today = dayOf(ctx.now);
  const found = (await candidatesOf(ctx.tx, search.profil ?? null, MOST_CANDIDATES))
    .map((row) => ({ row, km: centre === null ? null : kmBetween(centre, pointOf(row)) }))
    .filter(({ km }) => centre === null || (km !== null && km <= search.km))
    .filter(({ row }) => search.voir === "tous" || isSilent(row, today));
  return { found: found.sort((a, b) => (a.km ?? 0) - (b.km ?? 0)), problem: null };
}

/** Whoever may be written to of those found: an address, no wish to be left in peace, a consent that holds. */
export function writable({ found }: Audience, today: string): CandidateRow[] {
  return found
    .map(({ row }) => row)
    .filter((row) => row.email !== null && row.letters_stopped_at === null)
    .filter((row) => !hasLapsed({ contactedOn: row.contacted_on }, today));
}

export function isSilent(row: CandidateRow, today: string): boolean {
  return row.warned_on !== null || isToWarn({ contactedOn: row.contacted_on, warnedOn: null }, today);
}
