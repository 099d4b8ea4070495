import { takeInBounce } from "~/campaigns/bounces/bounces.server";
import { readBounce } from "~/campaigns/bounces/read-bounce";
import { unavailable } from "~/errors";
import { french } from "~/format/typography";
import type { Handler } from "../handler";

/**
 * Takes in what came back to the mailbox of returns. A message is put away after the transaction that took it in: a worker
 * killed between the two, or two at once, are given it again, and it counts once.
 */
const readReturns: Handler<"readReturns"> = async (_payload, { step, tools, stopping }) => {
  if (tools.returns === null) return;
  const { left } = await tools.returns.empty(async (raw) => {
    const bounce = await readBounce(raw);
    await step((ctx) => takeInBounce(ctx, raw, bounce));
  }, stopping);
  if (left.length === 0) return;
  const told = left.map(({ uid, why }) => `n° ${uid} : ${why}`).join(" ; ");
  throw unavailable(french(`Messages restés dans la boîte des retours : ${told}`));
};

export const bounceHandlers = { readReturns };
