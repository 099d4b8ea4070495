import { addDays, addMonths, type Day, isDay, weekday } from "~/calendar/day";
import { addWeeks, mondayOf, weekdaysOf } from "~/calendar/week";
import { MONTHS_AHEAD } from "../visit";

const WEEKS = 4;
const SATURDAY = 6;

export interface ShownWeeks {
  /** Monday to Friday of four weeks. */
  readonly days: readonly Day[];
  readonly earlier: Day | null;
  readonly later: Day | null;
}

/** The four weeks that hold the day asked for, never before today's nor beyond what may be booked. */
export function weeksShown(asked: string, today: Day): ShownWeeks {
  const first = mondayOf(weekday(today) >= SATURDAY ? addDays(today, 2) : today);
  const last = mondayOf(addMonths(today, MONTHS_AHEAD));
  const monday = between(first, isDay(asked) ? mondayOf(asked) : first, last);
  const [before, after] = [addWeeks(monday, -WEEKS), addWeeks(monday, WEEKS)];
  return {
    days: Array.from({ length: WEEKS }, (_, week) => weekdaysOf(addWeeks(monday, week))).flat(),
    earlier: monday === first ? null : between(first, before, last),
    later: after > last ? null : after,
  };
}

/** The middle one: days sort as text. */
function between(first: Day, day: Day, last: Day): Day {
  return [first, day, last].sort()[1]!;
}
