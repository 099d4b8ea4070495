import { checkFund, foldSome, fundsToCheck } from "~/steering/night.server";
import type { Handler } from "../handler";

/** After a change of thousands, some minutes of small steps; otherwise one look. */
const foldFunnel: Handler<"foldFunnel"> = async (_payload, { step, stopping }) => {
  while (!stopping.aborted && (await step(foldSome))) {
    // the next step takes the next ones
  }
};

/** Tries before a caisse where somebody always writes is left for the next night. */
const TRIES = 5;

/**
 * The full count of every caisse against the sums. What differs is mended and kept for the page; the job then fails once,
 * with the figures, so that it stands among the failed tasks and in the log.
 */
const checkFunnel: Handler<"checkFunnel"> = async (_payload, { step, stopping }) => {
  const differed: string[] = [];
  for (const fundId of await step(fundsToCheck)) {
    for (let turn = 0; turn < TRIES && !stopping.aborted; turn++) {
      while (await step(foldSome)) {
        // what waits is counted first
      }
      const differing = await step((ctx) => checkFund(ctx, fundId));
      if (differing === null) continue;
      if (differing > 0) differed.push(`${fundId}: ${differing}`);
      break;
    }
  }
  if (differed.length > 0)
    throw new Error(`Funnel sums differed from the full count and were made anew (${differed.join(", ")}).`);
};

export const steeringHandlers = { foldFunnel, checkFunnel };
