import type { Day } from "~/calendar/day";
import type { Verdict } from "~/eligibility/assessment";
import type { Zone } from "~/eligibility/doctor-facts";
import type { SmallestChange } from "~/eligibility/smallest-change";
import { dayMonthYear } from "~/format/dates";
import { french } from "~/format/typography";

export interface StepFacts {
  readonly verdict: Verdict;
  readonly question: { readonly askTo: "doctor" | "fund"; readonly settles: boolean; readonly isFact: boolean } | null;
  readonly change: SmallestChange | null;
  readonly zone: Zone | null;
  readonly hasPhone: boolean;
  readonly signedOn: Day | null;
  readonly goneOn: Day | null;
}

export interface NextStep {
  readonly kind: "locate" | "done" | "ask" | "check" | "propose" | "wait";
  readonly sentence: string;
}

/** What to do about this doctor now, in a sentence a delegate can act on. */
export function nextStep(facts: StepFacts): NextStep {
  const { kind, sentence } = stepFor(facts);
  return { kind, sentence: french(sentence) };
}

function stepFor(facts: StepFacts): NextStep {
  const { verdict, goneOn, signedOn } = facts;
  if (goneOn !== null)
    return {
      kind: "locate",
      sentence: `Vérifiez d'abord où exerce ce médecin : l'annuaire ne le nomme plus depuis le ${dayMonthYear(goneOn)}.`,
    };
  if (signedOn !== null)
    return {
      kind: "done",
      sentence: `Le contrat est signé depuis le ${dayMonthYear(signedOn)} : aucune adhésion à proposer.`,
    };
  if (verdict === "unknown") return openStep(facts);
  return verdict === "yes" ? proposeStep(facts) : waitStep(facts);
}

function openStep({ question, hasPhone }: StepFacts): NextStep {
  if (question === null) return { kind: "check", sentence: "Un point reste à vérifier avant de proposer l'aide." };
  const settles = question.settles ? " ; la réponse tranche" : "";
  if (question.askTo === "doctor")
    return {
      kind: "ask",
      sentence: `${hasPhone ? "Appelez" : "À la prochaine visite, commencez"} et posez la question ci-dessous${settles}.`,
    };
  if (!question.isFact)
    return {
      kind: "check",
      sentence: `La réponse appartient à la caisse, pas au médecin : demandez-la avant la visite${settles}.`,
    };
  return {
    kind: "check",
    sentence: `Cherchez la réponse dans les fichiers de la caisse, ou posez la question au médecin${settles}.`,
  };
}

function proposeStep({ zone, hasPhone }: StepFacts): NextStep {
  const first = zone === "ZIP" || zone === "ZAC" ? `, en priorité puisque le cabinet est en ${zone}` : "";
  return {
    kind: "propose",
    sentence: `${hasPhone ? "Appelez pour proposer une visite" : "Proposez une visite au cabinet"}${first}.`,
  };
}

function waitStep({ change }: StepFacts): NextStep {
  if (change === null)
    return {
      kind: "wait",
      sentence: "Pas de visite à prévoir pour cette aide : le motif du refus ne peut pas être levé.",
    };
  const steps = change.steps.map(({ sentence }) => sentence).join(" ");
  return { kind: "wait", sentence: `Pas de visite pour l'instant. Ce qui changerait la réponse : ${lowered(steps)}` };
}

function lowered(text: string): string {
  return text.charAt(0).toLocaleLowerCase("fr") + text.slice(1);
}
