import type { RecipientState } from "../ledger/ledger";

/** What is claimed or being handed over still waits, as in the ledger: the file and the screen count alike. */
export const STATE_WORDS: Record<RecipientState, string> = {
  waiting: "en attente",
  claimed: "en attente",
  handing: "en attente",
  accepted: "accepté",
  deferred: "différé",
  rejected: "refusé",
  uncertain: "incertain",
  suppressed: "écarté",
  cancelled: "annulé",
  expired: "expiré",
  held_out: "mis de côté",
};

export const OUTCOME_WORDS = {
  delivered: "remise confirmée",
  bounced: "revenu",
  complained: "signalé comme indésirable",
} as const;
