/** Days after the first letter within which a success is put down to the campaign; agreed on before looking. */
export const VISIT_DAYS = 60;
export const CONTRACT_DAYS = 180;

/** What a figure of the results counts, and which doctors it opens. */
export const RESULT_LISTS = [
  "letter-visits",
  "holdout-visits",
  "letter-contracts",
  "holdout-contracts",
  "letter",
  "holdout",
  "accepted",
  "delivered",
  "refused",
  "complained",
  "opposed",
  "asked",
] as const;
export type ResultList = (typeof RESULT_LISTS)[number];

/** How the list is titled. */
export const LIST_LABELS: Record<ResultList, string> = {
  "letter-visits": "Visites prises, avec le courriel",
  "holdout-visits": "Visites prises, sans le courriel",
  "letter-contracts": "Contrats signés, avec le courriel",
  "holdout-contracts": "Contrats signés, sans le courriel",
  letter: "Médecins à qui écrire",
  holdout: "Médecins mis de côté",
  accepted: "Acceptés par le serveur du destinataire",
  delivered: "Remise confirmée",
  refused: "Refusés ou revenus",
  complained: "Signalés comme indésirables",
  opposed: "Oppositions par le lien du courriel",
  asked: "Demandes faites depuis le courriel",
};
