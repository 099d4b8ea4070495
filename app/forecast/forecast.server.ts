import type { Context } from "~/access/context";
import { dayOf } from "~/calendar/day";
import { fitOf, funnelFacts, latestForecasts, sizeOfFund } from "~db/queries/forecast";
import { fundSheet } from "~db/queries/funds";
import type { BackTest } from "./back-test";
import { forecast } from "./forecast";
import type { ForecastSearch } from "./forecast.form";
import type { Judged } from "./model/evaluation";
import type { Model } from "./model/model";
import { movesOf, type Nation, priorOf } from "./night";
import { defaultDeadline, targetOf } from "./target";

/** Draws while somebody waits: the interval moves by a contract or two at most. */
const DRAWS = 120;

/** A manager's own caisse, with a scenario beside it when one is asked for; a nation's reader, one line a caisse. */
export async function forecastOf(ctx: Context, asked: ForecastSearch) {
  const [fundId] = ctx.actor.fundIds;
  const base = { now: ctx.now, asked };
  if (fundId === undefined) return { view: "nation" as const, ...base, rows: await latestForecasts(ctx.tx) };
  const [fund, size, fit] = [
    await fundSheet(ctx.tx, fundId),
    await sizeOfFund(ctx.tx, fundId),
    await fitOf(ctx.tx, fundId),
  ];
  const moves = movesOf(await funnelFacts(ctx.tx, fundId));
  const today = dayOf(ctx.now);
  const deadline = asked.echeance ?? defaultDeadline(today);
  const target = targetOf(size);
  const ask = { asof: today, deadline, target, prior: priorOf((fit?.nation ?? null) as Nation | null), draws: DRAWS };
  const scenario = scenarioOf(asked, size.delegates);
  return {
    view: "fund" as const,
    ...base,
    fund: fund?.name ?? "",
    target,
    deadline,
    delegates: size.delegates,
    told: forecast(moves, ask),
    tried: scenario && forecast(moves, { ...ask, scenario }),
    backTest: (fit?.back_test ?? null) as BackTest | null,
    testedAt: fit?.computed_at ?? null,
  };
}

function scenarioOf({ delegues, zip, campagne }: ForecastSearch, delegates: number) {
  if (delegues === 0 && zip === 0 && campagne === 0) return null;
  return { delegates, moreDelegates: delegues, moreInPriorityZone: zip, campaign: campagne };
}

/** What the model of the caisse uses and what it is worth; null: no night has judged one yet. */
export async function modelOf(ctx: Context) {
  const [fundId] = ctx.actor.fundIds;
  const fit = fundId === undefined ? undefined : await fitOf(ctx.tx, fundId);
  return {
    judged: (fit?.judged ?? null) as Judged | null,
    model: (fit?.model ?? null) as Model | null,
    computedAt: fit?.computed_at ?? null,
  };
}
