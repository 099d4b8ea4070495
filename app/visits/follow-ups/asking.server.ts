import { randomUUID } from "node:crypto";
import type { Context } from "~/access/context";
import type { Day } from "~/calendar/day";
import { delegateOf } from "~db/queries/addressee";
import { dropFollowUps, insertFollowUp } from "~db/queries/follow-ups";

export interface Errand {
  readonly fundId: number;
  readonly doctorId: number;
  readonly sectorId: number | null;
  readonly kind: "call" | "visit";
  readonly dueOn: Day;
}

/** Puts a call or a visit on the list of the delegate of the sector. Null: nobody works there. */
export async function askDelegate(ctx: Context, { sectorId, ...errand }: Errand): Promise<string | null> {
  const delegate = await delegateOf(ctx.tx, sectorId);
  if (!delegate) return null;
  const id = randomUUID();
  await insertFollowUp(ctx.tx, { id, ...errand, delegateId: delegate.id, reportId: null });
  return id;
}

/** Takes back what was asked and not done; what the delegate has closed stays as they closed it. */
export async function withdrawErrands(ctx: Context, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await dropFollowUps(ctx.tx, ids, { outcome: "withdrawn", by: ctx.actor.id, at: ctx.now });
}
