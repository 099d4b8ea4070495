export type MailKind = "letter" | "expiry" | "introduction";
export type MailState = "waiting" | "sending" | "sent" | "uncertain" | "dropped";

export const MAIL_LABELS: Record<MailState, string> = {
  waiting: "en attente d'envoi",
  sending: "en cours d'envoi",
  sent: "envoyé",
  uncertain: "envoi incertain : demandez s'il est arrivé",
  dropped: "non envoyé",
};
