import type { Day } from "~/calendar/day";
import { capital } from "~/eligibility/assessment";
import { GENERAL_PRACTICE } from "~/eligibility/doctor-facts";
import { wholeEuros } from "~/format/euros";
import { number } from "~/format/numbers";
import { french } from "~/format/typography";
import { amountText } from "./amount-text";
import type { AidAsk } from "./ask";
import { BAND_CHOICES, bandNamed } from "./band-choice";
import { choiceNamed } from "./choice";
import { BRANCH_SALARY, PROPOSED_COST, type Range, type Remainder, remainderOf, yearlyCost } from "./employer-cost";
import { type Evidence, evidenceFor } from "./evidence";
import { expectationsOf } from "./expectations";
import { originText } from "./origin";
import { type AidPlan, type AidSubject, planOf } from "./plan";

interface ShownYear {
  readonly contractYear: number;
  readonly startsOn: Day;
  readonly aid: string;
  readonly minCents: number | null;
  readonly maxCents: number | null;
  readonly remainder: string | null;
  /** Which of the origins, from 1. */
  readonly note: number;
}

export interface ShownSide {
  readonly code: string;
  readonly label: string;
  readonly short: string;
  readonly contract: "individual" | "collective";
  readonly version: string;
  readonly versionId: string;
  readonly opening: AidPlan["opening"]["available"];
  readonly openingSentence: string | null;
  readonly years: readonly ShownYear[];
  readonly total: string | null;
  readonly totalMaxCents: number | null;
  readonly totalRemainder: string | null;
  readonly ceilingFromYear: number | null;
  readonly switchesOn: Day | null;
  readonly expectations: readonly { readonly sentence: string; readonly origin: string; readonly isOpen: boolean }[];
}

/** All that the page, the visit, the paper and the doctor's link show of one ask: read once, drawn four times. */
export interface ShownSimulation {
  readonly ask: AidAsk;
  readonly sides: readonly ShownSide[];
  /** Tables and texts, each with its sources; a year points at one by its rank. */
  readonly origins: readonly string[];
  /** The list proves no band: the caisse may have given one. */
  readonly asksBand: boolean;
  readonly bandSentence: string | null;
  readonly cost: { readonly sentence: string; readonly origin: string | null };
  readonly evidence: Omit<Evidence, "provenance"> & { readonly origin: string };
}

export function showSimulation(ask: AidAsk, known: AidSubject): ShownSimulation {
  const subject = { ...known, givenBand: bandNamed(ask.band) };
  const origins: string[] = [];
  const noteOf = (text: string) => {
    if (!origins.includes(text)) origins.push(text);
    return origins.indexOf(text) + 1;
  };
  const plans = ask.choices.map((code) => ({ code, plan: planOf(choiceNamed(code)!.choice, ask.signedOn, subject) }));
  const sides = plans.map(({ code, plan }) => showSide(code, plan, { ask, subject, noteOf }));
  const isGP = subject.specialty === GENERAL_PRACTICE;
  const individual = plans.find(({ plan }) => plan.choice.contract === "individual")?.plan;
  const { provenance, ...evidence } = evidenceFor(individual?.band ?? null, isGP);
  return {
    ask,
    sides,
    origins,
    asksBand: individual !== undefined && !individual.isBandProven,
    bandSentence: bandSentence(ask, individual),
    cost: costOf(ask),
    evidence: { ...evidence, origin: originText(provenance) },
  };
}

function bandSentence({ band }: AidAsk, plan: AidPlan | undefined): string | null {
  if (plan === undefined || plan.isBandProven) return null;
  const given = BAND_CHOICES.find(({ code }) => code === band);
  return given
    ? french(`Tranche de patientèle saisie : ${given.label}.`)
    : french("La tranche de patientèle n'est pas connue : les montants sont une fourchette.");
}

interface Around {
  readonly ask: AidAsk;
  readonly subject: AidSubject;
  readonly noteOf: (text: string) => number;
}

function showSide(code: string, plan: AidPlan, { ask, subject, noteOf }: Around): ShownSide {
  const { label, short } = choiceNamed(code)!;
  const cost = yearlyCost(ask.monthlyCents, plan.choice.etp);
  const remainders = plan.years.map((year) => remainderOf(cost, year));
  return {
    code,
    label,
    short,
    contract: plan.choice.contract,
    version: capital(plan.version.name),
    versionId: plan.version.id,
    opening: plan.opening.available,
    openingSentence: plan.opening.sentence,
    years: plan.years.map((year, index) => ({
      contractYear: year.contractYear,
      startsOn: year.startsOn,
      aid: amountText(year.minCents, year.maxCents, year.isCeiling),
      minCents: year.minCents,
      maxCents: year.maxCents,
      remainder: remainderText(remainders[index] ?? null),
      note: noteOf(french(`${year.table} : ${originText(year.provenance)}`)),
    })),
    total:
      plan.years.length === 0
        ? null
        : amountText(plan.totalMinCents, plan.totalMaxCents, plan.ceilingFromYear !== null),
    totalMaxCents: plan.totalMaxCents,
    totalRemainder: remainderText(totalOf(remainders)),
    ceilingFromYear: plan.ceilingFromYear,
    switchesOn: plan.switchesOn,
    expectations: expectationsOf(plan, subject).map(({ sentence, provenance, isOpen }) => ({
      sentence,
      isOpen,
      origin: originText(provenance),
    })),
  };
}

/** Five years together; null when one of them is not known. */
function totalOf(remainders: readonly (Remainder | null)[]): Remainder | null {
  if (remainders.length === 0 || !remainders.every((each) => each !== null)) return null;
  const sum = (of: (each: Remainder) => number) => remainders.reduce((total, each) => total + of(each), 0);
  const hasCeiling = remainders.some(({ withoutAidCents }) => withoutAidCents !== null);
  return {
    minCents: sum(({ minCents }) => minCents),
    maxCents: sum(({ maxCents }) => maxCents),
    withoutAidCents: hasCeiling ? sum(({ maxCents, withoutAidCents }) => withoutAidCents ?? maxCents) : null,
  };
}

/** The objective reached; under a ceiling it may be more. */
function remainderText(remainder: Remainder | null): string | null {
  if (remainder === null) return null;
  const { minCents, maxCents, withoutAidCents } = remainder;
  if (withoutAidCents === null && maxCents === 0) return "aucun";
  const range = rangeText({ minCents, maxCents });
  return withoutAidCents === null ? range : `${range} ou plus`;
}

function rangeText({ minCents, maxCents }: Range): string {
  if (minCents === maxCents) return wholeEuros(maxCents);
  return `${number(Math.round(minCents / 100))} à ${wholeEuros(maxCents)}`;
}

function costOf({ monthlyCents }: AidAsk): ShownSimulation["cost"] {
  if (monthlyCents !== null)
    return {
      sentence: french(`Coût employeur saisi : ${wholeEuros(monthlyCents)} par mois pour un temps plein.`),
      origin: null,
    };
  const { monthlyMinCents: minCents, monthlyMaxCents: maxCents, provenance } = PROPOSED_COST;
  const salary = rangeText({ minCents: BRANCH_SALARY.grossMinCents, maxCents: BRANCH_SALARY.grossMaxCents });
  return {
    sentence: french(
      `Coût employeur proposé : ${rangeText({ minCents, maxCents })} par mois pour un temps plein, à remplacer par ` +
        `celui du cabinet. Salaire brut de la branche au 1er janvier 2024 : ${salary}.`,
    ),
    origin: french(`${originText(provenance)} ; salaire : ${originText(BRANCH_SALARY.provenance)}`),
  };
}
