import { addDays, addMonths, type Day } from "~/calendar/day";

export const PROFILES = ["nurse", "nursing-auxiliary", "childcare-auxiliary", "secretary", "other"] as const;
export type Profile = (typeof PROFILES)[number];

export const HOURS = ["half", "full", "either"] as const;
export type Hours = (typeof HOURS)[number];

export const CONSENT_WAYS = ["writing", "e-mail", "telephone", "meeting"] as const;
export type ConsentWay = (typeof CONSENT_WAYS)[number];

/** Kept this long after the last word from the person. */
const KEPT_MONTHS = 24;
/** The person hears of it one month before. */
const WARNED_AFTER_MONTHS = 23;
/** Never erased sooner after the warning, even when the warning came late. */
const NOTICE_DAYS = 14;

export interface Heard {
  readonly contactedOn: Day;
  readonly warnedOn: Day | null;
}

/** The first day on which the consent no longer holds. */
export function lapsesOn({ contactedOn }: Pick<Heard, "contactedOn">): Day {
  return addMonths(contactedOn, KEPT_MONTHS);
}

export function hasLapsed(heard: Pick<Heard, "contactedOn">, today: Day): boolean {
  return today >= lapsesOn(heard);
}

export function isToWarn({ contactedOn, warnedOn }: Heard, today: Day): boolean {
  return warnedOn === null && today >= addMonths(contactedOn, WARNED_AFTER_MONTHS);
}

export function isToErase(heard: Heard, today: Day): boolean {
  return heard.warnedOn !== null && hasLapsed(heard, today) && today >= addDays(heard.warnedOn, NOTICE_DAYS);
}

/** The day of the erasure, when nothing more is heard. */
export function erasedOn(heard: Heard): Day {
  const notice = heard.warnedOn === null ? [] : [addDays(heard.warnedOn, NOTICE_DAYS)];
  return [lapsesOn(heard), ...notice].sort().at(-1)!;
}
