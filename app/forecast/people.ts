import type { Chance } from "./chance";
import { OLDEST, STATE_COUNT, STATES, type State } from "./states";
import { type Knowledge, STANDING } from "./tally";

export interface Contributor {
  /** Where the doctor stands today; `new`: not met yet. */
  readonly from: State | "new";
  readonly doctors: number | null;
  /** Contracts still expected of them. */
  readonly expected: number;
}

/** @param inAll contracts expected of everybody, newcomers included. */
export function contributorsOf(known: Knowledge, chances: Float64Array, inAll: number): Contributor[] {
  const byState = Array.from({ length: STATE_COUNT }, () => ({ doctors: 0, expected: 0 }));
  for (let at = 0; at < known.standing.length; at++) {
    const state = byState[Math.floor((at % STANDING) / (OLDEST + 1))]!;
    state.doctors += known.standing[at]!;
    state.expected += known.standing[at]! * chances[at]!;
  }
  const ofKnown = byState.reduce((sum, { expected }) => sum + expected, 0);
  return [
    ...STATES.map((from, at) => ({ from, ...byState[at]! })).filter(({ doctors }) => doctors > 0),
    { from: "new" as const, doctors: null, expected: Math.max(0, inAll - ofKnown) },
  ];
}

/** How far the expected contracts are from a lottery: nearly sure ones vary less than chance over many would. */
export type Sureness = number;

export function surenessOf(known: Knowledge, chances: Float64Array, inAll: number): Sureness {
  let squares = 0;
  for (let at = 0; at < known.standing.length; at++) squares += known.standing[at]! * chances[at]! ** 2;
  return inAll > 0 ? Math.min(1, squares / inAll) : 0;
}

/** A whole number of contracts around what is expected. */
export function counted(mean: number, noise: number, sureness: Sureness, chance: Chance): number {
  if (mean <= 0) return 0;
  const times = noise - sureness;
  if (times > 1.02) return chance.poisson(chance.gamma(mean / (times - 1), 1 / (times - 1)));
  if (times > 0.98 || mean < 4) return chance.poisson(mean);
  return Math.max(0, Math.round(mean + Math.sqrt(mean * Math.max(0, times)) * chance.normal()));
}
