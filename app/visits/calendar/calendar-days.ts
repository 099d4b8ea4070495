import type { Day, Instant } from "~/calendar/day";
import { holidayIn } from "~/calendar/holidays";
import { wallAt } from "~/calendar/zoned";
import { politeName, properCase } from "~/format/names";
import type { Firmness, VisitState } from "../visit";
import { isInside, type Period } from "./period";

export interface CalendarFacts {
  readonly department: string;
  readonly today: Day;
  readonly ownerId: string;
  readonly visits: readonly VisitFacts[];
  readonly absences: readonly { fromOn: Day; toOn: Day; part: "day" | "morning" | "afternoon" }[];
  readonly covers: readonly { fromOn: Day; toOn: Day; absentId: string; absent: string; by: string }[];
}

interface VisitFacts {
  readonly id: string;
  readonly starts_at: Instant;
  readonly ends_at: Instant;
  readonly zone: string;
  readonly state: VisitState;
  readonly firmness: Firmness;
  readonly last_name: string | null;
  readonly first_name: string | null;
  readonly town: string | null;
  readonly giver: string | null;
}

export interface CalendarDay {
  readonly day: Day;
  readonly isInside: boolean;
  readonly isToday: boolean;
  readonly holiday: string | null;
  /** « Absence », « Absence le matin » */
  readonly absence: string | null;
  readonly covers: readonly string[];
  /** In the order of the day; cancelled ones are counted, not shown. */
  readonly visits: readonly CalendarEntry[];
  readonly cancelled: number;
}

export interface CalendarEntry {
  readonly id: string;
  /** Minutes on the wall of the practice. */
  readonly from: number;
  readonly to: number;
  readonly state: VisitState;
  readonly firmness: Firmness;
  readonly doctor: string;
  /** For narrow cells. */
  readonly short: string;
  readonly town: string | null;
  readonly giver: string | null;
}

const ABSENCES = { day: "Absence", morning: "Absence le matin", afternoon: "Absence l'après-midi" } as const;

/** Each day of the period with all that stands on it, as the practices count their days. */
export function calendarWeeks(period: Period, facts: CalendarFacts): CalendarDay[][] {
  const byDay = new Map<Day, { visit: VisitFacts; from: number }[]>();
  for (const visit of facts.visits) {
    const { day, minutes: from } = wallAt(visit.starts_at, visit.zone);
    byDay.set(day, [...(byDay.get(day) ?? []), { visit, from }]);
  }
  return period.weeks.map((week) =>
    week.map((day) => {
      const visits = byDay.get(day) ?? [];
      const shown = visits.filter(({ visit }) => visit.state !== "cancelled");
      const absence = facts.absences.find(({ fromOn, toOn }) => fromOn <= day && day <= toOn);
      return {
        day,
        isInside: isInside(period, day),
        isToday: day === facts.today,
        holiday: holidayIn(facts.department, day),
        absence: absence ? ABSENCES[absence.part] : null,
        covers: facts.covers.filter(({ fromOn, toOn }) => fromOn <= day && day <= toOn).map(coverOf(facts.ownerId)),
        visits: shown.map(entryOf),
        cancelled: visits.length - shown.length,
      };
    }),
  );
}

function coverOf(ownerId: string) {
  return ({ absentId, absent, by }: CalendarFacts["covers"][number]) =>
    absentId === ownerId ? `Remplacement par ${by}` : `Remplacement de ${absent}`;
}

function entryOf({ visit, from }: { visit: VisitFacts; from: number }): CalendarEntry {
  const { id, state, firmness, town, giver, last_name: lastName, first_name: firstName } = visit;
  const length = (new Date(visit.ends_at).getTime() - new Date(visit.starts_at).getTime()) / 60_000;
  const isKnown = lastName !== null;
  return {
    id,
    from,
    to: from + length,
    state,
    firmness,
    doctor: isKnown ? politeName({ lastName, firstName: firstName ?? "" }) : "Visite confiée",
    short: isKnown ? properCase(lastName) : "Visite confiée",
    town: town === null ? null : properCase(town),
    giver,
  };
}

/** How many visits of each state stand in the days of the period itself. */
export function countsOf(weeks: readonly (readonly CalendarDay[])[]): Record<VisitState, number> {
  const counts: Record<VisitState, number> = { proposed: 0, booked: 0, done: 0, missed: 0, cancelled: 0 };
  for (const day of weeks.flat().filter((each) => each.isInside)) {
    counts.cancelled += day.cancelled;
    for (const { state } of day.visits) counts[state] += 1;
  }
  return counts;
}
