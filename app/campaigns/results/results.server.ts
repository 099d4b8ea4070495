import type { Context } from "~/access/context";
import { addDays, dayOf, daysBetween } from "~/calendar/day";
import { armsOf, type Horizons, resultCounts, resultRows } from "~db/queries/results";
import { seenCampaign } from "../preparation.server";
import { outlookOf } from "./outlook";
import { CONTRACT_DAYS, VISIT_DAYS } from "./result-list";
import type { RowsSearch } from "./results.form";
import { uplift } from "./uplift";

const HORIZONS: Horizons = { visitDays: VISIT_DAYS, contractDays: CONTRACT_DAYS };
const PAGE = 50;

/** What a campaign brought, against the doctors it kept aside. */
export async function openResults(ctx: Context, id: string | undefined) {
  const campaign = await seenCampaign(ctx, id);
  const head = { id: campaign.id, name: campaign.name, computedAt: ctx.now };
  if (campaign.started_at === null) return { ...head, results: null };
  const startedOn = dayOf(campaign.started_at);
  const counts = await resultCounts(
    ctx.tx,
    campaign.id,
    ["accepted", "delivered", "refused", "complained", "opposed", "asked"],
    HORIZONS,
  );
  return {
    ...head,
    results: {
      startedOn,
      counts,
      visits: await comparisonOf(ctx, campaign.id, "visits", startedOn),
      contracts: await comparisonOf(ctx, campaign.id, "contracts", startedOn),
    },
  };
}

export async function comparisonOf(ctx: Context, id: string, success: "visits" | "contracts", startedOn: string) {
  const horizon = success === "visits" ? VISIT_DAYS : CONTRACT_DAYS;
  const { letter, holdout } = await armsOf(ctx.tx, id, success, HORIZONS);
  const today = dayOf(ctx.now);
  const endsOn = addDays(startedOn, horizon);
  const isFinal = today >= endsOn;
  const effect = uplift(letter, holdout, isFinal);
  const isOpen = effect.verdict === "undecided" || effect.verdict === "too-small";
  const outlook =
    isOpen && holdout.doctors > 0 && letter.doctors > 0
      ? outlookOf(letter, holdout, { elapsed: daysBetween(startedOn, today), horizon })
      : null;
  return {
    letter: { doctors: letter.doctors, successes: letter.successes, practices: letter.practices },
    holdout: { doctors: holdout.doctors, successes: holdout.successes, practices: holdout.practices },
    effect,
    isFinal,
    endsOn,
    outlook: outlook?.kind === "in-days" ? { kind: outlook.kind, on: addDays(today, outlook.days) } : outlook,
  };
}

export type Comparison = Awaited<ReturnType<typeof comparisonOf>>;

/** The doctors a figure counts, fifty at a time. */
export async function openResultRows(ctx: Context, id: string | undefined, { liste, apres }: RowsSearch) {
  const campaign = await seenCampaign(ctx, id);
  const found = await resultRows(ctx.tx, campaign.id, {
    list: liste,
    horizons: HORIZONS,
    after: apres,
    limit: PAGE + 1,
  });
  const rows = found.slice(0, PAGE);
  const counts = await resultCounts(ctx.tx, campaign.id, [liste], HORIZONS);
  return {
    id: campaign.id,
    name: campaign.name,
    list: liste,
    count: counts[liste],
    isFirst: apres === 0,
    rows,
    next: found.length > PAGE ? rows.at(-1)!.id : null,
  };
}
