import { cutOf, type Law, MOST, type Road, roadsOf } from "./hazards";
import { BAND_OF_AGE, LOST, OLDEST, SIGNED } from "./states";
import { STANDING, standingAt } from "./tally";
import { type Course, factorsOf } from "./walk";

const AGES = OLDEST + 1;

/** The chance that somebody who stands there today has signed by the deadline, for every group, state and age. */
export function chancesOf(law: Law, rates: readonly Float64Array[], course: Course): Float64Array {
  const chances = new Float64Array(rates.length * STANDING);
  // Backwards from the deadline, and from the contract: what a step leads to within the week is known before it.
  const roads = roadsOf(law).reverse();
  for (const [group, rate] of rates.entries()) {
    let after = new Float64Array(STANDING);
    for (let left = 1; left <= course.weeks; left++) {
      const now = new Float64Array(STANDING);
      const factor = factorsOf(course, course.weeks - left);
      for (const road of roads)
        for (let age = 0; age < AGES; age++)
          now[standingAt(0, road.from, age)] = chanceOf(road, age, { rate, factor, now, after });
      after = now;
    }
    for (let at = 0; at < STANDING; at++) {
      const age = at % AGES;
      chances[group * STANDING + at] = after[at - age + Math.min(OLDEST, age + 1)]!;
    }
  }
  return chances;
}

interface Week {
  readonly rate: Float64Array;
  readonly factor: (to: number) => number;
  readonly now: Float64Array;
  readonly after: Float64Array;
}

function chanceOf({ from, steps }: Road, age: number, { rate, factor, now, after }: Week): number {
  let [leaving, chance] = [0, 0];
  for (const { to, first } of steps) {
    const share = rate[first + BAND_OF_AGE[age]!]! * factor(to);
    leaving += share;
    chance += share * (to === SIGNED ? 1 : (from === LOST ? after : now)[standingAt(0, to, 0)]!);
  }
  return (
    chance * cutOf(leaving) + (1 - Math.min(MOST, leaving)) * after[standingAt(0, from, Math.min(OLDEST, age + 1))]!
  );
}
