import type { Day } from "~/calendar/day";
import type { Place } from "./place";
import { STAGES, type Stage } from "./stage";
import { type Move, type Walked, walk } from "./walk";

export interface DoctorMove extends Move {
  readonly doctorId: number;
  readonly reason: string | null;
}

/** How each doctor stood once these moves had happened; moves come doctor by doctor, in order. */
export function standings(moves: readonly DoctorMove[]): Map<number, Walked & { reason: string | null }> {
  const own = new Map<number, DoctorMove[]>();
  for (const move of moves) own.set(move.doctorId, [...(own.get(move.doctorId) ?? []), move]);
  return new Map(
    [...own].map(([doctorId, steps]) => [doctorId, { ...walk(steps), reason: steps.at(-1)?.reason ?? null }]),
  );
}

/** The doctors counted at a stage then: those who stood there or further. */
export function standingAt(then: ReadonlyMap<number, Walked>, stage: Stage): number[] {
  return [...then].filter(([, { reached }]) => reached[stage] !== undefined).map(([doctorId]) => doctorId);
}

export function reachedCounts(then: ReadonlyMap<number, Walked>): Partial<Record<Place, number>> {
  return Object.fromEntries(STAGES.map((stage) => [stage, standingAt(then, stage).length]));
}

export function lostCounts(then: ReadonlyMap<number, Walked>): Partial<Record<Place, number>> {
  const counts: Partial<Record<Place, number>> = {};
  for (const { stage, isLost } of then.values())
    if (isLost) counts[stage ?? "contacted"] = (counts[stage ?? "contacted"] ?? 0) + 1;
  return counts;
}

export function lossReasons(
  then: ReadonlyMap<number, Walked & { reason: string | null }>,
): { reason: string; doctors: number }[] {
  const counts = new Map<string, number>();
  for (const { isLost, reason } of then.values())
    if (isLost) counts.set(reason ?? "", (counts.get(reason ?? "") ?? 0) + 1);
  return [...counts].map(([reason, doctors]) => ({ reason, doctors })).sort((a, b) => b.doctors - a.doctors);
}

/** The middle wait before each stage. */
export function delaysOf(then: ReadonlyMap<number, Walked>): { place: Place; days: number; doctors: number }[] {
  return STAGES.flatMap((place) => {
    const days = [...then.values()].flatMap(({ waited }) => waited[place] ?? []).sort((a, b) => a - b);
    return days.length === 0 ? [] : [{ place, days: days[Math.ceil(days.length / 2) - 1]!, doctors: days.length }];
  });
}

/** As they are kept: 202611. */
export function monthNumber(day: Day): number {
  return Number(day.slice(0, 4)) * 100 + Number(day.slice(5, 7));
}
