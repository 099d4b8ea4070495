import type { Context } from "~/access/context";
import { membersOf } from "~/segments/audience.server";
import { journeyById, noteAudience, runningJourneys } from "~db/queries/journeys";
import { letIn } from "~db/queries/journeys-moving";
import { handToCampaign } from "./letters.server";

/**
 * Reads the audience again: whoever meets its criteria and never entered comes in. Nobody is thrown out for having left
 * it. Those kept aside stand in the books of the first letter, to compare with. Returns how many came in.
 */
export async function admitMembers(ctx: Context, journeyId: string): Promise<number> {
  const journey = await journeyById(ctx.tx, journeyId);
  if (journey?.state !== "running") return 0;
  const { doctors, entered, keptAside } = await letIn(ctx.tx, {
    journeyId,
    fundId: journey.fund_id,
    condition: membersOf(ctx, journey.criteria),
    holdoutPercent: journey.holdout_percent,
    now: ctx.now,
  });
  await noteAudience(ctx.tx, journeyId, doctors, ctx.now);
  const step = journey.steps.findIndex(({ kind }) => kind === "letter");
  if (step >= 0 && keptAside.length > 0)
    await handToCampaign(ctx, {
      journeyId,
      fundId: journey.fund_id,
      category: journey.category,
      step,
      doctorIds: keptAside,
      keptAside: true,
    });
  return entered;
}

/** Those whose audience is read again, by number. */
export async function journeysToFill(ctx: Context): Promise<string[]> {
  return (await runningJourneys(ctx.tx)).map(({ id }) => id);
}
