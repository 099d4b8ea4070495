import type { Context } from "~/access/context";
import { allFundIds, checkFunnel, foldFunnel, noteCheck } from "~db/queries/funnel-fold";

/** Doctors counted again in one transaction, so that none stays open long. */
const FOLDED_AT_ONCE = 2_000;

/** Whether something was counted, and more may wait. */
export async function foldSome(ctx: Context): Promise<boolean> {
  return ((await foldFunnel(ctx.tx, null, FOLDED_AT_ONCE)) ?? 0) > 0;
}

export function fundsToCheck(ctx: Context): Promise<number[]> {
  return allFundIds(ctx.tx);
}

/** Counts a whole caisse again and keeps what it found; null: somebody writes at this moment. */
export async function checkFund(ctx: Context, fundId: number): Promise<number | null> {
  const differing = await checkFunnel(ctx.tx, fundId);
  if (differing !== null) await noteCheck(ctx.tx, fundId, differing, ctx.now);
  return differing;
}
