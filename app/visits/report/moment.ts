import { hhmm, wallAt } from "~/calendar/zoned";
import { clockTime, longDay } from "~/format/dates";

/** « 14 h 02 », on the wall of the practice. */
export function clockAt(instant: Date, zone: string): string {
  return clockTime(hhmm(wallAt(instant, zone).minutes));
}

/** « mardi 24 novembre à 14 h 02 » */
export function momentAt(instant: Date, zone: string): string {
  return `${longDay(wallAt(instant, zone).day)} à ${clockAt(instant, zone)}`;
}
