import type { Context } from "~/access/context";
import { campaignsAlive, moveCampaign } from "~db/queries/campaigns";
import { providersDue, reclaimFromDead, settleCancelled, settleWaiting, stateCounts } from "~db/queries/recipients";
import { forgetDeadSlots, slotsTaken } from "~db/queries/sending";
import { catalog } from "~jobs/catalog";
import { later } from "~jobs/later";
import { isOver } from "../ledger/ledger";
import { groupOf } from "./groups";

/** Later than this a start is no longer what was decided: a person says whether it still should. */
const LATE_MINUTES = 60;

/**
 * Puts right what a crash, an emptied queue or the clock has left: everything is found again in the rows, so the queue may
 * be lost at any time. Run every few seconds by each worker process.
 */
export async function reconcile(ctx: Context): Promise<void> {
  await forgetDeadSlots(ctx.tx);
  await reclaimFromDead(ctx.tx);
  await settleCancelled(ctx.tx);
  const taken = await slotsTaken(ctx.tx);
  for (const campaign of await campaignsAlive(ctx.tx)) {
    const { id, state, starts_at: startsAt, not_after: notAfter } = campaign;
    if (state === "ready" && !(await startIfDue(ctx, id, startsAt))) continue;
    if (notAfter !== null && notAfter <= ctx.now) await settleWaiting(ctx.tx, id, "expired");
    if (isOver(await stateCounts(ctx.tx, id))) {
      if (!campaign.takes_more) await moveCampaign(ctx.tx, id, ["sending"], "finished", { finished_at: ctx.now });
      continue;
    }
    for (const provider of await providersDue(ctx.tx, id))
      if ((taken.get(provider) ?? 0) < groupOf(provider).lanes)
        await later(ctx, catalog.sendLetters, { campaignId: id, provider });
  }
}

async function startIfDue(ctx: Context, id: string, startsAt: Date | null): Promise<boolean> {
  if (startsAt === null || startsAt > ctx.now) return false;
  if (ctx.now.getTime() - startsAt.getTime() > LATE_MINUTES * 60_000) {
    const reason = "L'heure prévue est passée de plus d'une heure : confirmez que l'envoi doit encore partir.";
    await moveCampaign(ctx.tx, id, ["ready"], "paused", { pause_reason: reason });
    return false;
  }
  return moveCampaign(ctx.tx, id, ["ready"], "sending", { started_at: ctx.now });
}
