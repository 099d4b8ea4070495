import { number } from "./numbers";
import { NO_BREAK } from "./typography";

/** Integer cents in, « 38 000 € » out; cents show only when there are some: « 1 234,50 € ». */
export function euros(cents: number): string {
  const exact = cents % 100 !== 0;
  const whole = number(Math.trunc(cents / 100));
  const sign = cents < 0 && whole === "0" ? "−" : "";
  const fraction = exact ? `,${String(Math.abs(cents % 100)).padStart(2, "0")}` : "";
  return `${sign}${whole}${fraction}${NO_BREAK}€`;
}

/** For sentences and charts, where cents would only be noise: 3812345 → « 38 123 € ». */
export function wholeEuros(cents: number): string {
  return euros(Math.round(cents / 100) * 100);
}
