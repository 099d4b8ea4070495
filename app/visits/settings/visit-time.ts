import type { Instant } from "~/calendar/day";
import { hhmm, wallAt } from "~/calendar/zoned";
import { clockTime } from "~/format/dates";

interface Timed {
  readonly starts_at: Instant;
  readonly ends_at: Instant;
  readonly zone: string;
}

/** « de 9 h 30 à 10 h », on the wall of the practice. */
export function timeSpan({ starts_at, ends_at, zone }: Timed): string {
  const [from, to] = [wallAt(starts_at, zone).minutes, wallAt(ends_at, zone).minutes];
  return `de ${clockTime(hhmm(from))} à ${clockTime(hhmm(to))}`;
}
