/** What the person agrees to, word for word. A text that was agreed to is never edited: another one is added below. */
export const CONSENT_TEXTS = [
  {
    id: "2026-11",
    text: "J'accepte que la caisse garde mon identité, mes coordonnées, ma commune et ce que je cherche, pour m'informer sur le métier d'assistant médical et me proposer des cabinets qui recrutent. Mes coordonnées ne sont données à un médecin qu'après mon accord pour ce médecin. Sans nouvelle de ma part pendant 24 mois, tout est effacé ; je peux le demander à tout moment.",
  },
] as const;

export const CURRENT_CONSENT = CONSENT_TEXTS[CONSENT_TEXTS.length - 1]!;

export function consentText(id: string): string | null {
  return CONSENT_TEXTS.find((each) => each.id === id)?.text ?? null;
}
