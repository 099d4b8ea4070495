import { conflict } from "~/errors";
import { QUEUES, type QueueName } from "~jobs/define";
import type { Store } from "~jobs/store";

export interface QueueState {
  readonly name: QueueName;
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
  readonly failed: number;
  readonly paused: boolean;
}

export interface FailedJob {
  readonly queue: QueueName;
  readonly id: string;
  readonly job: string;
  readonly reason: string;
  readonly attempts: number;
  readonly failedAt: Date | null;
}

const SHOWN = 20;

/** All that the engine room shows of the queues, read outside any transaction. */
export async function queueRoom(store: Store) {
  const [queues, failed, nightly] = await Promise.all([
    queueStates(store),
    failedJobs(store),
    lastNightlyScoring(store),
  ]);
  return { backend: store.backend, queues, failed, nightly };
}

export async function queueStates(store: Store): Promise<QueueState[]> {
  return Promise.all(
    QUEUES.map(async (name) => {
      const queue = store.queue(name);
      const counts = await queue.getJobCounts("waiting", "prioritized", "active", "delayed", "failed");
      return {
        name,
        waiting: (counts.waiting ?? 0) + (counts.prioritized ?? 0),
        active: counts.active ?? 0,
        delayed: counts.delayed ?? 0,
        failed: counts.failed ?? 0,
        paused: await queue.isPaused(),
      };
    }),
  );
}

/** The latest of each queue, newest first. */
export async function failedJobs(store: Store): Promise<FailedJob[]> {
  const byQueue = await Promise.all(
    QUEUES.map(async (queue) => {
      const jobs = await store.queue(queue).getFailed(0, SHOWN - 1);
      return jobs.map((job) => ({
        queue,
        id: job.id ?? "",
        job: job.name,
        reason: job.failedReason ?? "",
        attempts: job.attemptsMade,
        failedAt: job.finishedOn ? new Date(job.finishedOn) : null,
      }));
    }),
  );
  return byQueue.flat().sort((a, b) => (b.failedAt?.getTime() ?? 0) - (a.failedAt?.getTime() ?? 0));
}

export interface NightlyScoring {
  readonly finishedAt: Date;
  readonly milliseconds: number;
}

/** The queue keeps finished jobs for a day: null means that none finished in the last 24 hours. */
export async function lastNightlyScoring(store: Store): Promise<NightlyScoring | null> {
  const done = await store.queue("clock").getCompleted(0, 199);
  const last = done.find((job) => job.name === "score-everybody" && job.finishedOn);
  return last
    ? {
        finishedAt: new Date(last.finishedOn!),
        milliseconds: last.finishedOn! - (last.processedOn ?? last.finishedOn!),
      }
    : null;
}

/** Puts a failed job back in its queue, with all its attempts. */
export async function retryJob(store: Store, queue: QueueName, id: string): Promise<void> {
  const job = await store.queue(queue).getJob(id);
  if (!job || !(await job.isFailed()))
    throw conflict("Cette tâche n'est plus en échec : quelqu'un l'a peut-être relancée.");
  await job.retry("failed", { resetAttemptsMade: true });
}
