import { FAMILY_LABELS, type SpecialtyFamily } from "~/doctors/specialty";
import { number } from "~/format/numbers";
import { FEATURES, type Feature } from "./declared";
import type { Model } from "./model";

interface Strength {
  readonly name: string;
  /** Odds are multiplied by this. */
  readonly times: number;
}

/** Less than a twentieth more or less would be read as « par 1 ». */
export const LEAST_WEIGHT = 0.05;
const MOST = 12;

/** Terms in words, the heaviest first: a number counts for one deviation above its mean. */
export function strengthsOf({ terms }: Pick<Model, "terms">): Strength[] {
  return terms
    .map((term) => ({ name: nameOf(term), times: Math.exp(term.weight) }))
    .sort((a, b) => Math.abs(Math.log(b.times)) - Math.abs(Math.log(a.times)))
    .filter(({ times }) => Math.abs(Math.log(times)) >= LEAST_WEIGHT)
    .slice(0, MOST);
}

function nameOf(term: Model["terms"][number]): string {
  const feature = FEATURES[term.column as Feature] ?? term.column;
  if (term.kind === "missing") return `${feature} : non connu`;
  if (term.kind === "number") return `${feature}, nettement plus que la moyenne`;
  return `${feature} : ${wordOf(term.word)}`;
}

export const wordOf = (value: string): string => WORDS[value] ?? FAMILY_LABELS[value as SpecialtyFamily] ?? value;

const WORDS: Readonly<Record<string, string>> = {
  true: "oui",
  false: "non",
  ZV: "zone de vigilance",
  HZ: "hors zonage",
  YES: "oui",
  NO: "non",
  COMMITTED_2Y: "engagement pris",
};

/** « multiplie les chances par 1,8 ». */
export function timesOf(times: number): string {
  return times >= 1
    ? `multiplie les chances par ${number(times, 1)}`
    : `divise les chances par ${number(1 / times, 1)}`;
}
