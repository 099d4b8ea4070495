import { type Day, daysBetween, partsOf } from "~/calendar/day";
import { targetOf } from "~/forecast/target";

/** What is asked of a caisse, or of the country, over a period; shares from 0 to 1. */
export interface Targets {
  readonly from: Day;
  readonly to: Day;
  readonly visits: number;
  readonly contracts: number;
  readonly priorityShare: number;
  readonly gpShare: number;
  /** Set by a manager; otherwise a share of the public targets. */
  readonly isOwn: boolean;
}

/** Public targets: doctors to meet from June to December, assistants at the date, and the liberal doctors of the country. */
const [MEETINGS, ASSISTANTS, DOCTORS] = [35_000, 10_000, 115_000] as const;
const [PRIORITY_SHARE, GP_SHARE] = [0.6, 0.75] as const;

/** From June to December of the year; each caisse has its share by its number of doctors. */
export function publicTargets(today: Day, size: { readonly doctors: number } | null): Targets {
  const { year } = partsOf(today);
  return {
    from: `${year}-06-01`,
    to: `${year}-12-31`,
    visits: size ? Math.max(1, Math.round((MEETINGS * size.doctors) / DOCTORS)) : MEETINGS,
    contracts: size ? targetOf(size) : ASSISTANTS,
    priorityShare: PRIORITY_SHARE,
    gpShare: GP_SHARE,
    isOwn: false,
  };
}

/** How much of the period has gone by, the day itself counted; null before its first day. */
export function elapsed({ from, to }: Pick<Targets, "from" | "to">, today: Day): number | null {
  if (today < from) return null;
  return Math.min(1, (daysBetween(from, today) + 1) / (daysBetween(from, to) + 1));
}

export interface Pace {
  readonly done: number;
  readonly target: number;
  /** Shares from 0 to 1; work may pass the target. */
  readonly time: number;
  readonly work: number;
  /** Points of work ahead of time, or behind. */
  readonly lead: number;
}

export function paceOf(done: number, target: number, time: number): Pace {
  const work = target > 0 ? done / target : 0;
  return { done, target, time, work, lead: Math.round((work - time) * 100) };
}
