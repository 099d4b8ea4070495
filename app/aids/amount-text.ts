import { wholeEuros } from "~/format/euros";
import { NO_BREAK } from "~/format/typography";

export const ASK_FUND = "à vérifier auprès de la caisse";

/** A ceiling reads as one, a range as what is not known; the letter, the pages and the paper say it alike. */
export function amountText(min: number | null, max: number | null, isCeiling: boolean): string {
  if (min === null || max === null) return ASK_FUND;
  if (min === max) return isCeiling ? `jusqu'à ${wholeEuros(max)}` : wholeEuros(max);
  const range = `${wholeEuros(min).replace(`${NO_BREAK}€`, "")} à ${wholeEuros(max)}`;
  return isCeiling ? `${range} au plus` : range;
}
