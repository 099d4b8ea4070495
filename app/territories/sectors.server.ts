import type { Context } from "~/access/context";
import { sectorSheets } from "~db/queries/territories";

export function sectors(ctx: Context) {
  return sectorSheets(ctx.tx);
}
