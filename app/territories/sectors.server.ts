import type { Context } from "~/access/context";
import { can } from "~/access/permissions";
import { sectorSheets } from "~db/queries/territories";

export async function sectors(ctx: Context) {
  return { rows: await sectorSheets(ctx.tx), mayDraw: can(ctx.actor, "territory.change") };
}
