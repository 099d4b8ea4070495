import type { Context } from "~/access/context";
import { dayOf } from "~/calendar/day";
import { politeName } from "~/format/names";
import { followedContracts } from "~db/queries/growth";
import { countsOf } from "./counts";
import { pathOf } from "./path";
import { type StandingKind, standingOf } from "./standing";

/** More than any fund has signed so far. */
const MOST = 2_000;

/** Worst first: what is missed, what will be, what may be. */
const ORDER: readonly StandingKind[] = ["missed", "behind", "at-risk"];

/** The contracts one sees that need help now, each with its reason, and how many are followed. */
export async function openAlerts(ctx: Context) {
  const today = dayOf(ctx.now);
  const followed = (await followedContracts(ctx.tx, MOST)).map((row) => {
    const path = pathOf({
      startsOn: row.starts_on,
      isGP: row.is_gp,
      mtPatients: row.mt_patients,
      activeFile: row.active_file,
      objective: row.objective,
    });
    const counts = countsOf(row.counts, path.measure, row.starts_on, today);
    const standing = standingOf({ path, counts, today, isSuspended: row.is_suspended });
    const name = politeName({ lastName: row.last_name, firstName: row.first_name });
    return { id: row.id, name, town: row.town, kind: standing.kind, reason: standing.reason, dueOn: path.dueOn };
  });
  const alerts = followed.filter(({ kind }) => ORDER.includes(kind));
  return {
    followed: followed.length,
    uncounted: followed.filter(({ kind }) => kind === "no-count").length,
    unknown: followed.filter(({ kind }) => kind === "unknown").length,
    alerts: alerts.sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || a.dueOn.localeCompare(b.dueOn)),
  };
}
