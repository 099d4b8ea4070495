import type { Instant } from "~/calendar/day";
import { hhmm, wallAt } from "~/calendar/zoned";
import { clockTime, fullDay, longDay } from "~/format/dates";

interface Timed {
  readonly starts_at: Instant;
  readonly zone: string;
}

/** « mardi 24 novembre à 14 h 30 », as the wall of the practice shows it. */
export function momentText({ starts_at, zone }: Timed): string {
  const { day, minutes } = wallAt(starts_at, zone);
  return `${longDay(day)} à ${clockTime(hhmm(minutes))}`;
}

/** « mardi 24 novembre 2026, de 14 h 30 à 15 h » */
export function spanText({ starts_at, ends_at, zone }: Timed & { readonly ends_at: Instant }): string {
  const { day, minutes } = wallAt(starts_at, zone);
  return `${fullDay(day)}, de ${clockTime(hhmm(minutes))} à ${clockTime(hhmm(wallAt(ends_at, zone).minutes))}`;
}
