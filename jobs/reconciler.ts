import { sql } from "kysely";
import { SYSTEM_ACTOR } from "~/access/system-actor";
import { reconcile } from "~/campaigns/sending/reconcile.server";
import type { Services } from "~/wiring";
import { actAs } from "~db/act-as";

const EVERY_MS = 5_000;
/** One process at a time; the others find nothing left to do. */
const LOCK = 7_279;

/**
 * What must not depend on the queue, for the queue may be emptied: each worker process looks at the rows themselves every
 * few seconds, and asks again for what nobody is doing.
 */
export function keepReconciling(
  { pool, now, knock, log }: Services,
  everyMinute: () => Promise<void>,
): { stop(): Promise<void> } {
  let running: Promise<void> | undefined;
  let rounds = 0;
  const round = async () => {
    await actAs(pool, SYSTEM_ACTOR, async (tx) => {
      const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(${LOCK}) as mine`.execute(tx);
      if (rows[0]?.mine) await reconcile({ actor: SYSTEM_ACTOR, tx, now: now() });
    });
    knock();
    if (++rounds % 12 === 0) await everyMinute();
  };
  const timer = setInterval(() => {
    running ??= round()
      .catch((error: unknown) => log.error({ err: error }, "reprise des campagnes"))
      .finally(() => {
        running = undefined;
      });
  }, EVERY_MS);
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
