import { type Law, MOST, type Road, roadsOf } from "./hazards";
import { BAND_OF_AGE, BANDS, LOST, OLDEST, SIGNED, STATE_COUNT } from "./states";
import { STANDING } from "./tally";

/** One future, week by week: the last week may be cut short by the deadline. */
export interface Course {
  readonly weeks: number;
  /** The part of the last week that lies before the deadline. */
  readonly lastPart: number;
  readonly signing: (week: number) => number;
  readonly advancing: (week: number) => number;
  /** Newcomers of a week in a group and state. */
  readonly entering: (week: number, group: number, state: number) => number;
}

// Read some millions of times a forecast: near at hand.
const [AGES, LAST_BAND, MOST_LEAVE] = [OLDEST + 1, BANDS - 1, MOST];
const bandOf = Uint8Array.from(BAND_OF_AGE);

/** Expected contracts gained by the end of each week. */
export function walk(law: Law, rates: readonly Float64Array[], standing: Float64Array, course: Course): Float64Array {
  const gained = new Float64Array(course.weeks);
  for (let group = 0; group < rates.length; group++) {
    const people = standing.slice(group * STANDING, (group + 1) * STANDING);
    const back = new Float64Array(STATE_COUNT);
    const roads = roadsOf(law);
    for (let week = 0; week < course.weeks; week++) {
      grow(people);
      for (let state = 0; state < STATE_COUNT; state++) {
        people[state * AGES]! += back[state]! + course.entering(week, group, state);
        back[state] = 0;
      }
      gained[week]! += passWeek(roads, { people, back }, rates[group]!, factorsOf(course, week));
    }
  }
  for (let week = 1; week < course.weeks; week++) gained[week]! += gained[week - 1]!;
  return gained;
}

function grow(people: Float64Array): void {
  for (let state = 0; state < STATE_COUNT; state++) {
    const first = state * AGES;
    people[first + AGES - 1]! += people[first + AGES - 2]!;
    people.copyWithin(first + 1, first, first + AGES - 2);
    people[first] = 0;
  }
}

export const factorsOf = (course: Course, week: number) => {
  const part = week === course.weeks - 1 ? course.lastPart : 1;
  const [signing, advancing] = [course.signing(week) * part, course.advancing(week) * part];
  return (to: number) => (to === SIGNED ? signing : to === LOST ? part : advancing);
};

/** States upwards, so that two steps may be taken the same week; the lost come last and come back the week after. */
function passWeek(
  roads: readonly Road[],
  { people, back }: { people: Float64Array; back: Float64Array },
  rates: Float64Array,
  factor: (to: number) => number,
): number {
  let signed = people[SIGNED * AGES]!;
  people[SIGNED * AGES] = 0;
  const [inBand, leaving] = [new Float64Array(LAST_BAND + 1), new Float64Array(LAST_BAND + 1)];
  for (const { from, steps } of roads) {
    const start = from * AGES;
    if (!sumByBand(inBand, people, start)) continue;
    sumLeaving(leaving, steps, rates, factor);
    for (let band = 0; band <= LAST_BAND; band++) inBand[band]! *= Math.min(1, MOST_LEAVE / leaving[band]!);
    for (const { to, first } of steps) {
      let moving = 0;
      for (let band = 0; band <= LAST_BAND; band++) moving += inBand[band]! * rates[first + band]!;
      moving *= factor(to);
      if (to === SIGNED) signed += moving;
      else if (from === LOST) back[to]! += moving;
      else people[to * AGES]! += moving;
    }
    for (let age = 0; age < AGES; age++) people[start + age]! *= 1 - Math.min(MOST_LEAVE, leaving[bandOf[age]!]!);
  }
  return signed;
}

/** Whether anybody stands there. */
function sumByBand(inBand: Float64Array, people: Float64Array, start: number): boolean {
  inBand.fill(0);
  for (let age = 0; age < AGES; age++) inBand[bandOf[age]!]! += people[start + age]!;
  return inBand.some((count) => count > 0);
}

function sumLeaving(
  leaving: Float64Array,
  steps: Road["steps"],
  rates: Float64Array,
  factor: (to: number) => number,
): void {
  // A hair above nothing, so that it may be divided by.
  leaving.fill(1e-12);
  for (const { to, first } of steps) {
    const times = factor(to);
    for (let band = 0; band <= LAST_BAND; band++) leaving[band]! += rates[first + band]! * times;
  }
}
