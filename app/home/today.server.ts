import type { Context } from "~/access/context";
import { can } from "~/access/permissions";
import { browseDoctors } from "~/doctors/browse.server";
import { NO_FILTERS } from "~/doctors/filters";
import { glance } from "~/visits/day/glance.server";
import { accountCounts, doubtsWaiting, importsToFollow, verdictCounts } from "~db/queries/home";

const FIRST = 5;

/** What each role needs first; a part that is not theirs is null. */
export async function today(ctx: Context) {
  const { actor } = ctx;
  const seesDoctors = can(actor, "doctor.read");
  const followsFiles = can(actor, "import.manage");
  return {
    role: actor.role,
    name: actor.name,
    now: ctx.now,
    visits: can(actor, "visit.plan") ? await glance(ctx) : null,
    first: seesDoctors && actor.role !== "campaign_officer" ? await firstToSee(ctx) : null,
    counts: seesDoctors ? await verdictCounts(ctx.tx) : null,
    imports: followsFiles ? await importsToFollow(ctx.tx) : null,
    doubts: followsFiles ? await doubtsWaiting(ctx.tx) : null,
    accounts: can(actor, "account.manage") ? await accountCounts(ctx.tx) : null,
  };
}

async function firstToSee(ctx: Context) {
  const { rows } = await browseDoctors(ctx, { filters: NO_FILTERS, cursor: null });
  return rows.slice(0, FIRST);
}
