import { readStatus } from "../replies/enhanced";
import type { ReplyClass } from "../replies/reply";

/** How many times, over at least how many days, before an address is no longer written to. */
export interface Proof {
  readonly hits: number;
  readonly overDays: number;
}

/** Null: this never condemns an address, however often it is said. */
export function proofNeeded(given: ReplyClass, status: string | null): Proof | null {
  if (given === "mailbox-full" || given === "deferred") return { hits: 3, overDays: 15 };
  if (given !== "hard") return null;
  // A domain without servers, or a tenant on the move, may be back tomorrow.
  const isDomain = readStatus(status ?? "")?.subject === 4;
  return { hits: isDomain ? 2 : 1, overDays: 0 };
}
