import type { Context } from "~/access/context";
import type { SpecialtyFamily } from "~/doctors/specialty";
import { linesToMatch, type MatchAnswer, matchCandidates, noteAnswers, prepareLines } from "~db/queries/ameli-merge";
import { candidateIndex } from "./candidate-index";
import { importOf } from "./imports.server";
import { type AmeliIdentity, type Candidate, decide, matchScore } from "./matching";

/** Funds whose lines still wait for an answer; decisions people made before are applied first. */
export async function fundsToMatch(ctx: Context, importId: string): Promise<number[]> {
  return prepareLines(ctx.tx, await importOf(ctx, importId));
}

export interface Matter {
  readonly lines: (AmeliIdentity & { line: number })[];
  readonly candidates: Candidate[];
}

export async function matterToMatch(ctx: Context, importId: string, fundId: number): Promise<Matter> {
  const lines = await linesToMatch(ctx.tx, importId, fundId);
  return {
    candidates: await matchCandidates(ctx.tx, fundId),
    lines: lines.map((each) => ({
      line: each.line,
      lastName: each.last_name ?? "",
      firstName: each.first_name,
      family: each.family as SpecialtyFamily | null,
      addressLine: each.address,
      postcode: each.postcode,
      town: each.town,
      phone: each.phone,
    })),
  };
}

/** Pure and long: done between two transactions. */
export function answersTo({ lines, candidates }: Matter): MatchAnswer[] {
  const near = candidateIndex(candidates);
  return lines.map((line) => {
    const decision = decide(near(line).map((each) => ({ doctorId: each.doctorId, ...matchScore(line, each) })));
    return {
      line: line.line,
      answer: decision.kind,
      doctorId: decision.kind === "sure" ? decision.doctorId : null,
      candidates: decision.kind === "doubt" ? decision.candidates : null,
    };
  });
}

export function keepAnswers(ctx: Context, importId: string, answers: readonly MatchAnswer[]): Promise<void> {
  return noteAnswers(ctx.tx, importId, answers);
}
