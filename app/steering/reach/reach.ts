import type { Day } from "~/calendar/day";

export interface SectorPlan {
  readonly id: number;
  readonly name: string;
  /** Visits that remain to be made there for the target. */
  readonly remaining: number;
  /** Visits that its delegates can make, one figure a week. */
  readonly possible: readonly number[];
}

export interface WeekAhead {
  readonly weekOn: Day;
  /** Days on which somebody could work: Monday to Friday, holidays excepted. */
  readonly workdays: number;
}

export interface WeekReached extends WeekAhead {
  /** What an even pace asks for that week, and what the week has room for. */
  readonly wanted: number;
  readonly possible: number;
  /** Visits that the pace has asked for by the end of the week and that could not be made. */
  readonly behind: number;
}

export interface SectorReached {
  readonly id: number;
  readonly name: string;
  readonly remaining: number;
  readonly possible: number;
  readonly missing: number;
  readonly lateFrom: Day | null;
}

export interface Reached {
  readonly weeks: readonly WeekReached[];
  readonly sectors: readonly SectorReached[];
  readonly remaining: number;
  readonly possible: number;
  /** Visits that no week has room for before the deadline. */
  readonly missing: number;
  /** The first week from which the delay is never caught up; null when everything fits. */
  readonly lateFrom: Day | null;
}

/** Less than half a visit is no delay. */
const NOTHING = 0.5;

/**
 * The visits that remain, at a pace even over the working days to the deadline, against what each week has room for. Work may
 * be done ahead, so that a short week is made up by those before or after; a sector does not work for another.
 */
export function reach(weeks: readonly WeekAhead[], sectors: readonly SectorPlan[]): Reached {
  const lags = sectors.map((sector) => lagOf(weeks, sector));
  const behind = weeks.map((_, at) => sum(lags.map((lag) => (lag[at]! < NOTHING ? 0 : lag[at]!))));
  const share = sharesOf(weeks);
  const remaining = sum(sectors.map((sector) => sector.remaining));
  const told = sectors.map((sector, at) => ({
    id: sector.id,
    name: sector.name,
    remaining: sector.remaining,
    possible: sum(sector.possible),
    missing: missingOf(lags[at]!, sector.remaining),
    lateFrom: lateFrom(weeks, lags[at]!),
  }));
  return {
    weeks: weeks.map((week, at) => ({
      ...week,
      wanted: remaining * share[at]!,
      possible: sum(sectors.map(({ possible }) => possible[at] ?? 0)),
      behind: behind[at]!,
    })),
    sectors: told,
    remaining,
    possible: sum(told.map(({ possible }) => possible)),
    missing: sum(told.map(({ missing }) => missing)),
    lateFrom: lateFrom(weeks, behind),
  };
}

/** How far behind the even pace a sector is at the end of each week. */
function lagOf(weeks: readonly WeekAhead[], { remaining, possible }: SectorPlan): number[] {
  let [wanted, made] = [0, 0];
  return sharesOf(weeks).map((share, at) => {
    wanted += remaining * share;
    made += possible[at] ?? 0;
    return Math.max(0, wanted - made);
  });
}

/** Without a working day left, everything is asked for at once. */
function sharesOf(weeks: readonly WeekAhead[]): number[] {
  const all = sum(weeks.map(({ workdays }) => workdays));
  return weeks.map(({ workdays }, at) => (all === 0 ? (at === 0 ? 1 : 0) : workdays / all));
}

function missingOf(lag: readonly number[], remaining: number): number {
  const left = lag.length === 0 ? remaining : lag.at(-1)!;
  return left < NOTHING ? 0 : left;
}

function lateFrom(weeks: readonly WeekAhead[], lag: readonly number[]): Day | null {
  let first: Day | null = null;
  for (let at = weeks.length - 1; at >= 0 && lag[at]! >= NOTHING; at--) first = weeks[at]!.weekOn;
  return first;
}

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
