import type { Answer, Body, RequestKind, RequestState } from "./request";

export const KIND_LABELS: Record<RequestKind, string> = {
  "fitting-out": "Aménagement",
  extension: "Agrandissement",
  other: "Autre besoin",
};

export const STATE_LABELS: Record<RequestState, string> = {
  received: "reçue",
  studied: "étudiée",
  directed: "orientée",
  answered: "répondue",
  closed: "close",
  withdrawn: "retirée",
};

/** What somebody does, as it is written in a list of steps to choose from. */
export const STEP_LABELS: Record<RequestState, string> = {
  received: "Recevoir la demande",
  studied: "Étudier la demande",
  directed: "Orienter vers un financeur",
  answered: "Noter la réponse reçue",
  closed: "Clore la demande",
  withdrawn: "Retirer la demande (le médecin renonce)",
};

export const BODY_LABELS: Record<Body, string> = {
  commune: "Commune",
  intercommunality: "Intercommunalité",
  department: "Département",
  region: "Région",
  ars: "ARS",
  other: "Autre organisme",
};

export const ANSWER_LABELS: Record<Answer, string> = {
  granted: "accord",
  partly: "accord partiel",
  refused: "refus",
};
