import { addDays, type Day, weekday } from "~/calendar/day";
import { holidayIn } from "~/calendar/holidays";

/** Monday to Friday, without the holidays of that département: Alsace-Moselle and overseas have their own. */
export function isWorkedIn(department: string, day: Day): boolean {
  return weekday(day) <= 5 && holidayIn(department, day) === null;
}

/** The day itself when it is worked. */
export function nextWorkedDay(department: string, day: Day): Day {
  return isWorkedIn(department, day) ? day : nextWorkedDay(department, addDays(day, 1));
}

export function addWorkedDays(department: string, day: Day, count: number): Day {
  let at = day;
  for (let left = count; left > 0; ) {
    at = addDays(at, 1);
    if (isWorkedIn(department, at)) left -= 1;
  }
  return at;
}
