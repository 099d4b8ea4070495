import { onlyLocked } from "./fixed";
import { cheapestSwap, type Swap } from "./forcing";
import { cheapestGap, NEVER } from "./gaps";
import { byId, fitsEmptyDay, type Ground, startWindows } from "./prepare";
import type { Candidate, Problem } from "./problem";
import type { Tours } from "./tours";

/** Why a candidate is not in the plan: the first reason that applies. */
export interface Unplanned {
  candidate: string;
  reason: Reason;
  /** For `other_address_planned`: the address that is. For `lower_value`: who would have to go. */
  instead: string[];
  /** For `lower_value`: what forcing this visit would do, see `Forcing`. */
  forcing: Forcing | null;
}

export type Reason =
  | "excluded"
  | "no_location"
  | "no_window_in_period"
  | "out_of_reach"
  | "other_address_planned"
  | "day_full"
  | "blocked_by_locked"
  | "lower_value"
  /** It fits as the plan stands: never to happen. */
  | "not_found";

/** The cheapest way to bring one more visit in. */
export interface Forcing {
  candidate: string;
  day: number;
  startsAt: number;
  dropped: string[];
  /** Total score after minus before. */
  scoreChange: number;
  /** Travel and service time after minus before. */
  extraSeconds: number;
}

export function explain(problem: Problem, ground: Ground, tours: Tours): Unplanned[] {
  const bare = onlyLocked(tours);
  const planned = new Set(ground.usable.filter((_, c) => tours.dayOf[c]! >= 0).map((candidate) => candidate.id));
  const left = ground.usable.map((_, c) => c).filter((c) => !planned.has(ground.usable[c]!.id));
  const open = left.filter((c) => groupHolder(ground, tours, c) < 0);
  const swaps = cheapestSwap(ground, tours, bare, open);
  return problem.candidates
    .filter((candidate) => !planned.has(candidate.id))
    .sort(byId)
    .map((candidate) => because(problem, ground, tours, bare, swaps, candidate));
}

function because(
  problem: Problem,
  ground: Ground,
  tours: Tours,
  bare: Tours,
  swaps: ReadonlyMap<number, Swap>,
  candidate: Candidate,
): Unplanned {
  const say = (reason: Reason, instead: string[] = []): Unplanned => ({
    candidate: candidate.id,
    reason,
    instead,
    forcing: null,
  });
  if (candidate.excluded) return say("excluded");
  if (candidate.place === null) return say("no_location");
  const days = problem.days.map((_, day) => day);
  if (!days.some((day) => startWindows(problem, candidate, day).length > 0)) return say("no_window_in_period");
  const c = ground.indexOf.get(candidate.id);
  if (c === undefined || !days.some((day) => fitsEmptyDay(problem, candidate, day))) return say("out_of_reach");
  const holder = groupHolder(ground, tours, c);
  if (holder >= 0) return say("other_address_planned", [ground.usable[holder]!.id]);
  if (days.some((day) => cheapestGap(tours, c, day) !== NEVER)) return say("not_found");
  if (days.some((day) => fitsBeyondLimit(tours, c, day))) return say("day_full");
  if (days.every((day) => cheapestGap(bare, c, day) === NEVER)) return say("blocked_by_locked");
  const swap = swaps.get(c);
  if (!swap) return say("lower_value");
  const forcing = forcingOf(ground, c, swap);
  return { ...say("lower_value", forcing.dropped), forcing };
}

export function forcingOf({ usable, terrain }: Ground, c: number, swap: Swap): Forcing {
  return {
    candidate: usable[c]!.id,
    day: swap.day,
    startsAt: swap.startsAt,
    dropped: swap.dropped.map((node) => usable[node]!.id).sort(),
    scoreChange: terrain.score[c]! - swap.lost,
    extraSeconds: swap.extra,
  };
}

/** The planned address of the same doctor, or -1. */
export function groupHolder({ terrain }: Ground, tours: Tours, c: number): number {
  const group = terrain.group[c]!;
  if (group < 0) return -1;
  for (let other = 0; other < terrain.candidates; other++) {
    if (other !== c && terrain.group[other] === group && tours.dayOf[other]! >= 0) return other;
  }
  return -1;
}

/** Time would allow it, the visit limit of the day does not. */
function fitsBeyondLimit(tours: Tours, c: number, day: number): boolean {
  const { maxVisits } = tours.terrain;
  const limit = maxVisits[day]!;
  if (limit === 0 || tours.visits[day]! < limit) return false;
  maxVisits[day] = limit + 1;
  const fits = cheapestGap(tours, c, day) !== NEVER;
  maxVisits[day] = limit;
  return fits;
}
