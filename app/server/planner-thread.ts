import { parentPort } from "node:worker_threads";
import type { Plan } from "~/visits/planner/itinerary";
import { type PlanOptions, type Progress, plan } from "~/visits/planner/plan";
import type { Problem } from "~/visits/planner/problem";
import { repair } from "~/visits/planner/repair";

/** What a thread is told; `flag[0]` becomes 1 when the answer is no longer wanted. */
export interface Ask {
  readonly problem: Problem;
  /** The visits to stay close to; null to begin from nothing. */
  readonly before: Plan | null;
  readonly options: Pick<PlanOptions, "seed" | "budget">;
  readonly flag: Int32Array;
}

const TELL_EVERY_MS = 100;

parentPort?.on("message", ({ problem, before, options, flag }: Ask) => {
  let told = 0;
  const tell = (progress: Progress) => {
    const now = performance.now();
    if (now - told < TELL_EVERY_MS) return;
    told = now;
    parentPort?.postMessage({ progress });
  };
  const stop = {
    get aborted() {
      return Atomics.load(flag, 0) === 1;
    },
  };
  const answer = before ? repair(problem, before, options, tell, stop).plan : plan(problem, options, tell, stop);
  parentPort?.postMessage({ answer });
});
