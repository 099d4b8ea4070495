import type { Chance } from "./chance";
import { BANDS, canMove, OPEN_STATES, SIGNED, STATE_COUNT } from "./states";
import { cellOf, exposureOf, type Tally } from "./tally";

/**
 * The law of steps: by state, step and band of age for everybody, times how each group departs from it. Both are gamma
 * laws: what little a group has shown is shrunk towards the whole, the more so the more alike the groups are.
 */
export interface Law {
  readonly shape: Float64Array;
  readonly rate: Float64Array;
  /** By group, state and step. */
  readonly departures: readonly { readonly shape: Float64Array; readonly rate: Float64Array }[];
  /** Steps ever taken, so that the others cost nothing. */
  readonly steps: readonly Step[];
}

interface Step {
  readonly from: number;
  readonly to: number;
  /** Place of its first band. */
  readonly first: number;
}

/** A band leans on the one before it as if one step had been seen there; from nine weeks on, on less than it: it fades. */
const [LEAN, FADING_BAND, FADE] = [1, 5, 0.85] as const;
const LAST_BAND = BANDS - 1;
export const stepOf = (from: number, to: number) => from * STATE_COUNT + to;

/** @param prior counts of all caisses, when they are known: then a caisse alone departs from the nation. */
export function lawOf(tallies: readonly Tally[], whole: Tally, prior: Tally | null): Law {
  const ground = prior ?? whole;
  const steps = OPEN_STATES.flatMap((from) =>
    Array.from({ length: STATE_COUNT }, (_, to) => ({ from, to, first: cellOf(from, to, 0) })).filter(
      ({ to }) => canMove(from, to) && sumBands((band) => ground.moves[cellOf(from, to, band)]!) > 0,
    ),
  );
  const shape = new Float64Array(ground.moves.length);
  const rate = new Float64Array(ground.moves.length);
  for (const { from, to } of steps) {
    const seen = sumBands((band) => ground.moves[cellOf(from, to, band)]!);
    let before = (seen + 0.5) / (sumBands((band) => ground.weeks[exposureOf(from, band)]!) + 1);
    for (let band = 0; band < BANDS; band++) {
      const at = cellOf(from, to, band);
      if (band >= FADING_BAND) before *= FADE;
      shape[at] = ground.moves[at]! + LEAN;
      rate[at] = ground.weeks[exposureOf(from, band)]! + LEAN / before;
      before = shape[at]! / rate[at]!;
    }
  }
  return { shape, rate, steps, departures: departuresOf(tallies, steps, (at) => shape[at]! / rate[at]!) };
}

const sumBands = (of: (band: number) => number) => Array.from({ length: BANDS }, (_, band) => of(band)).reduce(add, 0);
const add = (a: number, b: number) => a + b;

function departuresOf(tallies: readonly Tally[], steps: Law["steps"], mean: (at: number) => number) {
  const seen = tallies.map((tally) =>
    steps.map(({ from, to }) => ({
      moves: sumBands((band) => tally.moves[cellOf(from, to, band)]!),
      expected: sumBands((band) => tally.weeks[exposureOf(from, band)]! * mean(cellOf(from, to, band))),
    })),
  );
  const likeness = [true, false].map((isSigning) =>
    likenessOf(seen.flatMap((group) => group.filter((_, at) => (steps[at]!.to === SIGNED) === isSigning))),
  );
  return seen.map((group) => {
    const shape = new Float64Array(STATE_COUNT * STATE_COUNT).fill(1);
    const rate = new Float64Array(STATE_COUNT * STATE_COUNT).fill(1);
    for (const [at, { from, to }] of steps.entries()) {
      const alike = likeness[to === SIGNED ? 0 : 1]!;
      shape[stepOf(from, to)] = alike + group[at]!.moves;
      rate[stepOf(from, to)] = alike + group[at]!.expected;
    }
    return { shape, rate };
  });
}

/** Empirical Bayes: how much more the groups differ than chance makes them, by the method of moments. */
function likenessOf(seen: readonly { moves: number; expected: number }[]): number {
  const expected = seen.reduce((sum, each) => sum + each.expected, 0);
  const squares = seen.reduce((sum, each) => sum + each.expected ** 2, 0);
  const excess = seen.reduce((sum, each) => sum + (each.moves - each.expected) ** 2, 0) - expected;
  if (squares === 0 || excess <= 0) return 200;
  return Math.min(200, Math.max(2, squares / excess));
}

/** A count that chance alone does not explain teaches less than it seems: by how much, for contracts and other steps. */
export interface Doubt {
  readonly signing: number;
  readonly advancing: number;
}

/** Chances of each step a week, one group after the other: one draw from the law, or its middle without chance. */
export function ratesOf(law: Law, chance: Chance | null, doubt: Doubt = { signing: 1, advancing: 1 }): Float64Array[] {
  const drawn = (to: number, shape: number, rate: number) => {
    const over = to === SIGNED ? doubt.signing : doubt.advancing;
    return chance ? chance.gamma(shape / over, rate / over) : shape / rate;
  };
  const shared = new Float64Array(law.shape.length);
  for (const { to, first } of law.steps)
    for (let at = first; at <= first + LAST_BAND; at++) shared[at] = drawn(to, law.shape[at]!, law.rate[at]!);
  return law.departures.map(({ shape, rate }) => {
    const rates = new Float64Array(law.shape.length);
    for (const { from, to, first } of law.steps) {
      const departure = drawn(to, shape[stepOf(from, to)]!, rate[stepOf(from, to)]!);
      for (let at = first; at <= first + LAST_BAND; at++) rates[at] = shared[at]! * departure;
    }
    return rates;
  });
}

/** The steps out of one state. */
export interface Road {
  readonly from: number;
  readonly steps: readonly Step[];
}

export const roadsOf = ({ steps }: Law): Road[] =>
  OPEN_STATES.map((from) => ({ from, steps: steps.filter((step) => step.from === from) }));

/** Not everybody leaves in one week, whatever is drawn: rates that say more are cut in proportion. */
export const MOST = 0.98;
export const cutOf = (leaving: number) => (leaving > MOST ? MOST / leaving : 1);
