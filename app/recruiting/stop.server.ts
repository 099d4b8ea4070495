import type { Context } from "~/access/context";
import { linkSecret } from "~/campaigns/links.server";
import { notFound } from "~/errors";
import { type CandidateRow, candidateById, stopCandidateLetters } from "~db/queries/candidates";
import { fundNames } from "~db/queries/funds";
import { eraseCandidate } from "./candidates.server";
import { readStopToken } from "./stop-link";

/** The signature first: whatever it does not cover is nobody's page. */
async function addressee(ctx: Context, token: string | undefined): Promise<CandidateRow> {
  const id = readStopToken(token ?? "", await linkSecret(ctx));
  const candidate = id === null ? undefined : await candidateById(ctx.tx, id);
  if (!candidate) throw notFound("Page");
  return candidate;
}

export async function openStop(ctx: Context, token: string | undefined) {
  const { email, letters_stopped_at, fund_id } = await addressee(ctx, token);
  const [fund = "la caisse"] = await fundNames(ctx.tx, [fund_id]);
  return { email, isStopped: letters_stopped_at !== null, fund };
}

/** Holds at once; erased, the person is no longer there and the link leads nowhere. */
export async function stopAsAsked(
  ctx: Context,
  token: string | undefined,
  { scope }: { scope: "letters" | "all" },
): Promise<{ done: "letters" | "all" }> {
  const candidate = await addressee(ctx, token);
  if (scope === "all") await eraseCandidate(ctx, candidate);
  else await stopCandidateLetters(ctx.tx, candidate.id, ctx.now);
  return { done: scope };
}
