/** Letters and visits a doctor may receive in thirty days before another campaign passes them by. */
export const ATTENTION_BUDGET = 4;

/** Why somebody of the audience is not written to. */
export const EXCLUSIONS = {
  objection: "ne veulent plus recevoir ces courriels",
  bounce: "adresse qui n'existe plus ou a été refusée",
  no_address: "sans adresse e-mail",
  reserved_address: "adresse réservée (MSSanté ou Ordre), jamais utilisée pour une campagne",
  same_mailbox: "même boîte qu'un confrère déjà retenu",
  visit_soon: "visite prévue dans les 7 jours",
  attention: `déjà ${ATTENTION_BUDGET} contacts en 30 jours`,
} as const;

export type Exclusion = keyof typeof EXCLUSIONS;
