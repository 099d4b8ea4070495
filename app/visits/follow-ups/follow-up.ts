import type { NextStep } from "../report/result";

export const FOLLOW_UP_KINDS = ["visit", "call", "simulation", "document", "answer", "address", "close"] as const;
export type FollowUpKind = (typeof FOLLOW_UP_KINDS)[number];

export type FollowUpState = "open" | "done" | "dropped";

/** What was promised, as it ends « Promis : … ». */
export const PROMISES: Record<FollowUpKind, string> = {
  visit: "une visite",
  call: "un appel",
  simulation: "une simulation",
  document: "un document",
  answer: "une réponse à l'objection",
  address: "une adresse électronique à demander",
  close: "clore ou reprendre",
};

/** The promise that a next step makes; a document after an objection is the answer to it. */
export function promiseOf(step: NextStep, afterObjection: boolean): FollowUpKind | null {
  if (step === "none") return null;
  return step === "document" && afterObjection ? "answer" : step;
}

/** Why a follow-up is given up, by code. */
export const CLOSING_REASONS = {
  signed: "Contrat signé",
  declined: "Le médecin ne souhaite pas donner suite",
  unreachable: "Injoignable",
  gone: "N'exerce plus ici",
  other: "Autre raison",
} as const;

export type ClosingReason = keyof typeof CLOSING_REASONS;
export const CLOSING_REASON_CODES = Object.keys(CLOSING_REASONS) as [ClosingReason, ...ClosingReason[]];
