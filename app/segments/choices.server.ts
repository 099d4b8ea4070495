import type { Context } from "~/access/context";
import { can } from "~/access/permissions";
import { invalid } from "~/errors";
import { campaignsToName, fundsAmong, sectorsSeen } from "~db/queries/segment-sql/choices";
import { type Choices, strangerIn } from "./choices";
import type { Group } from "./criteria";
import type { Names } from "./labels";

export async function choicesFor(ctx: Context): Promise<Choices> {
  const { actor, tx } = ctx;
  return {
    sectors: await sectorsSeen(tx),
    funds: await fundsAmong(tx, actor.scope === "all" ? null : actor.fundIds),
    campaigns: can(actor, "segment.manage") || actor.scope === "all" ? await campaignsToName(tx) : [],
  };
}

/** For what is about to be kept. */
export function refuseStrangers(criteria: Group, names: Names): void {
  const why = strangerIn(criteria, names);
  if (why !== null) throw invalid({ criteria: [why] }, why);
}
