import { type Arm, armOf, type PracticeCount } from "~/campaigns/results/arm";

/** Mulberry32: the same campaigns at each run. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Given {
  readonly practices: number;
  /** Share of doctors who would have succeeded without any letter. */
  readonly rate: number;
  /** Share of practices whose doctors all decide as one. */
  readonly alike: number;
  readonly holdout: number;
  /** What the letter adds to the rate. */
  readonly effect: number;
}

interface Sides {
  readonly letter: Arm;
  readonly holdout: Arm;
}

const WEEKS = 8;

/** A campaign drawn as the product draws it: by practice, of one to six doctors. */
export function draw(random: () => number, given: Given): Sides & { readonly byWeek: readonly Sides[] } {
  const drawn = Array.from({ length: given.practices }, () => {
    const isHeldOut = random() < given.holdout;
    const rate = given.rate + (isHeldOut ? 0 : given.effect);
    const doctors = 1 + Math.floor(random() ** 2 * 6);
    const together = random() < given.alike ? random() < rate : null;
    const weeks = Array.from({ length: doctors }, () =>
      (together ?? random() < rate) ? Math.floor(random() * WEEKS) : WEEKS,
    );
    return { isHeldOut, doctors, weeks };
  });
  const until = (last: number): Sides => {
    const counts = (isHeldOut: boolean): PracticeCount[] =>
      drawn
        .filter((practice) => practice.isHeldOut === isHeldOut)
        .map(({ doctors, weeks }) => ({ doctors, successes: weeks.filter((week) => week <= last).length }));
    return { letter: armOf(counts(false)), holdout: armOf(counts(true)) };
  };
  return { ...until(WEEKS - 1), byWeek: Array.from({ length: WEEKS }, (_, week) => until(week)) };
}
