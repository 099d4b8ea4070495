import type { Context } from "~/access/context";
import { record } from "~/audit/audit.server";
import { approvalAbove, setApprovalAbove } from "~db/queries/campaign-pages";

/** The rules a fund sets for its own campaigns. */
export async function campaignSettings(ctx: Context) {
  return { approvalAbove: await approvalAbove(ctx.tx, ctx.actor.fundIds[0] ?? null) };
}

/** From now on; a campaign already approved stays so. */
export async function changeSettings(ctx: Context, { approvalAbove: above }: { approvalAbove: number }): Promise<void> {
  for (const fundId of ctx.actor.fundIds) await setApprovalAbove(ctx.tx, fundId, above);
  await record(ctx, "campaign.limit-set", { above });
}
