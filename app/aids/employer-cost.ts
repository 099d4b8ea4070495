import { frozen, type Provenance } from "~/eligibility/rule-version";

/**
 * What a full-time assistant costs an employer a month, cents: 2 388 € for 1 600 € net (S22), 2 627 € on a commercial
 * page (S30) whose gross salary is under the branch minimum. No official figure was found: a range, to be replaced.
 */
export const PROPOSED_COST = frozen({
  monthlyMinCents: 238_800,
  monthlyMaxCents: 262_700,
  provenance: { status: "DERIVED", sources: ["S22", "S30"] } as Provenance,
});

/** Gross monthly salary of the branch at full time, 1 January 2024, cents: without the employer's contributions. */
export const BRANCH_SALARY = frozen({
  grossMinCents: 181_579,
  grossMaxCents: 215_991,
  provenance: { status: "CONFIRMED", sources: ["S32"] } as Provenance,
});

export interface Range {
  readonly minCents: number;
  readonly maxCents: number;
}

/** A year of the assistant's working time; thirds of a cent are rounded. */
export function yearlyCost(monthlyCents: number | null, etp: number): Range {
  const { monthlyMinCents, monthlyMaxCents } = PROPOSED_COST;
  const yearly = (monthly: number) => Math.round(monthly * 12 * etp);
  return { minCents: yearly(monthlyCents ?? monthlyMinCents), maxCents: yearly(monthlyCents ?? monthlyMaxCents) };
}

export interface Remainder extends Range {
  /** Left to pay when the objective is missed and nothing is paid; null where the aid is certain. */
  readonly withoutAidCents: number | null;
}

/** What is left to the employer, never less than nothing; null when the aid of that year is not published. */
export function remainderOf(
  cost: Range,
  aid: { readonly minCents: number | null; readonly maxCents: number | null; readonly isCeiling: boolean },
): Remainder | null {
  if (aid.minCents === null || aid.maxCents === null) return null;
  return {
    minCents: Math.max(0, cost.minCents - aid.maxCents),
    maxCents: Math.max(0, cost.maxCents - aid.minCents),
    withoutAidCents: aid.isCeiling ? cost.maxCents : null,
  };
}
