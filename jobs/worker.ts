import type { Worker } from "bullmq";
import { actorFrom } from "~/access/actor";
import { SYSTEM_ACCOUNT } from "~/access/system-actor";
import type { Services } from "~/wiring";
import { atTheDoor } from "~db/act-as";
import { activeAccount } from "~db/queries/accounts";
import { QUEUES, type QueueName } from "./define";
import { handlers } from "./handlers/index";
import { keepReconciling } from "./reconciler";
import { applySchedule } from "./schedule";
import { runJobs } from "./step";

const CONCURRENCY: Record<QueueName, number> = { files: 1, rules: 2, plans: 2, mail: 4, campaigns: 2, clock: 1 };

/** Runs the jobs of every queue in this process; `stop` lets each finish its current step. */
export async function startWorkers(services: Services): Promise<{ stop(): Promise<void> }> {
  const { pool, store, tools, log, now } = services;
  const stopping = new AbortController();
  const actorOf = async (id: string) => {
    const account = await atTheDoor(pool, (tx) => activeAccount(tx, id));
    return account ? actorFrom(account) : null;
  };
  const run = runJobs({ pool, tools, handlers, actorOf, stopping: stopping.signal, now });
  await applySchedule(store, SYSTEM_ACCOUNT);
  const workers: Worker[] = QUEUES.map((queue) => store.worker(queue, run, CONCURRENCY[queue]));
  for (const worker of workers) {
    worker.on("failed", (job, error) => log.error({ job: job?.name, id: job?.id, err: error }, "tâche en échec"));
    worker.on("completed", (job) => {
      log.info({ job: job.name, ms: (job.finishedOn ?? 0) - (job.processedOn ?? 0) }, "tâche faite");
      services.knock();
    });
  }
  const reconciler = keepReconciling(services, () => applySchedule(store, SYSTEM_ACCOUNT));
  return {
    async stop() {
      stopping.abort();
      await reconciler.stop();
      await Promise.allSettled(workers.map((worker) => worker.close()));
    },
  };
}
