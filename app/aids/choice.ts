import { capital } from "~/eligibility/assessment";
import { french } from "~/format/typography";
import type { StaffingOption } from "./options";

/** One side of a comparison: an individual option, or full-time equivalents of a collective contract. */
export type Choice =
  | { readonly contract: "individual"; readonly option: StaffingOption; readonly etp: number }
  | { readonly contract: "collective"; readonly etp: number };

interface Named {
  readonly code: string;
  /** In a list of choices. */
  readonly label: string;
  /** At the head of a column. */
  readonly short: string;
  readonly choice: Choice;
}

/** Half steps of a collective contract are not offered: their price was not found. */
const MOST_COLLECTIVE_ETP = 6;

/** Every formula, by the word an address carries. */
export const CHOICES: readonly Named[] = [
  individual("mi-temps", "0.5", 0.5, "mi-temps"),
  individual("temps-plein", "1", 1, "temps plein"),
  individual("deuxieme-mi-temps", "1.5", 1.5, "deuxième assistant, mi-temps"),
  individual("deuxieme-temps-plein", "2", 2, "deuxième assistant, temps plein"),
  individual("tiers-temps", "1/3", 1 / 3, "tiers temps"),
  ...Array.from({ length: MOST_COLLECTIVE_ETP }, (_, index) => collective(index + 1)),
];

export function choiceNamed(code: string): Named | undefined {
  return CHOICES.find((each) => each.code === code);
}

function individual(code: string, option: StaffingOption, etp: number, what: string): Named {
  return {
    code,
    label: french(`Individuel : ${what}`),
    short: capital(what),
    choice: { contract: "individual", option, etp },
  };
}

function collective(etp: number): Named {
  return {
    code: `collectif-${etp}`,
    label: french(`Collectif : ${etp} ETP`),
    short: french(`Collectif, ${etp} ETP`),
    choice: { contract: "collective", etp },
  };
}
