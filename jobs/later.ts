import type { z } from "zod";
import type { Context } from "~/access/context";
import { leaveNote } from "~db/queries/outbox";
import type { Job } from "./define";

/** Leaves a note in the current transaction; the queue hears of it only if the transaction commits. */
export async function later<Payload extends z.ZodType>(
  ctx: Pick<Context, "tx" | "actor">,
  job: Job<Payload>,
  payload: z.input<Payload>,
  options: { notBefore?: Date } = {},
): Promise<void> {
  await leaveNote(ctx.tx, {
    job: job.name,
    payload: job.payload.parse(payload),
    actorId: ctx.actor.id,
    notBefore: options.notBefore ?? null,
  });
}
