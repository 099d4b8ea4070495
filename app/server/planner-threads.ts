import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Plan } from "~/visits/planner/itinerary";
import type { Progress, StopFlag } from "~/visits/planner/plan";
import type { Planner } from "~/visits/planner-port";
import type { Ask } from "./planner-thread";

interface Waiting {
  readonly ask: Ask;
  readonly stop: StopFlag | undefined;
  readonly onProgress: ((progress: Progress) => void) | undefined;
  readonly answer: (plan: Plan) => void;
  readonly fail: (error: Error) => void;
}

type Told = { progress: Progress } | { answer: Plan };

const STOP_EVERY_MS = 25;

const THREAD = new URL("./planner-thread.ts", import.meta.url).href;

/** Node 20 does not hand the TypeScript loader of a process on to its threads: each begins by taking it. */
const BOOT = `
const { workerData } = require("node:worker_threads");
import("tsx/esm/api").then(({ register }) => { register(); return import(workerData); });`;

/** One core is left to the web and the database; threads are opened when the first week is asked for. */
export function openPlanner(most = Math.max(1, availableParallelism() - 1)): Planner & { close(): Promise<void> } {
  const queue: Waiting[] = [];
  const threads = new Map<Worker, Waiting | null>();
  let isClosed = false;

  const next = () => {
    const idle = [...threads].find(([, waiting]) => waiting === null)?.[0];
    const thread = idle ?? (threads.size < most ? open() : undefined);
    const waiting = thread && queue.shift();
    if (!thread || !waiting) return;
    threads.set(thread, waiting);
    thread.ref();
    watchStop(waiting);
    thread.postMessage(waiting.ask, [waiting.ask.problem.travel.seconds.buffer as ArrayBuffer]);
  };
  const open = (): Worker => {
    const thread = new Worker(BOOT, { eval: true, execArgv: [], workerData: THREAD });
    threads.set(thread, null);
    thread.on("message", (told: Told) => {
      const waiting = threads.get(thread);
      if ("progress" in told) return waiting?.onProgress?.(told.progress);
      threads.set(thread, null);
      thread.unref();
      waiting?.answer(told.answer);
      next();
    });
    thread.on("error", (error) => lose(thread, error));
    thread.on("exit", () => lose(thread, new Error("The planner's thread ended")));
    return thread;
  };
  const lose = (thread: Worker, error: Error) => {
    const waiting = threads.get(thread);
    threads.delete(thread);
    waiting?.fail(error);
    if (!isClosed && queue.length > 0) next();
  };

  const queued = (ask: Omit<Ask, "flag">, onProgress: Waiting["onProgress"], stop: StopFlag | undefined) =>
    new Promise<Plan>((answer, fail) => {
      if (isClosed) return fail(new Error("The planner is closed"));
      const flag = new Int32Array(new SharedArrayBuffer(4));
      queue.push({ ask: { ...ask, flag }, stop, onProgress, answer, fail });
      next();
    });

  return {
    plan: (problem, options, onProgress, stop) => queued({ problem, before: null, options }, onProgress, stop),
    repair: (problem, before, options, onProgress, stop) => queued({ problem, before, options }, onProgress, stop),
    async close() {
      isClosed = true;
      for (const waiting of queue.splice(0)) waiting.fail(new Error("The planner is closed"));
      await Promise.allSettled([...threads.keys()].map((thread) => thread.terminate()));
    },
  };
}

/** The signal lives in this thread, the flag in both. */
function watchStop({ stop, ask }: Waiting): void {
  if (!stop) return;
  const timer = setInterval(() => {
    if (!stop.aborted) return;
    Atomics.store(ask.flag, 0, 1);
    clearInterval(timer);
  }, STOP_EVERY_MS);
  timer.unref();
}
