import { type Processor, UnrecoverableError } from "bullmq";
import type { Actor } from "~/access/context";
import { Refused } from "~/errors";
import type { Tools } from "~/tools";
import { actAs } from "~db/act-as";
import type { Pool } from "~db/connection";
import { type Catalog, catalog } from "./catalog";
import type { Desk, Handlers } from "./handler";

export interface Doorway {
  readonly pool: Pool;
  readonly tools: Tools;
  readonly handlers: Handlers;
  readonly actorOf: (accountId: string) => Promise<Actor | null>;
  readonly stopping: AbortSignal;
  readonly now: () => Date;
}

/** The only way from the queue into the application: parse, become the actor, run, translate refusals. */
export function runJobs({ pool, tools, handlers, actorOf, stopping, now }: Doorway): Processor {
  return async (queued) => {
    const key = keyOf(queued.name);
    const { payload, actorId } = queued.data as { payload: unknown; actorId: string };
    const actor = await actorOf(actorId);
    if (!actor) throw new UnrecoverableError("L'auteur de cette tâche n'a plus de compte actif.");
    const step: Desk["step"] = (work) => actAs(pool, actor, (tx) => work({ actor, tx, now: now() }));
    const run = handlers[key] as (payload: unknown, desk: Desk) => Promise<void>;
    try {
      await run(catalog[key].payload.parse(payload), { step, tools, stopping });
    } catch (error) {
      throw error instanceof Refused && error.refusal !== "unavailable" ? new UnrecoverableError(error.message) : error;
    }
  };
}

function keyOf(name: string): keyof Catalog {
  const found = Object.entries(catalog).find(([, job]) => job.name === name);
  if (!found) throw new UnrecoverableError(`Tâche inconnue : ${name}`);
  return found[0] as keyof Catalog;
}
