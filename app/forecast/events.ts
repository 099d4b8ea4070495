import { type Day, daysBetween } from "~/calendar/day";
import { canMove, type Step, stateOf } from "./states";

/** One fact of one doctor. Who told it is not asked: no forecast is made of a person or a team. */
export interface FunnelEvent {
  readonly doctor: string;
  readonly stage: Step;
  readonly day: Day;
  readonly zone: string | null;
  readonly specialty: string | null;
  readonly fund: string | null;
}

const EPOCH = "2000-01-01";
export const dayNumber = (day: Day): number => daysBetween(EPOCH, day);

/** Moves in columns, by doctor and day, each allowed after the one before: what a day knows is read by stopping at it. */
export interface Moves {
  readonly doctor: Int32Array;
  readonly day: Int32Array;
  readonly state: Uint8Array;
  /** By doctor: the group they belong to, and the names of the groups. */
  readonly group: Uint16Array;
  readonly groups: readonly string[];
  readonly doctors: number;
  /** Facts left aside: told twice, or going back. */
  readonly repeated: number;
}

/** Gathers events in any order; a file of millions costs a few numbers a line. */
export function eventBook() {
  const numbers = new Map<string, number>();
  const profiles: Profile[] = [];
  const [doctor, day, state]: [number[], number[], number[]] = [[], [], []];
  return {
    add(event: FunnelEvent): void {
      let number = numbers.get(event.doctor);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(event.doctor, number);
        profiles.push({ zone: event.zone, specialty: event.specialty, fund: event.fund });
      }
      const known = profiles[number]!;
      known.zone ??= event.zone;
      known.specialty ??= event.specialty;
      known.fund ??= event.fund;
      doctor.push(number);
      day.push(dayNumber(event.day));
      state.push(stateOf(event.stage));
    },
    close: (): Moves => ({ ...ordered(doctor, day, state), ...grouped(profiles), doctors: numbers.size }),
  };
}

function ordered(doctor: number[], day: number[], state: number[]) {
  const order = Uint32Array.from(doctor.keys()).sort(
    (a, b) => doctor[a]! - doctor[b]! || day[a]! - day[b]! || state[a]! - state[b]! || a - b,
  );
  const kept: number[] = [];
  for (const each of order) {
    const last = kept.at(-1);
    const from = last !== undefined && doctor[last] === doctor[each] ? state[last]! : null;
    if (canMove(from, state[each]!)) kept.push(each);
  }
  return {
    doctor: Int32Array.from(kept, (each) => doctor[each]!),
    day: Int32Array.from(kept, (each) => day[each]!),
    state: Uint8Array.from(kept, (each) => state[each]!),
    repeated: doctor.length - kept.length,
  };
}

/** More groups than this cost time and say little: small specialties stand together, then funds do. */
const MOST_GROUPS = 24;
const FEWEST_DOCTORS = 30;
const OTHER = "autre";

interface Profile {
  zone: string | null;
  specialty: string | null;
  fund: string | null;
}

function grouped(profiles: readonly Profile[]) {
  const sizes = new Map<string, number>();
  for (const { specialty } of profiles) sizes.set(specialty ?? OTHER, (sizes.get(specialty ?? OTHER) ?? 0) + 1);
  const large = [...sizes].filter(([, size]) => size >= FEWEST_DOCTORS).sort((a, b) => b[1] - a[1]);
  const attempts = [
    { funds: true, zones: true, specialties: 12 },
    { funds: false, zones: true, specialties: 12 },
    { funds: false, zones: true, specialties: 4 },
    { funds: false, zones: true, specialties: 2 },
    { funds: false, zones: false, specialties: 12 },
  ];
  for (const [at, { funds, zones, specialties }] of attempts.entries()) {
    const named = new Set(large.slice(0, specialties).map(([name]) => name));
    const keyOf = ({ zone, specialty, fund }: Profile) => {
      const shown = named.has(specialty ?? OTHER) ? (specialty ?? OTHER) : OTHER;
      return [funds ? (fund ?? "") : "", zones ? (zone ?? "?") : "", shown].join("|");
    };
    // In the order of their names: the same facts in another order are the same forecast.
    const groups = [...new Set(profiles.map(keyOf))].sort();
    const numbers = new Map(groups.map((key, number) => [key, number]));
    if (groups.length <= MOST_GROUPS || at === attempts.length - 1)
      return { group: Uint16Array.from(profiles, (profile) => numbers.get(keyOf(profile))!), groups };
  }
  throw new RangeError("unreachable: the last attempt always answers");
}
