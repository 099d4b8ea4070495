/** Where one letter to one mailbox stands. */
export const RECIPIENT_STATES = [
  "waiting",
  "claimed",
  "handing",
  "accepted",
  "deferred",
  "rejected",
  "uncertain",
  "suppressed",
  "cancelled",
  "expired",
  "held_out",
] as const;
export type RecipientState = (typeof RECIPIENT_STATES)[number];

/** The books of a campaign: they balance at every second. */
export interface Ledger {
  readonly planned: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly deferred: number;
  readonly uncertain: number;
  readonly suppressed: number;
  readonly cancelled: number;
  readonly expired: number;
  readonly waiting: number;
  /** Kept aside to compare with; not part of what was planned. */
  readonly heldOut: number;
}

export type StateCounts = Partial<Record<RecipientState, number>>;

/** What is claimed or being handed over has not been answered for: it still waits. */
export function ledgerOf(counts: StateCounts): Ledger {
  const of = (state: RecipientState) => counts[state] ?? 0;
  const waiting = of("waiting") + of("claimed") + of("handing");
  const parts = {
    accepted: of("accepted"),
    rejected: of("rejected"),
    deferred: of("deferred"),
    uncertain: of("uncertain"),
    suppressed: of("suppressed"),
    cancelled: of("cancelled"),
    expired: of("expired"),
    waiting,
  };
  const planned = Object.values(parts).reduce((sum, count) => sum + count, 0);
  return { planned, ...parts, heldOut: of("held_out") };
}

/** Nothing is left to do by itself; what is uncertain waits for a person, and is never sent again without one. */
export function isOver(counts: StateCounts): boolean {
  const { waiting, deferred } = ledgerOf(counts);
  return waiting === 0 && deferred === 0;
}
