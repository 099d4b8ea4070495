import { addYears, type Day, parseDay } from "~/calendar/day";
import { INDIVIDUAL_VERSIONS } from "~/eligibility/versions";
import { dayMonthYear } from "~/format/dates";
import { number } from "~/format/numbers";
import { french } from "~/format/typography";
import { bandNamed } from "./band-choice";
import { choiceNamed } from "./choice";

/** As an address carries it: two formulas, a day of signature, a monthly cost in euros, a band of patients. */
export interface AskText {
  readonly a: string;
  readonly b: string;
  readonly le: string;
  readonly cout: string;
  readonly tranche: string;
}

export interface AidAsk {
  /** Codes of one or two formulas, never twice the same. */
  readonly choices: readonly string[];
  readonly signedOn: Day;
  /** What the employer pays a month for a full-time equivalent; null = the proposed range. */
  readonly monthlyCents: number | null;
  /** Code of a band the caisse gave; only read where the list proves none. */
  readonly band: string | null;
}

export const NO_SECOND = "aucune";
const [FIRST, SECOND] = ["temps-plein", "mi-temps"];
/** Nobody signs further ahead; the texts of then are not written. */
const YEARS_AHEAD = 5;
/** Per month: wider than any salary of the branch, so that only a slip is refused. */
const COST_EUROS = { least: 500, most: 10_000 } as const;

/** What makes no sense falls back, and says so. */
export function readAsk(text: AskText, today: Day, usualDay: Day) {
  const problems: Partial<Record<"le" | "cout", string>> = {};
  const first = choiceNamed(text.a)?.code ?? FIRST!;
  const wanted = text.b === NO_SECOND ? null : (choiceNamed(text.b)?.code ?? SECOND!);
  const second = wanted === first ? null : wanted;
  const earliest = INDIVIDUAL_VERSIONS[0]!.since;
  const day = parseDay(text.le);
  const isPossible = day !== null && day >= earliest && day <= addYears(today, YEARS_AHEAD);
  if (text.le.trim() !== "" && !isPossible)
    problems.le = french(
      `Indiquez un jour à partir du ${dayMonthYear(earliest)}, et dans moins de ${YEARS_AHEAD} ans.`,
    );
  const monthlyCents = readCost(text.cout);
  if (text.cout.trim() !== "" && monthlyCents === null)
    problems.cout = french(
      `Indiquez un montant de ${number(COST_EUROS.least)} à ${number(COST_EUROS.most)} € par mois, ou laissez vide.`,
    );
  const ask: AidAsk = {
    choices: second === null ? [first] : [first, second],
    signedOn: isPossible ? day : usualDay,
    monthlyCents,
    band: bandNamed(text.tranche) === null ? null : text.tranche,
  };
  return { ask, problems };
}

/** The address of an ask: the same ask always has the same one. */
export function writeAsk({ choices, signedOn, monthlyCents, band }: AidAsk): string {
  const [a = FIRST!, b = NO_SECOND] = choices;
  return new URLSearchParams({
    a,
    b,
    le: signedOn,
    ...(monthlyCents === null ? {} : { cout: String(monthlyCents / 100).replace(".", ",") }),
    ...(band === null ? {} : { tranche: band }),
  }).toString();
}

/** « 2 450 », « 2450,50 »: cents, or null. */
function readCost(text: string): number | null {
  const plain = text.replace(/[\s€]/g, "").replace(",", ".");
  if (!/^\d{1,6}(\.\d{1,2})?$/.test(plain)) return null;
  const euros = Number(plain);
  return euros >= COST_EUROS.least && euros <= COST_EUROS.most ? Math.round(euros * 100) : null;
}
