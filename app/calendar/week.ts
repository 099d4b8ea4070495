import { addDays, type Day, daysBetween, partsOf, weekday } from "./day";

/** Weeks begin on Monday and are named by it. */
export function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekday(day));
}

/** Monday to Friday: the five columns of a delegate's week, holidays included. */
export function weekdaysOf(day: Day): Day[] {
  return [0, 1, 2, 3, 4].map((after) => addDays(mondayOf(day), after));
}

export function addWeeks(day: Day, count: number): Day {
  return addDays(day, count * 7);
}

/** ISO 8601: week 1 holds the year's first Thursday, so the last days of December may belong to the year after. */
export function isoWeek(day: Day): { year: number; week: number } {
  const thursday = addDays(mondayOf(day), 3);
  const { year } = partsOf(thursday);
  return { year, week: Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1 };
}
