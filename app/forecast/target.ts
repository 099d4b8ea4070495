import { type Day, daysBetween, partsOf } from "~/calendar/day";

/** The public target, and the liberal doctors of the country it was set for. */
const [ASSISTANTS, DOCTORS] = [10_000, 115_000] as const;
/** Weeks under which a deadline leaves nothing to decide. */
const LEAST_DAYS = 42;

/** A caisse answers for its share of the doctors. */
export function targetOf({ doctors }: { doctors: number }): number {
  return Math.max(1, Math.round((ASSISTANTS * doctors) / DOCTORS));
}

/** The end of the half-year, or of the one after when it is too near. */
export function defaultDeadline(today: Day): Day {
  const { year } = partsOf(today);
  const ends = [`${year}-06-30`, `${year}-12-31`, `${year + 1}-06-30`];
  return ends.find((end) => daysBetween(today, end) >= LEAST_DAYS)!;
}
