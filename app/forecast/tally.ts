import type { Moves } from "./events";
import { type Followed, followedAt } from "./followed";
import { BAND_OF_AGE, BANDS, bandEnd, bandStart, canMove, LOST, OLDEST, SIGNED, STATE_COUNT } from "./states";

/** Weeks after which a fact counts half: habits change, and the recent ones speak for the coming weeks. */
const HALF_LIFE = 52;

export const cellOf = (from: number, to: number, band: number) => (from * STATE_COUNT + to) * BANDS + band;
export const exposureOf = (from: number, band: number) => from * BANDS + band;
const CELLS = STATE_COUNT * STATE_COUNT * BANDS;
const EXPOSURES = STATE_COUNT * BANDS;

/** How often each step was taken, and how often it could have been: weeks counted by age, cut at the day of reading. */
export interface Tally {
  readonly moves: Float64Array;
  readonly weeks: Float64Array;
}

/** All that a day knows. Weeks end at that day; week 0 is the first one of the history. */
export interface Knowledge extends Followed {
  readonly weeks: number;
  /** By group. */
  readonly tallies: readonly Tally[];
  readonly whole: Tally;
  /** Who stands where today: group, state and age in weeks. */
  readonly standing: Float64Array;
  /** By week: newcomers, contracts, other steps forward. */
  readonly arrivals: Float64Array;
  readonly signings: Float64Array;
  readonly advances: Float64Array;
  /** By group and state of entry, recent ones counting more. */
  readonly entries: Float64Array;
  /** By week, state and band, unweighted: who could have moved. */
  readonly atRisk: Float64Array;
}

export const STANDING = STATE_COUNT * (OLDEST + 1);
export const standingAt = (group: number, state: number, age: number) => group * STANDING + state * (OLDEST + 1) + age;

/** Weeks after which a newcomer's profile counts half: campaigns turn from one public to another. */
const ENTRY_HALF_LIFE = 13;

export function knowledgeAt(moves: Moves, asof: number): Knowledge | null {
  const { first, ...counts } = followedAt(moves, asof);
  if (first > asof) return null;
  const weeks = Math.floor((asof - first) / 7) + 1;
  const known = blank(weeks, moves.groups.length);
  const weekOf = (day: number) => weeks - 1 - Math.floor((asof - day) / 7);
  const weight = cumulatedWeights(weeks);
  for (let at = 0; at < moves.doctor.length; at++) {
    if (moves.day[at]! > asof || moves.day[at]! < first) continue;
    const [doctor, state] = [moves.doctor[at]!, moves.state[at]!];
    const [group, week] = [moves.group[doctor]!, weekOf(moves.day[at]!)];
    const isFirst = at === 0 || moves.doctor[at - 1] !== doctor;
    const newcomer = 0.5 ** ((weeks - 1 - week) / ENTRY_HALF_LIFE);
    if (isFirst) known.entries[group * STATE_COUNT + state]! += newcomer;
    countMove(known, week, isFirst ? null : state);
    if (state === SIGNED) continue;
    const next = nextMove(moves, at, asof);
    const until = next === null ? weeks - 1 : weekOf(next.day);
    addStay(known, known.tallies[group]!, weight, { state, from: week, until, to: next?.state ?? null });
    if (next === null) known.standing[standingAt(group, state, Math.min(OLDEST, weeks - 1 - week))]! += 1;
  }
  sumRisks(known.atRisk, weeks);
  return { ...known, ...counts, weeks, whole: sumOf(known.tallies) };
}

function nextMove(moves: Moves, at: number, asof: number): { day: number; state: number } | null {
  if (at + 1 >= moves.doctor.length || moves.doctor[at + 1] !== moves.doctor[at]) return null;
  const [day, state] = [moves.day[at + 1]!, moves.state[at + 1]!];
  return day > asof ? null : { day, state };
}

/** @param state where a known doctor went; null: a doctor not known before. */
function countMove(known: ReturnType<typeof blank>, week: number, state: number | null): void {
  if (state === LOST) return;
  const counts = state === null ? known.arrivals : state === SIGNED ? known.signings : known.advances;
  counts[week]! += 1;
}

function blank(weeks: number, groups: number) {
  return {
    tallies: Array.from({ length: groups }, () => emptyTally()),
    standing: new Float64Array(groups * STANDING),
    arrivals: new Float64Array(weeks),
    signings: new Float64Array(weeks),
    advances: new Float64Array(weeks),
    entries: new Float64Array(groups * STATE_COUNT),
    atRisk: new Float64Array((weeks + 1) * EXPOSURES),
  };
}

export const emptyTally = (): Tally => ({ moves: new Float64Array(CELLS), weeks: new Float64Array(EXPOSURES) });

export function sumOf(tallies: readonly Tally[]): Tally {
  const sum = emptyTally();
  for (const { moves, weeks } of tallies) {
    for (let at = 0; at < CELLS; at++) sum.moves[at]! += moves[at]!;
    for (let at = 0; at < EXPOSURES; at++) sum.weeks[at]! += weeks[at]!;
  }
  return sum;
}

/**
 * The weight of week w is the difference of places w + 1 and w. Scaled so that weighted counts are worth as many facts as
 * they teach (Kish's effective number), which is what the laws drawn from them need.
 */
function cumulatedWeights(weeks: number): Float64Array {
  const weightOf = (week: number) => 0.5 ** ((weeks - 1 - week) / HALF_LIFE);
  let [sum, squares] = [0, 0];
  for (let week = 0; week < weeks; week++) {
    sum += weightOf(week);
    squares += weightOf(week) ** 2;
  }
  const sums = new Float64Array(weeks + 1);
  for (let week = 0; week < weeks; week++) sums[week + 1] = sums[week]! + (weightOf(week) * sum) / squares;
  return sums;
}

type Stay = { state: number; from: number; until: number; to: number | null };

/** One chance to move a week, from the week of entry to the last one: somebody who has not moved yet counts as not yet. */
function addStay({ atRisk }: { atRisk: Float64Array }, tally: Tally, weight: Float64Array, stay: Stay): void {
  const { state, from, until, to } = stay;
  for (let band = 0; band < BANDS && from + bandStart(band) <= until; band++) {
    const begin = from + bandStart(band);
    const end = Math.min(until + 1, from + bandEnd(band));
    tally.weeks[exposureOf(state, band)]! += weight[end]! - weight[begin]!;
    atRisk[begin * EXPOSURES + exposureOf(state, band)]! += 1;
    atRisk[end * EXPOSURES + exposureOf(state, band)]! -= 1;
  }
  if (to === null || !canMove(state, to)) return;
  const band = BAND_OF_AGE[Math.min(OLDEST, until - from)]!;
  tally.moves[cellOf(state, to, band)]! += weight[until + 1]! - weight[until]!;
}

function sumRisks(atRisk: Float64Array, weeks: number): void {
  for (let at = EXPOSURES; at < (weeks + 1) * EXPOSURES; at++) atRisk[at]! += atRisk[at - EXPOSURES]!;
}

/** What a law of steps would have led to, week by week, given who stood where. */
export function expectedByWeek(
  { atRisk, weeks }: Knowledge,
  rate: (from: number, band: number) => number,
): Float64Array {
  const expected = new Float64Array(weeks);
  for (let week = 0; week < weeks; week++)
    for (let at = 0; at < EXPOSURES; at++) {
      const people = atRisk[week * EXPOSURES + at]!;
      if (people > 0) expected[week]! += people * rate(Math.floor(at / BANDS), at % BANDS);
    }
  return expected;
}
