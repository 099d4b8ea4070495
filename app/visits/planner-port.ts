import type { Plan } from "./planner/itinerary";
import type { PlanOptions, Progress, StopFlag } from "./planner/plan";
import type { Problem } from "./planner/problem";

/** The planner away from whoever asks: weeks are computed in threads of their own, in the order they were asked for. */
export interface Planner {
  /** Takes the travel matrix over: the problem must not be used afterwards. */
  plan(
    problem: Problem,
    options: Pick<PlanOptions, "seed" | "budget">,
    onProgress?: (progress: Progress) => void,
    stop?: StopFlag,
  ): Promise<Plan>;
  /** As `plan`, staying close to the visits as they stand. */
  repair(
    problem: Problem,
    before: Plan,
    options: Pick<PlanOptions, "seed" | "budget">,
    onProgress?: (progress: Progress) => void,
    stop?: StopFlag,
  ): Promise<Plan>;
}
