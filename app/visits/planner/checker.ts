import type { Itinerary, Plan, Stop } from "./itinerary";
import type { Candidate, PlanDay, Problem, StartWindow } from "./problem";

/**
 * Recomputes a plan from the problem alone; it shares no code with the search, on purpose.
 * An empty answer means that every rule is kept.
 */
export function violations(problem: Problem, plan: Plan): string[] {
  if (plan.conflicts.length > 0) return plan.days.some((day) => day !== null) ? ["A plan with conflicts has days"] : [];
  const wrong: string[] = [];
  if (plan.days.length !== problem.days.length) wrong.push("A day is missing");
  plan.days.forEach((itinerary, d) => {
    const day = problem.days[d];
    if (!day?.works) {
      if (itinerary) wrong.push(`Day ${d} is off but planned`);
    } else if (!itinerary) wrong.push(`Day ${d} has no itinerary`);
    else wrong.push(...violationsOfDay(problem, day, d, itinerary));
  });
  return [...wrong, ...violationsOfWeek(problem, plan)];
}

/** Every plan that leaves the planner has passed here. */
export function assertSound(problem: Problem, plan: Plan): void {
  const wrong = violations(problem, plan);
  if (wrong.length > 0) throw new Error(`The plan breaks its rules: ${wrong.join("; ")}`);
}

/** Where the delegate is while the day is replayed, and when free to go on. */
interface Hand {
  place: number;
  clock: number;
}

function violationsOfDay(problem: Problem, day: PlanDay, d: number, itinerary: Itinerary): string[] {
  const hand: Hand = { place: day.startPlace, clock: itinerary.departsAt };
  const wrong: string[] = hand.clock < day.departsFrom ? ["leaves before its hours"] : [];
  for (const stop of itinerary.stops) {
    wrong.push(...(stop.candidate === null ? lunchFaults(day, stop) : visitFaults(problem, d, stop, hand)));
    const name = stop.candidate ?? "lunch";
    if (stop.arrivesAt !== hand.clock) wrong.push(`${name} is reached at ${hand.clock}, not ${stop.arrivesAt}`);
    if (stop.startsAt < hand.clock) wrong.push(`${name} starts before the arrival`);
    hand.clock = stop.endsAt;
  }
  const home = hand.clock + problem.travel.seconds[hand.place * problem.travel.size + day.endPlace]!;
  const lunches = itinerary.stops.filter(({ candidate }) => candidate === null).length;
  if (home !== itinerary.returnsAt) wrong.push("the return is wrong");
  if (home > day.returnsBy) wrong.push("returns too late");
  if (itinerary.stops.length - lunches > day.maxVisits) wrong.push("too many visits");
  if (lunches !== (day.lunch ? 1 : 0)) wrong.push("lunch missing or doubled");
  return wrong.map((what) => `Day ${d}: ${what}`);
}

function lunchFaults({ lunch }: PlanDay, stop: Stop): string[] {
  const fits = lunch && stop.endsAt - stop.startsAt === lunch.length && within([lunch], stop.startsAt);
  return fits ? [] : ["lunch out of its hours"];
}

function visitFaults(problem: Problem, d: number, stop: Stop, hand: Hand): string[] {
  const candidate = problem.candidates.find(({ id }) => id === stop.candidate);
  if (!candidate || candidate.place === null || candidate.excluded) return [`${stop.candidate} cannot be visited`];
  hand.clock += problem.travel.seconds[hand.place * problem.travel.size + candidate.place]!;
  hand.place = candidate.place;
  const wrong: string[] = [];
  if (stop.endsAt - stop.startsAt !== candidate.service) wrong.push(`${candidate.id} has the wrong length`);
  if (!within(allowed(problem, candidate, d), stop.startsAt)) wrong.push(`${candidate.id} starts out of its hours`);
  return wrong;
}

function within(windows: StartWindow[], at: number): boolean {
  return windows.some(({ from, to }) => from <= at && at <= to);
}

function allowed(problem: Problem, candidate: Candidate, d: number): StartWindow[] {
  const lock = problem.locks.find((each) => each.candidate === candidate.id);
  if (lock && lock.day !== null && lock.day !== d) return [];
  return lock?.start ? [lock.start] : (candidate.windows[d] ?? []);
}

function violationsOfWeek(problem: Problem, plan: Plan): string[] {
  const wrong: string[] = [];
  const stops: Stop[] = plan.days.flatMap((itinerary) => itinerary?.stops ?? []);
  const ids = stops.flatMap(({ candidate }) => (candidate === null ? [] : [candidate]));
  const visited = problem.candidates.filter(({ id }) => ids.includes(id));
  if (new Set(ids).size !== ids.length) wrong.push("A candidate is visited twice");
  const doctors = visited.flatMap(({ group }) => (group === undefined ? [] : [group]));
  if (new Set(doctors).size !== doctors.length) wrong.push("Two addresses of one doctor are visited");
  for (const { candidate, day } of problem.locks) {
    const held = (itinerary: Itinerary | null, d: number) =>
      (day === null || day === d) && itinerary?.stops.some((stop) => stop.candidate === candidate);
    if (!plan.days.some(held)) wrong.push(`The lock of ${candidate} is lost`);
  }
  const score = visited.reduce((sum, candidate) => sum + candidate.score, 0);
  if (score !== plan.score) wrong.push(`The score is ${score}, not ${plan.score}`);
  if (
    new Set([...ids, ...plan.unplanned.map(({ candidate }) => candidate)]).size !==
    ids.length + plan.unplanned.length
  ) {
    wrong.push("A candidate is both planned and unplanned");
  }
  return wrong;
}
