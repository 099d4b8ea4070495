import type { Context } from "~/access/context";
import { dayOf } from "~/calendar/day";
import { metDoctors, openPractices, saveChances } from "~db/queries/chances";
import {
  fitOf,
  fundsWithMoves,
  funnelFacts,
  keepForecast,
  noteNation,
  saveFit,
  sizeOfFund,
} from "~db/queries/forecast";
import { catalog } from "~jobs/catalog";
import { later } from "~jobs/later";
import type { Kept, Nation, Night } from "./night";
import { contractsWanted } from "./target.server";

export async function factsOfNation(ctx: Context) {
  return { facts: await funnelFacts(ctx.tx, null), today: dayOf(ctx.now) };
}

/** Gives each caisse the counts of all to lean on, and asks for its own night's work. */
export async function handOutNation(ctx: Context, nation: Nation | null): Promise<void> {
  const funds = await fundsWithMoves(ctx.tx);
  if (nation) await noteNation(ctx.tx, funds, nation);
  for (const fundId of funds) await later(ctx, catalog.forecastFund, { fundId });
}

export async function factsOfFund(ctx: Context, fundId: number) {
  const fit = await fitOf(ctx.tx, fundId);
  return {
    facts: await funnelFacts(ctx.tx, fundId),
    met: await metDoctors(ctx.tx, fundId),
    open: await openPractices(ctx.tx, fundId),
    target: await contractsWanted(ctx, fundId, await sizeOfFund(ctx.tx, fundId)),
    nation: (fit?.nation ?? null) as Nation | null,
    today: dayOf(ctx.now),
  };
}

export async function keepNight(ctx: Context, fundId: number, { told, target, chances, ...fit }: Night): Promise<void> {
  const kept: Kept = { told, target };
  await saveFit(ctx.tx, fundId, { ...fit, told: kept, at: ctx.now });
  await saveChances(ctx.tx, fundId, chances, dayOf(ctx.now));
  if (told.kind !== "forecast") return;
  const { asof, deadline, signed } = told;
  const { low, middle, high } = told.atDeadline;
  await keepForecast(ctx.tx, { fund_id: fundId, asof, deadline, signed, low, middle, high });
}
