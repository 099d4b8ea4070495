import { anneal } from "./anneal";
import type { Loyalty } from "./changes";
import { assertSound } from "./checker";
import { type Conflict, conflictOf, findConflicts } from "./conflicts";
import { compare, type Diff } from "./diff";
import type { Plan } from "./itinerary";
import { hoursOf, loadPlan } from "./load";
import { blankPlan, type PlanOptions, type Progress, type StopFlag, watchBudget, written } from "./plan";
import { type Ground, prepare } from "./prepare";
import type { Problem } from "./problem";
import { fillAll } from "./recreate";
import { scheduleDay } from "./schedule";
import { forgetIteration, openWorkbench, touchAll } from "./workbench";

export interface RepairOptions extends PlanOptions {
  /** The only days that may change; all of them when left out. */
  days?: number[];
  /** 1: the usual price of changes; 0: only the score counts. */
  loyalty?: number;
}

export interface Repair {
  plan: Plan;
  diff: Diff;
}

/** Adapts an earlier plan to what the problem says now, changing little. Frozen visits are locks of the problem. */
export function repair(
  problem: Problem,
  before: Plan,
  options: RepairOptions,
  onProgress?: (progress: Progress) => void,
  signal?: StopFlag,
): Repair {
  const started = options.cpuClock?.() ?? 0;
  const frozen = problem.days.flatMap((_, day) => (options.days && !options.days.includes(day) ? [day] : []));
  const ground = prepare(problem, frozen);
  const bench = openWorkbench(ground.terrain, options.seed);
  const conflicts = findConflicts(problem, ground);
  const refused = (list: Conflict[]): Repair => {
    const plan = { ...blankPlan(problem, options), conflicts: list };
    return { plan, diff: compare(before, plan) };
  };
  if (conflicts.length > 0) return refused(conflicts);
  const homeless = loadPlan(ground, bench.tours, before);
  if (homeless) return refused([conflictOf(ground, homeless)]);
  const loyalty = loyaltyTo(ground, before, options.loyalty ?? 1);
  touchAll(bench);
  fillAll(bench);
  forgetIteration(bench);
  const watch = watchBudget(ground, options, started, onProgress, signal);
  const { iterations } = anneal(bench, watch.pace, loyalty);
  const plan = { ...written(problem, ground, bench, options), iterations, truncated: watch.truncated() };
  const wishes = hoursOf(ground, before);
  plan.days = problem.days.map((_, day) => scheduleDay(problem, ground, bench.tours, day, wishes));
  assertSound(problem, plan);
  return { plan, diff: compare(before, plan) };
}

function loyaltyTo({ terrain, indexOf }: Ground, before: Plan, weight: number): Loyalty {
  const stops = before.days.flatMap((itinerary, day) =>
    (itinerary?.stops ?? []).flatMap(({ candidate, startsAt }) => {
      const node = candidate === null ? undefined : indexOf.get(candidate);
      return node === undefined ? [] : [{ node, day, startsAt }];
    }),
  );
  const total = stops.reduce((sum, { node }) => sum + terrain.score[node]!, 0);
  return {
    nodes: Int32Array.from(stops, ({ node }) => node),
    day: Int32Array.from(stops, ({ day }) => day),
    start: Int32Array.from(stops, ({ startsAt }) => startsAt),
    unit: (weight * total) / Math.max(1, stops.length) / 10,
  };
}
