import type { Context } from "~/access/context";
import { dayOf, firstOfMonth } from "~/calendar/day";
import { departmentCounts, departmentForecasts, keepFigures } from "~db/queries/nation";
import { figuresOf } from "./figures";

/** Works out anew what may be told of each département; run twice, it says the same. */
export async function rollNation(ctx: Context): Promise<void> {
  const counted = await departmentCounts(ctx.tx, firstOfMonth(dayOf(ctx.now)));
  await keepFigures(ctx.tx, figuresOf(counted, await departmentForecasts(ctx.tx)), ctx.now);
}
