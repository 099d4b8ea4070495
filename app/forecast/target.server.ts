import type { Context } from "~/access/context";
import { dayOf } from "~/calendar/day";
import { targetInForce } from "~db/queries/funnel-targets";
import { targetOf } from "./target";

/** The contracts the caisse set for the period in force, or its share of the public target. */
export async function contractsWanted(ctx: Context, fundId: number, size: { doctors: number }): Promise<number> {
  const own = await targetInForce(ctx.tx, fundId, dayOf(ctx.now));
  return own?.contracts ?? targetOf(size);
}
