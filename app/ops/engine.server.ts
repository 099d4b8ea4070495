import type { Context } from "~/access/context";
import { record } from "~/audit/audit.server";
import { databaseFacts } from "~db/queries/ops";
import type { QueueName } from "~jobs/define";
import type { Store } from "~jobs/store";
import { retryJob } from "./queues.server";

export async function database(ctx: Context) {
  return databaseFacts(ctx.tx);
}

/** Told first and done last: a job that cannot be retried leaves no trace in the journal. */
export async function retry(
  ctx: Context,
  store: Store,
  asked: { queue: QueueName; id: string; job: string },
): Promise<void> {
  await record(ctx, "job.retried", { queue: asked.queue, job: asked.job });
  await retryJob(store, asked.queue, asked.id);
}
