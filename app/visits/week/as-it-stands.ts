import type { Plan } from "../planner/itinerary";
import { PLANNER_VERSION } from "../planner/plan";
import type { Problem } from "../planner/problem";
import { type DayTour, type TourStop, tourOf } from "./day-tour";

/** A visit that has its hour: the day is its place in the plan. */
export interface Standing extends TourStop {
  readonly day: number;
}

/** The visits as the planner would have answered them, so that it can be asked what one more would cost. */
export function planAsItStands(problem: Problem, standing: readonly Standing[]): Plan {
  const days = problem.days.map((day, index) => {
    if (!day.works) return null;
    const stops = stopsOfDay(standing, index);
    const tour = tourOf(day, stops, problem.travel);
    return tour ? itineraryOf(tour, stops) : { departsAt: day.departsFrom, returnsAt: day.departsFrom, stops: [] };
  });
  return {
    days,
    score: 0,
    travelSeconds: 0,
    unplanned: [],
    conflicts: [],
    seed: 1,
    version: PLANNER_VERSION,
    iterations: 0,
    truncated: false,
    travelSource: problem.travel.source,
    inputHash: "",
  };
}

export function stopsOfDay(standing: readonly Standing[], day: number): Standing[] {
  return standing.filter((stop) => stop.day === day).sort((a, b) => a.startsAt - b.startsAt || (a.id < b.id ? -1 : 1));
}

function itineraryOf({ departsAt, returnsAt, lunch, legs }: DayTour, stops: readonly Standing[]) {
  const visits = stops.map(({ id, startsAt, endsAt }, i) => ({
    candidate: id as string | null,
    arrivesAt: (stops[i - 1]?.endsAt ?? departsAt) + legs[i]!.seconds,
    startsAt,
    endsAt,
  }));
  if (lunch) {
    const { after, startsAt, endsAt } = lunch;
    visits.splice(after, 0, { candidate: null, arrivesAt: startsAt, startsAt, endsAt });
  }
  return { departsAt, returnsAt, stops: visits };
}
