import { STAGES, type Stage } from "~/funnel/stage";

/** What may be told of a doctor: a stage of the funnel, or that they are lost. */
export type Step = Stage | "lost";

/** A doctor stands in one of eight states. What comes after the contract does not matter to its forecast. */
export const STATES = [
  "contacted",
  "appointment",
  "visited",
  "simulated",
  "intends",
  "filed",
  "signed",
  "lost",
] as const;
export type State = (typeof STATES)[number];

export const [SIGNED, LOST, STATE_COUNT] = [6, 7, 8] as const;
/** States one may leave: all but the contract. Those before it are read upwards within a week, the lost come last. */
export const OPEN_STATES = [0, 1, 2, 3, 4, 5, LOST] as const;

export function stateOf(step: Step): number {
  return step === "lost" ? LOST : Math.min(SIGNED, STAGES.indexOf(step));
}

/** Facts move forward only; a lost doctor may come back anywhere; a contract is never taken back. */
export function canMove(from: number | null, to: number): boolean {
  if (from === null) return true;
  if (from === SIGNED) return false;
  if (from === LOST) return to !== LOST;
  return to > from;
}

/** Ages of a standing, in weeks, by bands that widen: what happens, happens early. */
const BAND_STARTS = [0, 1, 2, 3, 5, 9, 14, 27] as const;
export const BANDS = BAND_STARTS.length;
/** From this age on, all weeks are alike. */
export const OLDEST = BAND_STARTS[BANDS - 1]!;
export const bandStart = (band: number): number => BAND_STARTS[band]!;
export const bandEnd = (band: number): number => BAND_STARTS[band + 1] ?? Number.POSITIVE_INFINITY;
export const BAND_OF_AGE: readonly number[] = Array.from({ length: OLDEST + 1 }, (_, age) =>
  BAND_STARTS.findLastIndex((start) => start <= age),
);
