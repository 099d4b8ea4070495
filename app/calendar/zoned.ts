import { CalendarDateTime, fromDate, toZoned } from "@internationalized/date";
import { addDays, type Day, type Instant, partsOf } from "./day";

/** What a clock on the wall of the practice shows: minutes since midnight of that day, 0 to 1439. */
export interface Wall {
  readonly day: Day;
  readonly minutes: number;
}

/**
 * The instant at which the wall shows that time. In the hour that spring skips it is an hour later on the wall; in the
 * hour that autumn repeats, the first of the two. Minutes under 0 or from 1440 on belong to the neighbouring days.
 */
export function instantAt(day: Day, minutes: number, zone: string): Date {
  const daysAway = Math.floor(minutes / 1440);
  const { year, month, date } = partsOf(daysAway === 0 ? day : addDays(day, daysAway));
  const rest = minutes - daysAway * 1440;
  const wall = new CalendarDateTime(year, month, date, Math.floor(rest / 60), rest % 60);
  return toZoned(wall, zone, "compatible").toDate();
}

export function wallAt(instant: Instant, zone: string): Wall {
  const { year, month, day, hour, minute } = fromDate(new Date(instant), zone);
  const pad = (value: number, width: number) => String(value).padStart(width, "0");
  return { day: `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`, minutes: hour * 60 + minute };
}

export function dayIn(zone: string, instant: Instant): Day {
  return wallAt(instant, zone).day;
}

/** 870 → "14:30", as time inputs write it. */
export function hhmm(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

/** "14:30" → 870; null for anything that is no time of a day. */
export function minutesOf(text: string): number | null {
  const read = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text.trim());
  return read ? Number(read[1]) * 60 + Number(read[2]) : null;
}
