import { addDays, weekday } from "~/calendar/day";
import { holidayIn } from "~/calendar/holidays";
import { instantAt, wallAt } from "~/calendar/zoned";

/** The hours of the doctor's own day in which a letter may leave, in minutes since midnight. */
export interface SendingWindow {
  readonly from: number;
  readonly to: number;
}

interface Where {
  readonly zone: string;
  readonly department: string;
}

/** Ten days hold every run of Sundays and holidays there is. */
const FARTHEST = 10;

/** The moment itself when a letter may leave then, else the next one that may: working days only, holidays of the place included. */
export function nextAllowed(now: Date, { zone, department }: Where, window: SendingWindow | null): Date {
  if (window === null) return now;
  const { day, minutes } = wallAt(now, zone);
  for (let after = 0; after <= FARTHEST; after++) {
    const date = addDays(day, after);
    if (weekday(date) > 5 || holidayIn(department, date) !== null) continue;
    if (after > 0 || minutes < window.from) return instantAt(date, window.from, zone);
    if (minutes < window.to) return now;
  }
  return instantAt(addDays(day, FARTHEST), window.from, zone);
}
