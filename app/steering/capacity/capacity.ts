import type { Day } from "~/calendar/day";
import { holidayIn } from "~/calendar/holidays";
import type { Setting } from "~/visits/setting";
import { type Away, workingSpan } from "~/visits/working-days";

/** How a delegate works, without where they start from. */
export type Rhythm = Omit<Setting, "base">;

export interface Worker {
  readonly id: string;
  readonly name: string;
  readonly sectorIds: readonly number[];
  readonly rhythm: Rhythm;
  readonly absences: readonly Away[];
}

export interface StandIn {
  readonly absentId: string;
  readonly byId: string;
  readonly fromOn: Day;
  readonly toOn: Day;
}

export interface Team {
  readonly department: string;
  readonly workers: readonly Worker[];
  readonly covers: readonly StandIn[];
}

/**
 * Minutes that each sector may count on that day. Somebody with several sectors, or who stands in for an absent colleague,
 * shares the day among all of them in proportion to their work.
 */
export function minutesOn(team: Team, day: Day, workOf: (sectorId: number) => number): Map<number, number> {
  const minutes = new Map<number, number>();
  for (const worker of team.workers) {
    const worked = workedMinutes(team, worker, day);
    const held = worked === 0 ? [] : sectorsOn(team, worker, day);
    const all = held.reduce((sum, id) => sum + workOf(id), 0);
    for (const id of held) {
      const share = all === 0 ? 1 / held.length : workOf(id) / all;
      minutes.set(id, (minutes.get(id) ?? 0) + worked * share);
    }
  }
  return minutes;
}

/** Their hours of that day without lunch: none on a holiday, on a day off, or while a colleague stands in for them. */
export function workedMinutes({ department, covers }: Team, { id, rhythm, absences }: Worker, day: Day): number {
  if (covers.some((cover) => cover.absentId === id && isOn(cover, day))) return 0;
  const midnight = { day, minutes: 0 };
  const span = workingSpan(day, rhythm, absences, midnight, holidayIn(department, day) !== null);
  if (span === null) return 0;
  const [from, to] = span;
  const { lunch } = rhythm;
  const eatsThen = from <= lunch.from && to >= lunch.to;
  return Math.max(0, to - from - (eatsThen ? lunch.minutes : 0));
}

/** Their own sectors, and those of the colleagues they stand in for on that day. */
function sectorsOn({ workers, covers }: Team, { id, sectorIds }: Worker, day: Day): number[] {
  const absent = covers.filter((cover) => cover.byId === id && isOn(cover, day)).map(({ absentId }) => absentId);
  return [
    ...new Set([...sectorIds, ...workers.filter((each) => absent.includes(each.id)).flatMap((w) => w.sectorIds)]),
  ];
}

const isOn = ({ fromOn, toOn }: StandIn, day: Day) => fromOn <= day && day <= toOn;
