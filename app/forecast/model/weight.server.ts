import type { Context } from "~/access/context";
import { record } from "~/audit/audit.server";
import { conflict, notFound } from "~/errors";
import { chooseWeight, modelFitOf } from "~db/queries/chances";
import { caisseOf } from "../caisse.server";
import type { Judged } from "./evaluation";

/** The proposed weeks of a caisse weigh visits by their chances, or no longer do; it may always be given up. */
export async function weighByChances(ctx: Context, code: string | null, isUsed: boolean): Promise<void> {
  const fund = await caisseOf(ctx, code);
  if (fund === null) throw notFound("Caisse");
  const judged = (await modelFitOf(ctx.tx, fund.id))?.judged as Judged | null | undefined;
  if (isUsed && !judged?.isUsable)
    throw conflict("La probabilité n'est pas assez fiable pour peser dans les semaines.");
  await chooseWeight(ctx.tx, fund.id, { is_used: isUsed, changed_at: ctx.now, changed_by: ctx.actor.id });
  await record(ctx, "weights.changed", { fundId: fund.id });
}
