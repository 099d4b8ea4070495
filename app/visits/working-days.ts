import { type Day, weekday } from "~/calendar/day";
import type { Wall } from "~/calendar/zoned";
import type { Setting, Span } from "./setting";

export interface Away {
  readonly fromOn: Day;
  readonly toOn: Day;
  readonly part: "day" | "morning" | "afternoon";
}

const MIDDAY = 13 * 60;
/** A plan made in the middle of a day begins at the next full five minutes. */
const STEP = 5;

/** The minutes of a day in which a delegate may be on the road: null on a holiday, a day off or one that is over. */
export function workingSpan(
  day: Day,
  { hours }: Pick<Setting, "hours">,
  absences: readonly Away[],
  now: Wall,
  isHoliday: boolean,
): Span | null {
  const usual = isHoliday ? null : (hours[weekday(day) - 1] ?? null);
  if (usual === null || day < now.day) return null;
  let [from, to] = usual;
  for (const { part } of absences.filter(({ fromOn, toOn }) => fromOn <= day && day <= toOn)) {
    if (part === "day") return null;
    if (part === "morning") from = Math.max(from, MIDDAY);
    else to = Math.min(to, MIDDAY);
  }
  if (day === now.day) from = Math.max(from, Math.ceil((now.minutes + 1) / STEP) * STEP);
  return from < to ? [from, to] : null;
}
