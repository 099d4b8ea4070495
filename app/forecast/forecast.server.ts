import type { Context } from "~/access/context";
import { can } from "~/access/permissions";
import { addDays, type Day, dayOf } from "~/calendar/day";
import { weightOfChances } from "~db/queries/chances";
import { fitOf, funnelFacts, latestForecasts, sizeOfFund } from "~db/queries/forecast";
import type { BackTest } from "./back-test";
import { caisseOf } from "./caisse.server";
import { forecast } from "./forecast";
import type { ForecastSearch } from "./forecast.form";
import type { Judged } from "./model/evaluation";
import type { Model } from "./model/model";
import { type Kept, movesOf, type Nation, priorOf } from "./night";
import type { Scenario } from "./scenario";
import { defaultDeadline } from "./target";
import { contractsWanted } from "./target.server";

/** Draws while somebody waits: the interval moves by a contract or two at most. */
const DRAWS = 120;

/** A manager's own caisse, with a scenario beside it when one is asked for; a nation's reader, one line a caisse. */
export async function forecastOf(ctx: Context, asked: ForecastSearch) {
  const fund = await caisseOf(ctx, asked.caisse);
  const base = { now: ctx.now, asked };
  if (fund === null) return { view: "nation" as const, ...base, rows: await latestForecasts(ctx.tx) };
  const [size, fit] = [await sizeOfFund(ctx.tx, fund.id), await fitOf(ctx.tx, fund.id)];
  const today = dayOf(ctx.now);
  const deadline = asked.echeance ?? defaultDeadline(today);
  const scenario = scenarioOf(asked, size.delegates);
  const target = await contractsWanted(ctx, fund.id, size);
  const kept = scenario === null ? keptFor(fit?.told, { today, deadline, target }) : null;
  const nation = (fit?.nation ?? null) as Nation | null;
  return {
    view: "fund" as const,
    ...base,
    fund: fund.name,
    choices: fund.choices,
    code: fund.code,
    deadline,
    delegates: size.delegates,
    computedAt: kept ? fit!.computed_at! : ctx.now,
    ...(kept ? { ...kept, tried: null } : await toldNow(ctx, fund.id, { today, deadline, scenario, nation, target })),
    backTest: (fit?.back_test ?? null) as BackTest | null,
    testedAt: fit?.computed_at ?? null,
  };
}

/** The night's own forecast, of more draws than one can wait for, unless it speaks of another deadline or target, or grew old. */
function keptFor(
  stored: unknown,
  { today, deadline, target }: { today: Day; deadline: Day; target: number },
): Kept | null {
  const kept = (stored ?? null) as Kept | null;
  if (kept === null || kept.told.kind !== "forecast") return null;
  return kept.told.deadline === deadline && kept.target === target && kept.told.asof >= addDays(today, -1)
    ? kept
    : null;
}

interface AskedNow {
  readonly today: Day;
  readonly deadline: Day;
  readonly scenario: Scenario | null;
  readonly nation: Nation | null;
  readonly target: number;
}

async function toldNow(ctx: Context, fundId: number, { today, deadline, scenario, nation, target }: AskedNow) {
  const moves = movesOf(await funnelFacts(ctx.tx, fundId));
  const ask = { asof: today, deadline, target, prior: priorOf(nation), draws: DRAWS };
  return { told: forecast(moves, ask), target, tried: scenario && forecast(moves, { ...ask, scenario }) };
}

function scenarioOf({ delegues, zip, campagne }: ForecastSearch, delegates: number): Scenario | null {
  if (delegues === 0 && zip === 0 && campagne === 0) return null;
  return { delegates, moreDelegates: delegues, moreInPriorityZone: zip, campaign: campagne };
}

/** What the model of the caisse uses, what it is worth, and whether the weeks weigh by it; null: not judged yet. */
export async function modelOf(ctx: Context, asked: Pick<ForecastSearch, "caisse">) {
  const fund = await caisseOf(ctx, asked.caisse);
  const fit = fund ? await fitOf(ctx.tx, fund.id) : undefined;
  const weight = fund ? await weightOfChances(ctx.tx, fund.id) : undefined;
  return {
    code: fund?.code ?? null,
    choices: fund?.choices ?? [],
    judged: (fit?.judged ?? null) as Judged | null,
    model: (fit?.model ?? null) as Model | null,
    computedAt: fit?.computed_at ?? null,
    weight: { isUsed: weight?.is_used ?? false, changedAt: weight?.changed_at ?? null, by: weight?.changed_by ?? null },
    mayChoose: can(ctx.actor, "weights.change"),
  };
}
