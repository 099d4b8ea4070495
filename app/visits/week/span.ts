import { addDays, addMonths, type Day, isDay } from "~/calendar/day";
import { addWeeks, mondayOf, weekdaysOf } from "~/calendar/week";
import { instantAt } from "~/calendar/zoned";
import { MONTHS_AHEAD } from "../visit";

/** Further back than this nobody looks at a week, only at a doctor's visits. */
const WEEKS_BACK = 53;

/** The Monday asked for; anything that is no day of the weeks one may look at is the week at hand. */
export function weekAsked(text: string, today: Day): Day {
  const isReal = isDay(text) && text >= addWeeks(today, -WEEKS_BACK) && text <= addMonths(today, MONTHS_AHEAD);
  return isReal ? mondayOf(text) : weekAtHand(today);
}

/** This week, or on a Saturday and a Sunday the one that comes. */
export function weekAtHand(today: Day): Day {
  return mondayOf(addDays(today, 2));
}

/** From the first instant of a Monday to that of the Saturday after, on the fund's wall. */
export function instantsOf(weekOn: Day, zone: string): { from: Date; to: Date } {
  return { from: instantAt(weekOn, 0, zone), to: instantAt(addDays(weekOn, 5), 0, zone) };
}

/** Nothing is proposed for a week whose five days are over. */
export function isOver(weekOn: Day, today: Day): boolean {
  return weekdaysOf(weekOn).at(-1)! < today;
}
