import type { Day } from "~/calendar/day";
import type { AidSchedule } from "../schedule";
import { before2024 } from "./before-2024";
import { from2024 } from "./from-2024";

/** Oldest first. */
export const SCHEDULES: readonly AidSchedule[] = [before2024, from2024];

/**
 * The table of a contract year is that of its first day: a running contract moves at its first anniversary on or after
 * 22 June 2024, for the years that follow.
 */
export function scheduleOn(contractYearStartsOn: Day): AidSchedule {
  return SCHEDULES.findLast((schedule) => schedule.since <= contractYearStartsOn) ?? before2024;
}
