import { type Day, daysBetween } from "~/calendar/day";
import type { FollowUpKind } from "./follow-up";

export const BASKETS = ["promised", "unanswered", "at-risk", "to-close"] as const;
export type Basket = (typeof BASKETS)[number];

export const BASKET_LABELS: Record<Basket, string> = {
  promised: "Promis",
  unanswered: "Sans réponse",
  "at-risk": "Risque d'abandon",
  "to-close": "À clore",
};

/** What to do with each, in one sentence. */
export const INSTRUCTIONS: Record<Basket, string> = {
  promised: "Tenez ce qui a été promis : c'est ce que le médecin retiendra.",
  unanswered: "Neuf jours sans nouvelle : un appel court vaut mieux qu'un second courriel.",
  "at-risk": "Trois semaines de silence : proposez une visite, ou une seule question précise.",
  "to-close": "Plus rien à attendre : reprenez une dernière fois, ou classez sans regret.",
};

/** Days without news after which a word is due, a doctor drifts away, and a file is closed. */
export const NEWS_DAYS = 9;
const RISK_DAYS = 21;
const CLOSE_DAYS = 60;

export interface BasketFacts {
  readonly kind: FollowUpKind;
  readonly dueOn: Day;
  /** The last attempt reached nobody. */
  readonly isUnreached: boolean;
  /** The doctor has signed, or wants no more visits: nothing is left to promise. */
  readonly isSettled: boolean;
}

/**
 * Where a promise stands that day. What we owe is counted from the day it was promised for; where the doctor's answer is
 * awaited, from the exchange nine days before. Nothing changes basket before its day.
 */
export function basketOf({ kind, dueOn, isUnreached, isSettled }: BasketFacts, today: Day): Basket {
  if (kind === "close" || isSettled) return "to-close";
  const late = daysBetween(dueOn, today);
  if (late < 0) return "promised";
  const awaitsAnswer = kind === "answer" || isUnreached;
  const silence = awaitsAnswer ? late + NEWS_DAYS : late;
  if (silence >= CLOSE_DAYS) return "to-close";
  if (silence >= RISK_DAYS) return "at-risk";
  return awaitsAnswer ? "unanswered" : "promised";
}

export interface Sorted {
  readonly basket: Basket;
  readonly dueOn: Day;
}

/** What is due first, the oldest first; then what is to come. */
export function inOrder<Item extends Sorted>(items: readonly Item[], today: Day): Item[] {
  const rank = ({ basket, dueOn }: Item) => (dueOn > today ? BASKETS.length : BASKETS.indexOf(basket));
  return [...items].sort((a, b) => rank(a) - rank(b) || (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}
