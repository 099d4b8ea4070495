import type { Day } from "~/calendar/day";
import { wallAt } from "~/calendar/zoned";
import type { GatheredStop } from "../seeable";
import type { Shift } from "./answer";
import type { Standing } from "./as-it-stands";

/** The base, for a visit whose practice nobody has placed: no way is counted to it. */
const BASE = 0;

/** The visits of a week at the hours they have, or at those a proposal would give them. */
export function standingOf(
  days: readonly Day[],
  stops: ReadonlyMap<string, GatheredStop>,
  shifts: readonly Shift[],
): Standing[] {
  return [...stops].flatMap(([id, { visit, place, minutes }]) => {
    if (!visit) return [];
    const at = shifts.find(({ visitId }) => visitId === visit.id) ?? wallAt(visit.starts_at, visit.zone);
    const startsAt = at.minutes * 60;
    return [{ id, day: days.indexOf(at.day), place: place ?? BASE, startsAt, endsAt: startsAt + minutes * 60 }];
  });
}
