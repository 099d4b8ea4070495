import type { Context } from "~/access/context";
import { dayOf } from "~/calendar/day";
import { campaignsOver } from "~db/queries/campaigns";
import type { SideBySideSearch } from "./results.form";
import { type Comparison, comparisonOf } from "./results.server";

/** As many as one compares at a glance; older ones keep their own page. */
const MOST = 40;

export interface Compared extends Comparison {
  readonly id: string;
  readonly name: string;
  readonly startedOn: string;
}

/** Every campaign that is over with what it brought, judged exactly as on its own page. */
export async function compareCampaigns(ctx: Context, { mesure }: SideBySideSearch) {
  const success = mesure === "visites" ? "visits" : "contracts";
  const found = await campaignsOver(ctx.tx, MOST + 1);
  const campaigns: Compared[] = [];
  for (const { id, name, started_at } of found.slice(0, MOST)) {
    const startedOn = dayOf(started_at!);
    campaigns.push({ id, name, startedOn, ...(await comparisonOf(ctx, id, success, startedOn)) });
  }
  return { measure: mesure, campaigns, hasMore: found.length > MOST, computedAt: ctx.now };
}
