import type { Context } from "~/access/context";
import { can } from "~/access/permissions";
import { addDays, type Day, dayOf } from "~/calendar/day";
import { specialtyName } from "~/doctors/specialty-name";
import { caisseOf } from "~/forecast/caisse.server";
import { listName } from "~/format/names";
import { figuresOfStanding } from "~/funnel/figures";
import { latestForecasts, sizeOfFund } from "~db/queries/forecast";
import { quietSectors, type StalledKind, stalledCounts, stalledDoctors, workDone } from "~db/queries/funnel-board";
import { tallyNow } from "~db/queries/funnel-counts";
import { targetInForce } from "~db/queries/funnel-targets";
import { bringUpToDate } from "../funnel/funnel.server";
import { alertsOf } from "./alerts";
import { nationWork } from "./nation.server";
import { elapsed, paceOf, publicTargets, type Targets } from "./targets";

const DAY_MS = 86_400_000;
/** A file or an intention that has not moved for this long stands still. */
const STILL_DAYS = 30;
/** A promise is late after a week, a sector quiet when two weeks hold no visit. */
const [LATE_DAYS, QUIET_DAYS] = [7, 14] as const;
const MOST_ROWS = 200;

/** Time gone by against work done, the mix, and what to do first. */
export async function boardPage(ctx: Context, asked: { caisse: string | null }) {
  const today = dayOf(ctx.now);
  await bringUpToDate(ctx);
  const fund = await caisseOf(ctx, asked.caisse);
  const targets = await targetsFor(ctx, fund?.id ?? null, today);
  const time = elapsed(targets, today);
  const work = fund ? await workDone(ctx.tx, fund.id, targets) : await nationWork(ctx, targets);
  return {
    now: ctx.now,
    today,
    fund: fund && { id: fund.id, name: fund.name, code: fund.code },
    choices: fund?.choices ?? [],
    maySet: can(ctx.actor, "steering.manage"),
    targets,
    ...work,
    pace:
      time === null
        ? null
        : {
            visits: paceOf(work.met.all, targets.visits, time),
            contracts: paceOf(work.signed.all, targets.contracts, time),
          },
    alerts: fund ? await alertsFor(ctx, fund.id) : [],
    forecast: fund ? ((await latestForecasts(ctx.tx)).find(({ code }) => code === fund.code) ?? null) : null,
  };
}

/** What the caisse set, or its share of the public targets. */
export async function targetsFor(ctx: Context, fundId: number | null, today: Day): Promise<Targets> {
  const own = fundId === null ? undefined : await targetInForce(ctx.tx, fundId, today);
  if (!own) return publicTargets(today, fundId === null ? null : await sizeOfFund(ctx.tx, fundId));
  return {
    from: own.from_on,
    to: own.to_on,
    visits: own.visits,
    contracts: own.contracts,
    priorityShare: own.priority_share_pm / 1_000,
    gpShare: own.gp_share_pm / 1_000,
    isOwn: true,
  };
}

async function alertsFor(ctx: Context, fundId: number) {
  const until = new Date(ctx.now.getTime() + QUIET_DAYS * DAY_MS);
  const everybody = { fundIds: [fundId], sectorIds: [], zones: [], isGp: null, specialty: null };
  const figures = figuresOfStanding(await tallyNow(ctx.tx, everybody), []);
  const counts = await stalledCounts(ctx.tx, stalledOf(ctx, fundId));
  return alertsOf({ ...counts, sectors: await quietSectors(ctx.tx, fundId, ctx.now, until) }, figures);
}

function stalledOf({ now }: Context, fundId: number) {
  const still = new Date(now.getTime() - STILL_DAYS * DAY_MS);
  return { fundId, reportDue: new Date(now.getTime() - DAY_MS), still, dueBefore: addDays(dayOf(now), -LATE_DAYS) };
}

/** The doctors an alert counts, those who wait longest first. */
export async function stalledPage(ctx: Context, { caisse, alerte }: { caisse: string | null; alerte: StalledKind }) {
  const fund = await caisseOf(ctx, caisse);
  const asked = stalledOf(ctx, fund?.id ?? 0);
  const rows = await stalledDoctors(ctx.tx, alerte, asked, MOST_ROWS);
  return {
    alerte,
    now: ctx.now,
    fund: fund?.name ?? "",
    total: (await stalledCounts(ctx.tx, asked))[alerte],
    rows: rows.map((row) => ({
      id: row.id,
      name: listName({ lastName: row.last_name, firstName: row.first_name }),
      where: [specialtyName(row), row.town].filter(Boolean).join(", "),
      day: row.day,
    })),
  };
}
