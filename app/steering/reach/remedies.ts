import { type Reached, reach, type SectorPlan, type WeekAhead } from "./reach";

export interface Recruit {
  readonly delegates: number;
  /** In which sectors, as many times as they would get one. */
  readonly sectorNames: readonly string[];
  readonly reached: Reached;
}

export interface Renounced {
  readonly visits: number;
  readonly reached: Reached;
}

/** Beyond, the answer is another target. */
const MOST_RECRUITS = 20;

/** One more delegate after the other, each where most is missing, until it fits; null when twenty would not do. */
export function recruits(
  weeks: readonly WeekAhead[],
  sectors: readonly SectorPlan[],
  perDelegate: (sectorId: number) => readonly number[],
): Recruit | null {
  let plan = [...sectors];
  const sectorNames: string[] = [];
  while (sectorNames.length < MOST_RECRUITS) {
    const reached = reach(weeks, plan);
    if (reached.missing === 0)
      return sectorNames.length === 0 ? null : { delegates: sectorNames.length, sectorNames, reached };
    const most = reached.sectors.reduce((worst, each) => (each.missing > worst.missing ? each : worst));
    const more = perDelegate(most.id);
    plan = plan.map((sector) =>
      sector.id === most.id
        ? { ...sector, possible: sector.possible.map((each, at) => each + (more[at] ?? 0)) }
        : sector,
    );
    sectorNames.push(most.name);
  }
  const reached = reach(weeks, plan);
  return reached.missing === 0 ? { delegates: MOST_RECRUITS, sectorNames, reached } : null;
}

/** Visits outside the priority areas that would not be made, just enough where too many remain; null when that does not do. */
export function renouncing(
  weeks: readonly WeekAhead[],
  sectors: readonly SectorPlan[],
  outsideShare: (sectorId: number) => number,
): Renounced | null {
  const before = reach(weeks, sectors);
  const missing = new Map(before.sectors.map((sector) => [sector.id, sector.missing]));
  let visits = 0;
  const plan = sectors.map((sector) => {
    const less = Math.min(Math.ceil(missing.get(sector.id)!), Math.floor(sector.remaining * outsideShare(sector.id)));
    visits += less;
    return { ...sector, remaining: sector.remaining - less };
  });
  const reached = reach(weeks, plan);
  return visits > 0 && reached.missing === 0 ? { visits, reached } : null;
}
