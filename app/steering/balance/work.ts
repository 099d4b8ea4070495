import type { Situation } from "./situation";

export interface CommuneLine {
  readonly code: string;
  readonly name: string;
  readonly toSee: number;
  readonly held: number;
  readonly minutes: number;
}

/** What the hours of a sector are made of: its doctors to see, and its communes, the heaviest first. */
export function workOf(
  { communes }: Situation,
  sectorId: number,
): { toSee: number; held: number; communes: CommuneLine[] } {
  const own = communes.filter((commune) => commune.sectorId === sectorId);
  const lines = own
    .map(({ code, name, toSee, held, minutes }) => ({ code, name, toSee, held, minutes: minutes.get(sectorId) ?? 0 }))
    .filter(({ toSee, held }) => toSee + held > 0)
    .sort((a, b) => b.minutes - a.minutes || (a.code < b.code ? -1 : 1));
  return {
    toSee: lines.reduce((sum, line) => sum + line.toSee + line.held, 0),
    held: lines.reduce((sum, line) => sum + line.held, 0),
    communes: lines,
  };
}
