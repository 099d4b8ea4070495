import { parentPort } from "node:worker_threads";
import { type PlanOptions, plan } from "~/visits/planner/plan";
import type { Problem } from "~/visits/planner/problem";

/** What a thread is told; `flag[0]` becomes 1 when the answer is no longer wanted. */
export interface Ask {
  readonly problem: Problem;
  readonly options: Pick<PlanOptions, "seed" | "budget">;
  readonly flag: Int32Array;
}

const TELL_EVERY_MS = 100;

parentPort?.on("message", ({ problem, options, flag }: Ask) => {
  let told = 0;
  const answer = plan(
    problem,
    options,
    (progress) => {
      const now = performance.now();
      if (now - told < TELL_EVERY_MS) return;
      told = now;
      parentPort?.postMessage({ progress });
    },
    {
      get aborted() {
        return Atomics.load(flag, 0) === 1;
      },
    },
  );
  parentPort?.postMessage({ answer });
});
