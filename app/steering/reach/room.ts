import { addDays, type Day, daysBetween, weekday } from "~/calendar/day";
import { holidayIn } from "~/calendar/holidays";
import { mondayOf } from "~/calendar/week";
import { USUAL_SETTING } from "~/visits/setting";
import { minutesOn, type Rhythm, type Team, workedMinutes } from "../capacity/capacity";
import type { WeekAhead } from "./reach";

/** Minutes of a sector's visit with its road, and how many visits its delegates make in a day at most. */
export interface Rate {
  readonly perVisit: number;
  readonly mostVisits: number;
}

export function daysTo(first: Day, last: Day): Day[] {
  return Array.from({ length: Math.max(0, daysBetween(first, last) + 1) }, (_, after) => addDays(first, after));
}

/** The weeks of these days, with the days on which somebody could work. */
export function weeksOf(days: readonly Day[], department: string): WeekAhead[] {
  const weeks = new Map<Day, number>();
  for (const day of days) {
    const works = weekday(day) <= 5 && holidayIn(department, day) === null;
    weeks.set(mondayOf(day), (weeks.get(mondayOf(day)) ?? 0) + (works ? 1 : 0));
  }
  return [...weeks].map(([weekOn, workdays]) => ({ weekOn, workdays })).filter(({ workdays }) => workdays > 0);
}

interface Asked {
  readonly team: Team;
  readonly days: readonly Day[];
  readonly weeks: readonly WeekAhead[];
  /** Of their hours, what delegates give to visits: 0 to 1. */
  readonly share: number;
  readonly workOf: (sectorId: number) => number;
  readonly rateOf: (sectorId: number) => Rate;
}

/** Visits that each sector has room for, one figure a week. */
export function possibleVisits({ team, days, weeks, share, workOf, rateOf }: Asked): Map<number, number[]> {
  const row = new Map(weeks.map(({ weekOn }, at) => [weekOn, at]));
  const possible = new Map<number, number[]>();
  for (const day of days) {
    const at = row.get(mondayOf(day));
    if (at === undefined) continue;
    for (const [sectorId, minutes] of minutesOn(team, day, workOf)) {
      const line = possible.get(sectorId) ?? weeks.map(() => 0);
      line[at]! += visitsIn(minutes * share, rateOf(sectorId), team, sectorId);
      possible.set(sectorId, line);
    }
  }
  return possible;
}

/** No more in a day than the delegates have set, however short the road. */
function visitsIn(minutes: number, { perVisit, mostVisits }: Rate, team: Team, sectorId: number): number {
  const own = team.workers.find(({ sectorIds }) => sectorIds.includes(sectorId))?.rhythm ?? USUAL_SETTING;
  const most = (mostVisits * minutes) / longestDay(own);
  return Math.min(minutes / perVisit, most);
}

function longestDay({ hours, lunch }: Rhythm): number {
  return Math.max(60, ...hours.map((span) => (span === null ? 0 : span[1] - span[0] - lunch.minutes)));
}

/** What one delegate more would bring to a sector, working the usual way. */
export function visitsOfOne(asked: Asked, sectorId: number): number[] {
  const newcomer = { id: "newcomer", name: "", sectorIds: [sectorId], rhythm: USUAL_SETTING, absences: [] };
  const team = { department: asked.team.department, workers: [newcomer], covers: [] };
  const works = asked.days.some((day) => workedMinutes(team, newcomer, day) > 0);
  return works ? (possibleVisits({ ...asked, team }).get(sectorId) ?? []) : [];
}
