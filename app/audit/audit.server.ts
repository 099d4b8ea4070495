import type { Context } from "~/access/context";
import { insertEvent } from "~db/queries/audit";
import type { EventName, Events } from "./event";

/** Writes in the journal, in the caller's transaction: what did not happen is not told. */
export async function record<Name extends EventName>(ctx: Context, name: Name, facts: Events[Name]): Promise<void> {
  await insertEvent(ctx.tx, { fundId: ctx.actor.fundIds[0] ?? null, accountId: ctx.actor.id, name, facts });
}
