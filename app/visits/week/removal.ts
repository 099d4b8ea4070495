/** Why a delegate takes a doctor out of a week; said afterwards, or never. */
export const REMOVAL_REASONS = ["away", "seen", "later", "other"] as const;
export type RemovalReason = (typeof REMOVAL_REASONS)[number];

export const REMOVAL_LABELS: Record<RemovalReason, string> = {
  away: "absente ou absent",
  seen: "déjà vu récemment",
  later: "pas le bon moment",
  other: "autre raison",
};
