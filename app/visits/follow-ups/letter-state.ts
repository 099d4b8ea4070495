export const LETTER_STATES = ["draft", "waiting", "sending", "sent", "uncertain", "discarded"] as const;
export type LetterState = (typeof LETTER_STATES)[number];

export const LETTER_LABELS: Record<LetterState, string> = {
  draft: "brouillon",
  waiting: "en attente d'envoi",
  sending: "en cours d'envoi",
  sent: "envoyé",
  uncertain: "envoi incertain",
  discarded: "abandonné",
};

/** A person may write and ask to send these; what left, or may have left, is never sent again by itself. */
export const WRITABLE: readonly LetterState[] = ["draft"];
