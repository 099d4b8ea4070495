import type { Context } from "~/access/context";
import { dayIn } from "~/calendar/zoned";
import { isOverseas, placeOfZone } from "~/calendar/zones";
import { notFound } from "~/errors";
import { settingOf } from "~db/queries/delegate-settings";
import { fundSheet } from "~db/queries/funds";
import { USUAL_SETTING } from "../setting";
import { noteAbsence, removeAbsence } from "./absences.server";
import { openAbsences } from "./arrangements.server";
import { forgetBase, placeBaseAt, placeBaseIn } from "./base.server";
import { arrangeCover, endCover } from "./covers.server";
import { handOver, takeBack } from "./handing.server";
import { changeHours, changeLunch, changeVisits } from "./rhythm.server";
import type { SettingsAsk } from "./settings.form";

/** What happened, and what « Annuler » must send back to make it not have happened. */
export interface Saved {
  readonly done: string;
  readonly undo: Readonly<Record<string, string | readonly string[]>> | null;
  /** Visits that could not be handed over, one sentence each. */
  readonly clashes?: readonly string[];
}

export async function openSettings(ctx: Context) {
  const { tx, actor, now } = ctx;
  const fund = await fundSheet(tx, actor.fundIds[0]!);
  if (!fund) throw notFound("Caisse");
  const own = await settingOf(tx, actor.id);
  return {
    setting: own ?? USUAL_SETTING,
    isUsual: own === null,
    today: dayIn(fund.zone, now),
    zonePlace: isOverseas(fund.zone) ? placeOfZone(fund.zone) : null,
    ...(await openAbsences(ctx, fund)),
  };
}

/** One page, one form at a time. */
export function changeSettings(ctx: Context, ask: SettingsAsk): Promise<Saved> {
  switch (ask.intent) {
    case "base":
      return placeBaseIn(ctx, ask);
    case "point":
      return placeBaseAt(ctx, ask);
    case "forget-base":
      return forgetBase(ctx);
    case "hours":
      return changeHours(ctx, ask);
    case "lunch":
      return changeLunch(ctx, ask);
    case "visits":
      return changeVisits(ctx, ask);
    case "absence":
      return noteAbsence(ctx, ask);
    case "remove-absence":
      return removeAbsence(ctx, ask.absenceId);
    case "cover":
      return arrangeCover(ctx, ask);
    case "uncover":
      return endCover(ctx, ask.coverId);
    case "hand":
      return handOver(ctx, ask);
    case "take-back":
      return takeBack(ctx, ask);
  }
}
