import type { Context } from "~/access/context";
import { dayOf } from "~/calendar/day";
import { CRITERION_BITS } from "~/eligibility/criterion-bits";
import { versionOn } from "~/eligibility/versions/index";
import { fundsOfImport } from "~db/queries/funds";
import { dropScoresOfGone, rescore, type ScoringAsk } from "~db/queries/scoring";
import type { Terms } from "~db/queries/segment-sql/terms";
import { scoringRules } from "./scoring-rules";

/** Everybody of a fund, by the rules and weights in force today. Returns how many verdicts or ranks changed. */
export async function scoreFund(ctx: Context, fundId: number): Promise<number> {
  await dropScoresOfGone(ctx.tx, fundId);
  return rescore(ctx.tx, { ...todaysRules(ctx), fundId });
}

/** Only those whose facts were touched. */
export function scoreDoctors(ctx: Context, doctorIds: readonly number[]): Promise<number> {
  return rescore(ctx.tx, { ...todaysRules(ctx), doctorIds });
}

export async function fundsToScore(ctx: Context): Promise<number[]> {
  return fundsOfImport(ctx.tx, null);
}

/** The text a contract signed today would fall under. */
export function todaysRules(ctx: Pick<Context, "now">): Pick<ScoringAsk, "rules" | "today"> {
  const today = dayOf(ctx.now);
  const version = versionOn(today, "INDIVIDUAL");
  if (!version) throw new RangeError(`No rule version covers ${today}`);
  return { rules: scoringRules(version), today };
}

/** What the conditions of a segment need beside its criteria. */
export function segmentTerms(ctx: Pick<Context, "now" | "actor">): Terms {
  const { scope, fundIds, sectorIds } = ctx.actor;
  return {
    ...todaysRules(ctx),
    now: ctx.now,
    bits: CRITERION_BITS,
    fundIds,
    sectorIds: scope === "sector" ? sectorIds : null,
  };
}
