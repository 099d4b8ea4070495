import { number, percent } from "~/format/numbers";
import { french } from "~/format/typography";
import { FEATURES, type Feature, type Practice } from "../model/declared";
import type { Bin } from "../model/evaluation";
import type { Contribution } from "../model/model";
import { LEAST_WEIGHT, timesOf, wordOf } from "../model/strengths";

const COUNTS = ["zéro", "une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"] as const;

/** « Environ une chance sur six »; well above one in three, in tenths. */
export function oddsOf(chance: number): string {
  if (chance >= 0.95) return "Presque certain";
  if (chance > 0.36) return `Environ ${COUNTS[Math.round(chance * 10)]} chances sur dix`;
  const among = Math.round(1 / Math.max(chance, 1e-9));
  if (among > 50) return "Moins d'une chance sur cinquante";
  return `Environ une chance sur ${COUNTS[among] ?? number(among)}`;
}

/** One fifth more or less than the mean is not a difference one would act upon. */
const NEAR = 1.2;

export function againstMean(chance: number, mean: number): string {
  const times = chance / mean;
  const told = `la moyenne de la caisse, ${percent(mean, 0)}`;
  if (times > NEAR) return french(`Plus que ${told}.`);
  if (times < 1 / NEAR) return french(`Moins que ${told}.`);
  return french(`À peu près comme ${told}.`);
}

interface ChanceRange {
  readonly low: number;
  readonly high: number;
  /** Doctors of the past to whom a like chance had been given, and the share of them who signed. */
  readonly doctors: number;
  readonly came: number;
}

/** Half-width of the interval that holds four times in five, in standard deviations. */
const EIGHTY = 1.2816;

/** What happened to those to whom the model gave a like chance before it knew, by Wilson's interval at 80 %. */
export function rangeOf(bins: readonly Bin[], chance: number): ChanceRange {
  const near = bins.reduce((best, bin) => (Math.abs(bin.told - chance) < Math.abs(best.told - chance) ? bin : best));
  const { doctors, came } = near;
  const z = EIGHTY ** 2;
  const middle = (came + z / (2 * doctors)) / (1 + z / doctors);
  const half = (EIGHTY / (1 + z / doctors)) * Math.sqrt((came * (1 - came)) / doctors + z / (4 * doctors ** 2));
  return { low: Math.min(chance, middle - half), high: Math.max(chance, middle + half), doctors, came };
}

/** The back-test as one would tell it: the ends of what was announced, and what came of them. */
export function worthOf(bins: readonly Bin[], rows: number, signed: number): string {
  const [least, most] = [bins[0]!, bins.at(-1)!];
  const said = ({ told, came }: Bin) => `${percent(told, 0)} annoncés, ${percent(came, 0)} observés`;
  return `Éprouvé sur ${number(rows)} médecins et ${number(signed)} contrats de mois qu'il ne connaissait pas, il fait mieux que la moyenne de la caisse. Le dixième de médecins le plus probable : ${said(most)}. Le moins probable : ${said(least)}.`;
}

interface Reasons {
  readonly raising: readonly string[];
  readonly lowering: readonly string[];
}

/** What weighs for this practice, the heaviest first; what hardly weighs is not said. */
export function reasonsOf(contributions: readonly Contribution[], practice: Practice): Reasons {
  const told = contributions.filter(({ times }) => Math.abs(Math.log(times)) >= LEAST_WEIGHT);
  const say = ({ column, times }: Contribution) =>
    french(`${sayOf(column as Feature, practice[column as Feature])} : ${timesOf(times)}`);
  return {
    raising: told.filter(({ times }) => times > 1).map(say),
    lowering: told.filter(({ times }) => times < 1).map(say),
  };
}

function sayOf(feature: Feature, value: Practice[Feature]): string {
  const name = FEATURES[feature];
  if (value === null) return `${name} non connu`;
  return `${name} (${typeof value === "number" ? number(value) : wordOf(String(value))})`;
}
