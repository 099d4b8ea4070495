import { number, percent } from "~/format/numbers";
import { french } from "~/format/typography";
import type { Measure, Told } from "./measures";

/** « 1 204 », « 3,4 », « 41,2 % »; hidden, « moins de 11 », « trop peu » for a share of so few, or « masqué ». */
export function toldText(measure: Measure, told: Told): string {
  if (told.hidden === null) return valueText(measure, told.value);
  if (told.hidden === "masked") return "masqué";
  return measure === "zip" || measure === "rate" ? "trop peu" : "moins de 11";
}

function valueText(measure: Measure, value: number): string {
  if (measure === "zip") return percent(value);
  if (measure === "rate") return number(value * 100, 1);
  return number(value);
}

/** What each class of the map holds: « de 12 à 40 ». */
export function classText(measure: Measure, ends: readonly number[], rank: number): string {
  if (rank === 0) return valueText(measure, 0);
  const to = valueText(measure, ends[rank - 1]!);
  return rank === 1 ? french(`jusqu'à ${to}`) : french(`plus de ${valueText(measure, ends[rank - 2]!)}, jusqu'à ${to}`);
}

export const HIDDEN_NOTE = french(
  "Un nombre de 1 à 10 n'est pas montré : « moins de 11 », et une part de si peu : « trop peu ». « Masqué » : montré, il permettrait d'en retrouver un autre par soustraction.",
);
