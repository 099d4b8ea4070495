import { number } from "./numbers";
import { NO_BREAK } from "./typography";

const UNITS = ["o", "ko", "Mo", "Go", "To"];

/** Decimal units, as file managers show them: 823400000 → « 823 Mo », 1240000000 → « 1,2 Go ». */
export function bytes(count: number): string {
  let [value, unit] = [count, 0];
  while (value >= 999.5 && unit < UNITS.length - 1) [value, unit] = [value / 1000, unit + 1];
  return `${number(value, unit > 0 && value < 9.95 ? 1 : 0)}${NO_BREAK}${UNITS[unit]}`;
}
