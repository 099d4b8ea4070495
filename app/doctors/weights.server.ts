import type { Context } from "~/access/context";
import { record } from "~/audit/audit.server";
import { DEFAULT_WEIGHTS, type Weights, weightProblems, zoneDominates } from "~/eligibility/weights";
import { invalid, notFound } from "~/errors";
import { listName } from "~/format/names";
import { weightsPreview } from "~db/queries/scoring";
import { forgetWeights, saveWeights, weightsOf } from "~db/queries/weights";
import { catalog } from "~jobs/catalog";
import { later } from "~jobs/later";
import { todaysRules } from "./scoring.server";

/** The weights in force for the person's fund, and who chose them. */
export async function openWeights(ctx: Context) {
  const own = await weightsOf(ctx.tx, fundOf(ctx));
  const points = own?.points ?? DEFAULT_WEIGHTS;
  return {
    points,
    defaults: DEFAULT_WEIGHTS,
    changedAt: own?.changedAt ?? null,
    changedBy: own?.changedBy ?? null,
    now: ctx.now,
  };
}

/** Who would enter the first hundred and who would leave it; nothing is written. */
export async function previewWeights(ctx: Context, weights: Weights) {
  refuseProblems(weights);
  const moved = await weightsPreview(ctx.tx, { ...todaysRules(ctx), fundId: fundOf(ctx), weights });
  return {
    weights,
    zoneFirst: zoneDominates(weights),
    moved: moved.map((each) => ({
      doctorId: each.doctor_id,
      name: listName({ lastName: each.last_name, firstName: each.first_name }),
      town: each.town,
      zone: each.zone,
      before: each.before,
      after: each.after,
    })),
  };
}

export async function changeWeights(ctx: Context, weights: Weights): Promise<void> {
  refuseProblems(weights);
  await saveWeights(ctx.tx, fundOf(ctx), weights, ctx.actor.id);
  await announce(ctx);
}

export async function resetWeights(ctx: Context): Promise<void> {
  await forgetWeights(ctx.tx, fundOf(ctx));
  await announce(ctx);
}

async function announce(ctx: Context): Promise<void> {
  const fundId = fundOf(ctx);
  await later(ctx, catalog.scoreFund, { fundId });
  await record(ctx, "weights.changed", { fundId });
}

function refuseProblems(weights: Weights): void {
  const problems = Object.entries(weightProblems(weights)).map(([name, why]): [string, string[]] => [name, [why]]);
  if (problems.length > 0) throw invalid(Object.fromEntries(problems));
}

/** Weights belong to one fund; who follows several chooses for the first. */
function fundOf({ actor }: Context): number {
  const [fundId] = actor.fundIds;
  if (fundId === undefined) throw notFound("Caisse");
  return fundId;
}
