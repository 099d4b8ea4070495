import type { Context } from "~/access/context";
import { record } from "~/audit/audit.server";
import { dayOf } from "~/calendar/day";
import { endMembers } from "~db/queries/contract-parts";
import { changeContract, contractsPastTheirEnd, insertContractEvent } from "~db/queries/contracts";
import { raiseDueMilestones } from "~db/queries/milestones";

/** A night's work: what falls due is raised, what reached its last day is closed. Run twice, the second does nothing. */
export async function turnThePage(ctx: Context): Promise<{ raised: number; ended: number }> {
  const today = dayOf(ctx.now);
  const over = await contractsPastTheirEnd(ctx.tx, today);
  for (const { id, fund_id, revision, state, ends_on } of over) {
    const endsOn = ends_on ?? today;
    if (!(await changeContract(ctx.tx, { id, revision }, { state: "ended" }))) continue;
    await endMembers(ctx.tx, id, endsOn);
    const event = { fundId: fund_id, contractId: id, step: "end", from: state, to: "ended", onDay: endsOn } as const;
    await insertContractEvent(ctx.tx, { ...event, payload: {}, by: ctx.actor.id, at: ctx.now });
    await record(ctx, "contract.stepped", { contractId: id, step: "end" });
  }
  return { raised: await raiseDueMilestones(ctx.tx, today, ctx.now), ended: over.length };
}
