import { anneal, type Best } from "./anneal";
import { assertSound } from "./checker";
import { conflictOf, findConflicts } from "./conflicts";
import { hashOf } from "./hash";
import type { Plan } from "./itinerary";
import { layBound } from "./order";
import { type Ground, prepare } from "./prepare";
import type { Problem } from "./problem";
import { explain } from "./reasons";
import { fillAll } from "./recreate";
import { scheduleDay } from "./schedule";
import { settle } from "./settle";
import { forgetIteration, openWorkbench, touchAll, type Workbench } from "./workbench";

/** Bumped whenever the same input may give another plan. */
export const PLANNER_VERSION = 2;

export interface PlanOptions {
  seed: number;
  budget: Budget;
  /** Seconds of processor time used so far; the only clock there is, and it never enters the search itself. */
  cpuClock?: () => number;
  /** Safety for a budget in iterations: past this much processor time the plan is cut short and says so. */
  mostSeconds?: number;
  /** Reasons for the unplanned; on unless set to false. */
  explains?: boolean;
}

/** Iterations give the same plan on any machine; seconds drive the schedule by the clock instead. */
export type Budget = { iterations: number } | { effort: Effort } | { cpuSeconds: number };
export type Effort = "fast" | "normal" | "thorough";

export interface Progress {
  share: number;
  score: number;
}

/** An `AbortSignal`, or anything that answers for a flag shared between threads. */
export interface StopFlag {
  readonly aborted: boolean;
}

export function plan(
  problem: Problem,
  options: PlanOptions,
  onProgress?: (p: Progress) => void,
  signal?: StopFlag,
): Plan {
  const started = options.cpuClock?.() ?? 0;
  const ground = prepare(problem);
  const bench = openWorkbench(ground.terrain, options.seed);
  const conflicts = findConflicts(problem, ground);
  if (conflicts.length > 0) return { ...blankPlan(problem, options), conflicts };
  layBound(bench.tours);
  const homeless = settle(bench.tours);
  if (homeless) return { ...blankPlan(problem, options), conflicts: [conflictOf(ground, homeless)] };
  touchAll(bench);
  fillAll(bench);
  forgetIteration(bench);
  const watch = watchBudget(ground, options, started, onProgress, signal);
  const { iterations } = anneal(bench, watch.pace, null);
  const answer = { ...written(problem, ground, bench, options), iterations, truncated: watch.truncated() };
  assertSound(problem, answer);
  return answer;
}

/** The plan as the tours on the workbench stand. */
export function written(problem: Problem, ground: Ground, bench: Workbench, options: PlanOptions): Plan {
  const { tours } = bench;
  return {
    ...blankPlan(problem, options),
    days: problem.days.map((_, day) => scheduleDay(problem, ground, tours, day)),
    score: tours.score.reduce((sum, score) => sum + score, 0),
    travelSeconds: tours.travel.reduce((sum, travel) => sum + travel, 0),
    unplanned: options.explains === false ? [] : explain(problem, ground, tours),
  };
}

export function blankPlan(problem: Problem, options: PlanOptions): Plan {
  return {
    days: problem.days.map(() => null),
    score: 0,
    travelSeconds: 0,
    unplanned: [],
    conflicts: [],
    seed: options.seed,
    version: PLANNER_VERSION,
    iterations: 0,
    truncated: false,
    travelSource: problem.travel.source,
    inputHash: hashOf(problem),
  };
}

/** Seconds each effort is meant to take, and the pace measured on one core: iterations fall with doctors and stops. */
const EFFORT_SECONDS: Record<Effort, number> = { fast: 1, normal: 2, thorough: 20 };

export function iterationsFor(effort: Effort, candidates: number, days: number): number {
  return Math.round(EFFORT_SECONDS[effort] * Math.min(40_000, 3_000_000 / (candidates + 20 * days + 1)));
}

/** Turns the budget into a share of work done; remembers whether the work was cut short. */
export function watchBudget(
  { terrain }: { terrain: { candidates: number; days: number } },
  { budget, cpuClock, mostSeconds }: PlanOptions,
  started: number,
  onProgress?: (p: Progress) => void,
  signal?: StopFlag,
) {
  if ("cpuSeconds" in budget && !cpuClock) throw new RangeError("A budget in seconds needs a clock");
  let truncated = false;
  let told = -1;
  const spent = () => (cpuClock ? cpuClock() - started : 0);
  const limit =
    "iterations" in budget
      ? budget.iterations
      : "effort" in budget
        ? iterationsFor(budget.effort, terrain.candidates, terrain.days)
        : 0;
  const pace = (iterations: number, best: Best): number => {
    let share = "cpuSeconds" in budget ? spent() / budget.cpuSeconds : limit > 0 ? iterations / limit : 1;
    if (share < 1 && (signal?.aborted || (mostSeconds !== undefined && spent() >= mostSeconds))) {
      truncated = true;
      share = 1;
    }
    // A hundred reports over the whole search: at most ten a second from ten seconds on, and cheap before.
    const percent = Math.floor(Math.min(1, share) * 100);
    if (onProgress && percent > told) onProgress({ share: Math.min(1, share), score: best.score });
    told = Math.max(told, percent);
    return share;
  };
  return { pace, truncated: () => truncated };
}
