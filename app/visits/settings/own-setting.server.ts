import type { Context } from "~/access/context";
import { saveSetting, settingOf } from "~db/queries/delegate-settings";
import { type Setting, USUAL_SETTING } from "../setting";

/** Changes one part of how the person works; returns what held before. */
export async function changeSetting(ctx: Context, change: Partial<Setting>): Promise<Setting> {
  const before = (await settingOf(ctx.tx, ctx.actor.id)) ?? USUAL_SETTING;
  await saveSetting(ctx.tx, { id: ctx.actor.id, fundId: ctx.actor.fundIds[0]! }, { ...before, ...change });
  return before;
}
