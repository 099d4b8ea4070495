import type { Context } from "~/access/context";
import { notFound } from "~/errors";
import { fundsAmongIds } from "~db/queries/funds";

/** The caisse of the page among those of the reader, the first one unless the address names another; null: the nation. */
export async function caisseOf(ctx: Context, code: string | null) {
  if (ctx.actor.fundIds.length === 0) return null;
  const own = await fundsAmongIds(ctx.tx, ctx.actor.fundIds);
  const fund =
    code === null ? own.find(({ id }) => id === ctx.actor.fundIds[0]) : own.find((each) => each.code === code);
  if (!fund) throw notFound("Caisse");
  return { ...fund, choices: own.length > 1 ? own : [] };
}
