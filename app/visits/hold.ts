import type { Day } from "~/calendar/day";
import { wallAt } from "~/calendar/zoned";
import type { Hold } from "./problem-of";
import type { Firmness, VisitState } from "./visit";

interface Standing {
  readonly starts_at: Date;
  readonly zone: string;
  readonly state: VisitState;
  readonly firmness: Firmness;
}

/** How firmly a visit that exists stands in a new plan. What is past, or held already, does not move. */
export function holdOf(visit: Standing, days: readonly Day[], now: Date): Hold | null {
  const { day, minutes } = wallAt(visit.starts_at, visit.zone);
  const at = days.indexOf(day);
  if (at < 0) return null;
  if (visit.starts_at <= now || visit.state === "done" || visit.firmness === "fixed") return { day: at, minutes };
  if (visit.firmness === "day") return { day: at, minutes: null };
  return visit.firmness === "week" ? { day: null } : null;
}
