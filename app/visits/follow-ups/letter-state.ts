export type LetterState = "draft" | "waiting" | "sending" | "sent" | "uncertain" | "discarded";

export const LETTER_LABELS: Record<LetterState, string> = {
  draft: "brouillon",
  waiting: "en attente d'envoi",
  sending: "en cours d'envoi",
  sent: "envoyé",
  uncertain: "envoi incertain",
  discarded: "abandonné",
};
