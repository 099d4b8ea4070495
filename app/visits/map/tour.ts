import type { Day } from "~/calendar/day";
import { metresBetween, type Point } from "~/geo/point";
import type { VisitState } from "../visit";

export interface TourVisit {
  readonly id: string;
  readonly doctorId: number;
  readonly name: string;
  readonly day: Day;
  /** Minutes since midnight on the wall of the practice. */
  readonly minutes: number;
  readonly state: VisitState;
  readonly practiceKey: string | null;
  readonly town: string | null;
  readonly area: string | null;
  readonly isPlaced: boolean;
  /** Null: nobody knows where the practice is. */
  readonly point: Point | null;
}

/** One door: the visits made there one after the other. */
export interface Stop {
  /** From 1 along the day. */
  readonly rank: number;
  readonly visits: readonly TourVisit[];
  readonly point: Point | null;
  readonly isPlaced: boolean;
  readonly town: string | null;
}

export interface Tour {
  readonly day: Day;
  readonly stops: readonly Stop[];
  /** As the crow flies, from the base and back to it; without the stops that nobody can place. */
  readonly metres: number;
}

export function toursOf(visits: readonly TourVisit[], base: Point | null): Tour[] {
  const days = [...new Set(visits.map(({ day }) => day))].sort();
  return days.map((day) => {
    const ofDay = visits.filter((visit) => visit.day === day).sort((a, b) => a.minutes - b.minutes);
    const stops = stopsOf(ofDay);
    const line = lineOf(stops, base);
    const metres = line.slice(1).reduce((sum, point, at) => sum + metresBetween(line[at]!, point), 0);
    return { day, stops, metres };
  });
}

/** The way of a day, straight from door to door. */
export function lineOf(stops: readonly Stop[], base: Point | null): Point[] {
  const doors = stops.flatMap(({ point }) => (point ? [point] : []));
  return base && doors.length > 0 ? [base, ...doors, base] : doors;
}

function stopsOf(visits: readonly TourVisit[]): Stop[] {
  const stops: { visits: TourVisit[] }[] = [];
  for (const visit of visits) {
    const door = stops.at(-1)?.visits[0];
    const isSameDoor = door !== undefined && visit.practiceKey !== null && door.practiceKey === visit.practiceKey;
    if (isSameDoor) stops.at(-1)!.visits.push(visit);
    else stops.push({ visits: [visit] });
  }
  return stops.map(({ visits: here }, at) => {
    const { point, isPlaced, town } = here[0]!;
    return { rank: at + 1, visits: here, point, isPlaced, town };
  });
}

const INITIALS = ["L", "Ma", "Me", "J", "V", "S", "D"];

/** « Ma 2 »: the second stop of Tuesday; alone on the map, a day needs only the number. */
export function stopLabel(rank: number, weekday: number, isAlone: boolean): string {
  return isAlone ? String(rank) : `${INITIALS[weekday - 1]}${rank}`;
}
