import { NO_BREAK } from "./typography";

/** Minutes of road or of visit: 65 → « 1 h 05 », 25 → « 25 min ». */
export function minutes(count: number): string {
  const whole = Math.round(count);
  if (whole < 60) return `${whole}${NO_BREAK}min`;
  const [hours, rest] = [Math.floor(whole / 60), whole % 60];
  return `${hours}${NO_BREAK}h${rest ? NO_BREAK + String(rest).padStart(2, "0") : ""}`;
}

/** A time left, never more exact than it can be: « moins d'une minute », « environ 2 min », « environ 1 h 20 ». */
export function about(seconds: number): string {
  if (seconds < 45) return "moins d'une minute";
  const count = Math.round(seconds / 60);
  if (count < 60) return `environ ${minutes(Math.max(1, count))}`;
  return `environ ${minutes(Math.round(count / 10) * 10)}`;
}
