/** Why letters come back, as somebody who must act on it would sort them. */
export const CAUSES = ["hard", "full", "refused", "policy"] as const;
export type Cause = (typeof CAUSES)[number];

export const CAUSE_LABELS: Record<Cause, string> = {
  hard: "L'adresse n'existe pas",
  full: "Boîte pleine",
  refused: "Refusé par le destinataire",
  policy: "Refusé par règle : notre envoi est en cause",
};

/** Why a person judges a bounce false, by code: the journal keeps no free text. */
export const FALSE_BOUNCE_REASONS = {
  confirmed: "Le médecin a confirmé cette adresse",
  misread: "Le message n'est pas un refus : absence, accusé de réception",
  passing: "Panne passagère du serveur, réparée depuis",
  other: "Autre raison",
} as const;

export type FalseBounceReason = keyof typeof FALSE_BOUNCE_REASONS;
export const FALSE_BOUNCE_CODES = Object.keys(FALSE_BOUNCE_REASONS) as [FalseBounceReason, ...FalseBounceReason[]];

/** What a doctor answered when asked for their address. */
export const ADDRESS_ANSWERS = {
  given: "Nouvelle adresse donnée",
  same: "Le médecin confirme la même adresse",
  none: "Le médecin n'en donne pas",
} as const;

export type AddressAnswer = keyof typeof ADDRESS_ANSWERS;
export const ADDRESS_ANSWER_CODES = Object.keys(ADDRESS_ANSWERS) as [AddressAnswer, ...AddressAnswer[]];
