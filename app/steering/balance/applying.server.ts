import type { Context } from "~/access/context";
import { handCommunes } from "~/territories/handing.server";
import { insertEvent } from "~db/queries/audit";
import { changesDue, lockPlanned, settleApplied } from "~db/queries/sector-changes";

export async function changesToApply({ tx, now }: Context): Promise<string[]> {
  return changesDue(tx, now);
}

/**
 * Everything of a change or nothing. What was removed or redrawn since it was planned is left as it is; run twice, the
 * second finds it settled.
 */
export async function applyChange(ctx: Context, id: string): Promise<void> {
  const change = await lockPlanned(ctx.tx, id);
  if (!change) return;
  const moves = change.moves.flatMap(({ code, from, to }) =>
    from === null || to === null ? [] : [{ code, from, to }],
  );
  const { given, doctors } = await handCommunes(ctx, change.fund_id, moves);
  await settleApplied(ctx.tx, id, { given, moved: doctors, by: ctx.actor.id, at: ctx.now });
  const facts = { changeId: id, communes: given.length, doctors };
  await insertEvent(ctx.tx, {
    fundId: change.fund_id,
    accountId: ctx.actor.id,
    name: "sectors.change-applied",
    facts,
  });
}
