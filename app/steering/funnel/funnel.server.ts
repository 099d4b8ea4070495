import type { Context } from "~/access/context";
import { can } from "~/access/permissions";
import { type Day, dayOf } from "~/calendar/day";
import { figuresOfReached, figuresOfStanding, type StageFigures } from "~/funnel/figures";
import { type DoctorMove, delaysOf, lossReasons, lostCounts, reachedCounts, standings } from "~/funnel/history";
import { allFunds } from "~db/queries/funds";
import {
  delays,
  type FunnelScope,
  losses,
  movesUntil,
  reachedIn,
  standingNow,
  tallyNow,
} from "~db/queries/funnel-counts";
import { checksOf, foldFunnel, marksWaiting } from "~db/queries/funnel-fold";
import { sectorSheets } from "~db/queries/territories";
import { nationFunnel } from "./nation.server";
import { named, type Selection, spanOf, specialtyOf, type Wanted, zonesOf } from "./selection";

/** Doctors counted again before a page is read: what a few seconds of work leave behind. */
const FOLDED_AT_ONCE = 2_000;
/** Under these, a group of sectors would say something of a person. */
const SMALLEST_GROUP = 5;

export interface FunnelColumn {
  readonly name: string;
  readonly selection: Selection;
  /** Null: fewer doctors than may be shown. */
  readonly figures: readonly StageFigures[] | null;
  readonly losses: readonly { reason: string; doctors: number }[];
}

/** The funnel of one selection, or of two side by side, as of now or of a day. */
export async function funnelPage(ctx: Context, asked: Wanted) {
  const today = dayOf(ctx.now);
  const wanted = asked.au !== null && asked.au >= today ? { ...asked, au: null } : asked;
  await bringUpToDate(ctx);
  const choices = await choicesOf(ctx);
  const span = spanOf(wanted, today);
  const column = async (selection: Selection): Promise<FunnelColumn> => ({
    name: named(selection, choices.names),
    selection,
    ...(ctx.actor.fundIds.length === 0
      ? await nationFunnel(ctx, wanted, selection, span)
      : await ownFunnel(ctx, wanted, selection, span)),
  });
  return {
    wanted,
    today,
    span,
    now: ctx.now,
    columns: [await column(wanted.first), ...(wanted.comparer ? [await column(wanted.second)] : [])],
    funds: choices.funds,
    sectors: choices.sectors,
    opensRows: can(ctx.actor, "doctor.read"),
    waiting: ctx.actor.fundIds.length === 0 ? 0 : await marksWaiting(ctx.tx),
    checks: ctx.actor.fundIds.length === 0 ? [] : await checksOf(ctx.tx, ctx.actor.fundIds),
  };
}

/** What happened since the last count is counted before it is read. */
export async function bringUpToDate(ctx: Context): Promise<void> {
  const [fundId] = ctx.actor.fundIds;
  await foldFunnel(ctx.tx, ctx.actor.fundIds.length === 1 ? fundId! : null, FOLDED_AT_ONCE);
}

/** Whoever answers for several caisses may look at one; a caisse that is not theirs is nobody. */
export function scopeOf(ctx: Context, { caisse, secteurs, zone, specialite }: Selection): FunnelScope {
  const fundIds = caisse === null ? ctx.actor.fundIds : ctx.actor.fundIds.includes(caisse) ? [caisse] : [0];
  return { fundIds, sectorIds: secteurs, zones: zonesOf(zone), ...specialtyOf(specialite) };
}

async function ownFunnel(ctx: Context, wanted: Wanted, selection: Selection, span: { from: Day; to: Day }) {
  const scope = scopeOf(ctx, selection);
  const told = wanted.au ? await asOf(ctx, scope, wanted.au) : await asOfNow(ctx, scope, wanted, span);
  const most = Math.max(0, ...told.figures.map(({ doctors }) => doctors ?? 0));
  const isTooSmall = selection.secteurs.length > 0 && most < SMALLEST_GROUP;
  return isTooSmall ? { figures: null, losses: [] } : told;
}

async function asOfNow(ctx: Context, scope: FunnelScope, { vue }: Wanted, span: { from: Day; to: Day }) {
  const { tx } = ctx;
  if (vue === "photo") {
    const isWhole = scope.sectorIds.length === 0 && scope.specialty === null;
    const standing = await (isWhole ? tallyNow(tx, scope) : standingNow(tx, scope));
    return {
      figures: figuresOfStanding(standing, await delays(tx, scope, null)),
      losses: await losses(tx, scope, null),
    };
  }
  const of = vue === "periode" ? "period" : "cohort";
  const reached = Object.fromEntries(
    (await reachedIn(tx, scope, span, of)).map(({ place, doctors }) => [place, doctors]),
  );
  const none = {
    contacted: 0,
    appointment: 0,
    visited: 0,
    simulated: 0,
    intends: 0,
    filed: 0,
    signed: 0,
    hired: 0,
    trained: 0,
  };
  const within = of === "period" ? span : null;
  return {
    figures: figuresOfReached({ ...none, ...reached }, null, of === "period" ? await delays(tx, scope, span) : []),
    losses: within ? await losses(tx, scope, within) : [],
  };
}

/** From the moves alone: who was a target or eligible on a past day is not kept. */
async function asOf(ctx: Context, scope: FunnelScope, day: Day) {
  const then = standings((await movesUntil(ctx.tx, scope, day)) as DoctorMove[]);
  return {
    figures: figuresOfReached(reachedCounts(then), lostCounts(then), delaysOf(then)),
    losses: lossReasons(then),
  };
}

async function choicesOf(ctx: Context) {
  const { fundIds } = ctx.actor;
  const all = await allFunds(ctx.tx);
  const funds = fundIds.length === 0 ? all : fundIds.length > 1 ? all.filter(({ id }) => fundIds.includes(id)) : [];
  const sectors = fundIds.length === 0 ? [] : await sectorSheets(ctx.tx);
  const names = {
    funds: new Map(all.map(({ id, name }) => [id, name] as const)),
    sectors: new Map(sectors.map(({ id, name }) => [id, name] as const)),
  };
  return { funds, sectors: sectors.map(({ id, name, delegates }) => ({ id, name, delegates })), names };
}
