import type { Plan } from "./itinerary";

/** What a delegate is asked to accept: candidate ids, sorted. */
export interface Diff {
  /** Same day, start within a quarter of an hour. */
  kept: string[];
  moved: { candidate: string; from: Moment; to: Moment }[];
  added: string[];
  dropped: string[];
}

export interface Moment {
  day: number;
  startsAt: number;
}

const SAME_SECONDS = 15 * 60;

export function compare(before: Pick<Plan, "days">, after: Pick<Plan, "days">): Diff {
  const old = momentsOf(before);
  const fresh = momentsOf(after);
  const diff: Diff = { kept: [], moved: [], added: [], dropped: [] };
  for (const candidate of [...new Set([...old.keys(), ...fresh.keys()])].sort()) {
    const from = old.get(candidate);
    const to = fresh.get(candidate);
    if (!from) diff.added.push(candidate);
    else if (!to) diff.dropped.push(candidate);
    else if (from.day === to.day && Math.abs(from.startsAt - to.startsAt) <= SAME_SECONDS) diff.kept.push(candidate);
    else diff.moved.push({ candidate, from, to });
  }
  return diff;
}

function momentsOf(plan: Pick<Plan, "days">): Map<string, Moment> {
  return new Map(
    plan.days.flatMap((itinerary, day) =>
      (itinerary?.stops ?? []).flatMap(({ candidate, startsAt }) =>
        candidate === null ? [] : [[candidate, { day, startsAt }] as const],
      ),
    ),
  );
}
