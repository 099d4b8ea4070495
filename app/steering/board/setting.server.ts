import type { z } from "zod";
import type { Context } from "~/access/context";
import { record } from "~/audit/audit.server";
import { dayOf } from "~/calendar/day";
import { invalid, notFound } from "~/errors";
import { caisseOf } from "~/forecast/caisse.server";
import { dayMonthYear } from "~/format/dates";
import { sizeOfFund } from "~db/queries/forecast";
import { overlappingTarget, removeTarget, setTarget, targetsOf } from "~db/queries/funnel-targets";
import type { targetsForm } from "./board.form";
import { targetsFor } from "./board.server";
import { publicTargets } from "./targets";

const PER_MILLE = 10;

/** The periods a caisse has set, and what applies without them. */
export async function settingPage(ctx: Context, { caisse }: { caisse: string | null }) {
  const fund = await ownFund(ctx, caisse);
  const today = dayOf(ctx.now);
  const rows = await targetsOf(ctx.tx, fund.id);
  return {
    fund: { name: fund.name, code: fund.code },
    choices: fund.choices,
    inForce: await targetsFor(ctx, fund.id, today),
    shared: publicTargets(today, await sizeOfFund(ctx.tx, fund.id)),
    rows,
  };
}

export async function changeTargets(
  ctx: Context,
  caisse: string | null,
  asked: z.output<typeof targetsForm>,
): Promise<string> {
  const fund = await ownFund(ctx, caisse);
  if (asked.intent === "remove") {
    if (!(await removeTarget(ctx.tx, fund.id, asked.id))) throw notFound("Objectifs");
    await record(ctx, "targets.set", { fundId: fund.id });
    return "retire";
  }
  const period = { from_on: asked.from, to_on: asked.to };
  const other = await overlappingTarget(ctx.tx, fund.id, period);
  if (other)
    throw invalid({
      from: [
        `Une période va déjà du ${dayMonthYear(other.from_on)} au ${dayMonthYear(other.to_on)} : retirez-la d'abord.`,
      ],
    });
  const target = {
    ...period,
    visits: asked.visits,
    contracts: asked.contracts,
    priority_share_pm: Math.round(asked.priority * PER_MILLE),
    gp_share_pm: Math.round(asked.gp * PER_MILLE),
  };
  await setTarget(ctx.tx, fund.id, target, ctx.actor.id, ctx.now);
  await record(ctx, "targets.set", { fundId: fund.id });
  return "fixe";
}

async function ownFund(ctx: Context, caisse: string | null) {
  const fund = await caisseOf(ctx, caisse);
  if (!fund) throw notFound("Caisse");
  return fund;
}
