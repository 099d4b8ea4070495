import type { Context } from "~/access/context";
import { record } from "~/audit/audit.server";
import { arm, readInstallation } from "~db/queries/arming";
import { databaseFacts } from "~db/queries/ops";
import type { QueueName } from "~jobs/define";
import type { Store } from "~jobs/store";
import { retryJob } from "./queues.server";

export async function database(ctx: Context) {
  return databaseFacts(ctx.tx);
}

/** Whether letters may leave from this very database; a copy or a restoration is another one. */
export async function armingOf(ctx: Context, identity: string) {
  const { armed_identity: armed, armed_at: at } = await readInstallation(ctx.tx);
  return { isArmed: armed === identity, at };
}

/** A person vouches that no other copy of this database writes to the same doctors. */
export async function armOutbound(ctx: Context, identity: string): Promise<void> {
  await arm(ctx.tx, identity, ctx.actor.id);
  await record(ctx, "outbound.armed", {});
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
