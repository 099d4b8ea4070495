import type { Day } from "~/calendar/day";
import type { Candidate, Lock, Lunch, PlanDay, Problem, StartWindow, TravelMatrix } from "./planner/problem";
import type { Setting, Span } from "./setting";

/** Somebody who may be seen: a doctor without a visit, or a visit that is there already. */
export interface Seeable {
  /** `d:12` for a doctor, `v:uuid` for a visit that exists. */
  readonly id: string;
  readonly value: number;
  readonly minutes: number;
  /** Row of the travel matrix; null: nobody knows where the practice is. */
  readonly place: number | null;
  /** Openings of each day of the plan. */
  readonly openings: readonly (readonly Span[])[];
  readonly hold: Hold | null;
}

/** A visit that stays: at that minute, on that day, or on any day of the plan. */
export type Hold = { readonly day: number; readonly minutes: number | null } | { readonly day: null };

export interface WorkingDay {
  readonly day: Day;
  /** Minutes between which the delegate is away from the base; null on a day off. */
  readonly span: Span | null;
}

export interface PlanInput {
  readonly days: readonly WorkingDay[];
  readonly setting: Setting;
  readonly seeable: readonly Seeable[];
  /** Row 0 is the base. */
  readonly travel: TravelMatrix;
}

const MINUTE = 60;

/** A visit that stays keeps its time even when nobody knows where the practice is: no way is counted to it. */
const BASE = 0;

/**
 * The week as the planner reads it. A fixed appointment outside working hours widens its day, and one that fills the
 * lunch hour removes the lunch: what was promised to a doctor comes first.
 */
export function problemOf(input: PlanInput): Problem {
  return {
    days: input.days.map((_, index) => planDay(input, index)),
    candidates: input.seeable.map(candidateOf),
    locks: input.seeable.flatMap(lockOf),
    travel: input.travel,
  };
}

function candidateOf({ id, value, minutes, place, openings, hold }: Seeable): Candidate {
  const service = minutes * MINUTE;
  return {
    id,
    score: Math.max(1, value),
    service,
    place: hold === null ? place : (place ?? BASE),
    windows: openings.map((spans) => startWindows(spans, service)),
    ...(value === 0 && hold === null ? { excluded: true } : {}),
  };
}

/** Openings bound the whole visit; the planner wants the starts. */
export function startWindows(spans: readonly Span[], service: number): StartWindow[] {
  return spans.flatMap(([from, to]) => {
    const latest = to * MINUTE - service;
    return latest < from * MINUTE ? [] : [{ from: from * MINUTE, to: latest }];
  });
}

function lockOf({ id, hold }: Seeable): Lock[] {
  if (hold === null) return [];
  if (hold.day === null) return [{ candidate: id, day: null }];
  if (hold.minutes === null) return [{ candidate: id, day: hold.day }];
  const start = hold.minutes * MINUTE;
  return [{ candidate: id, day: hold.day, start: { from: start, to: start } }];
}

function planDay(input: PlanInput, index: number): PlanDay {
  const { day, span } = input.days[index]!;
  const fixed = fixedOn(input, index);
  const held = input.seeable.filter(({ hold }) => hold !== null && hold.day === index).length;
  const departsFrom = Math.min(span ? span[0] * MINUTE : Number.MAX_SAFE_INTEGER, ...fixed.map(({ leaves }) => leaves));
  const returnsBy = Math.max(span ? span[1] * MINUTE : 0, ...fixed.map(({ back }) => back));
  const works = departsFrom < returnsBy;
  return {
    id: day,
    works,
    startPlace: 0,
    endPlace: 0,
    departsFrom: works ? Math.max(0, departsFrom) : 0,
    returnsBy: works ? returnsBy : 0,
    lunch: works && span !== null ? lunchBeside(input.setting, fixed) : null,
    maxVisits: Math.max(input.setting.mostVisits, held),
  };
}

interface Fixed {
  readonly starts: number;
  readonly ends: number;
  /** Leaving the base late enough and being back early enough for this one alone. */
  readonly leaves: number;
  readonly back: number;
}

function fixedOn({ seeable, travel }: PlanInput, index: number): Fixed[] {
  return seeable.flatMap(({ hold, place, minutes }) => {
    if (hold === null || hold.day !== index || hold.minutes === null) return [];
    const row = place ?? BASE;
    const starts = hold.minutes * MINUTE;
    const ends = starts + minutes * MINUTE;
    const there = travel.seconds[row] ?? 0;
    const home = travel.seconds[row * travel.size] ?? 0;
    return [{ starts, ends, leaves: starts - there, back: ends + home }];
  });
}

/** The lunch of the setting, unless the fixed appointments leave no room for it. */
function lunchBeside({ lunch }: Setting, fixed: readonly Fixed[]): Lunch | null {
  if (lunch.minutes === 0) return null;
  const [from, end, length] = [lunch.from * MINUTE, lunch.to * MINUTE, lunch.minutes * MINUTE];
  let free = from;
  for (const { starts, ends } of [...fixed].sort((a, b) => a.starts - b.starts)) {
    if (starts - free >= length) break;
    free = Math.max(free, ends);
  }
  return free + length > end ? null : { from, to: end - length, length };
}
