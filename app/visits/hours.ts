import { type Day, weekday } from "~/calendar/day";
import type { Wall } from "~/calendar/zoned";
import type { Span } from "./setting";

/** Seven lists of openings, Monday first, each sorted and disjoint. */
export type WeekHours = readonly (readonly Span[])[];

/** Nobody has said when this practice receives: mornings and afternoons of a working day, and the screen says so. */
export const ASSUMED_HOURS: WeekHours = [1, 2, 3, 4, 5, 6, 7].map((day) =>
  day <= 5
    ? [
        [540, 720],
        [840, 1080],
      ]
    : [],
);

export interface Openings {
  readonly spans: readonly Span[];
  /** Assumed, not told. */
  readonly isAssumed: boolean;
}

export interface Closure {
  readonly fromOn: Day;
  readonly toOn: Day;
}

/** When a practice may be visited that day; closed days and holidays have no opening. */
export function openingsOn(
  day: Day,
  hours: WeekHours | null,
  closures: readonly Closure[],
  isHoliday: boolean,
): Openings {
  const isClosed = isHoliday || closures.some(({ fromOn, toOn }) => fromOn <= day && day <= toOn);
  const week = hours ?? ASSUMED_HOURS;
  return { spans: isClosed ? [] : (week[weekday(day) - 1] ?? []), isAssumed: hours === null };
}

/** The openings of each day of a plan; what is already past on the day it is now is cut off. */
export function openingsOver(
  days: readonly Day[],
  hours: WeekHours | null,
  closures: readonly Closure[],
  isHoliday: (day: Day) => boolean,
  now: Wall,
): Span[][] {
  return days.map((day) => {
    if (day < now.day) return [];
    const { spans } = openingsOn(day, hours, closures, isHoliday(day));
    return day > now.day ? [...spans] : spans.flatMap((span) => after(span, now.minutes));
  });
}

function after([from, to]: Span, minutes: number): Span[] {
  return to <= minutes ? [] : [[Math.max(from, minutes), to]];
}
