import { CONTRACT_YEARS } from "~/aids/simulate";
import { addYears, type Day } from "~/calendar/day";

/** 1 until the first anniversary; the last year goes on until somebody closes the contract. */
export function contractYearOn(startsOn: Day, day: Day): number {
  let year = 1;
  while (year < CONTRACT_YEARS && addYears(startsOn, year) <= day) year += 1;
  return year;
}
