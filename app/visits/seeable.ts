import type { Day } from "~/calendar/day";
import { holidayIn } from "~/calendar/holidays";
import { wallAt } from "~/calendar/zoned";
import { zoneOf } from "~/calendar/zones";
import type { VisitDoctor } from "~db/queries/visit-doctors";
import type { VisitSheet } from "~db/queries/visits";
import { holdOf } from "./hold";
import type { Closure, WeekHours } from "./hours";
import { openingsOver } from "./hours";
import type { Hold, Seeable } from "./problem-of";
import { visitValue } from "./urgency";

/** Why a doctor is kept out of a plan, before any question of time. */
export type Out = "booked" | "refuses" | "gone" | "removed" | "rested";

/** Who a candidate of the problem is. */
export interface GatheredStop {
  readonly doctor: VisitDoctor;
  readonly visit: VisitSheet | null;
  readonly value: number;
  readonly minutes: number;
  readonly place: number | null;
  readonly hoursAreAssumed: boolean;
  /** Null: may be planned. */
  readonly out: Out | null;
}

export interface Read {
  readonly days: readonly Day[];
  readonly now: Date;
  readonly fund: { readonly department: string; readonly zone: string };
  readonly visits: readonly VisitSheet[];
  readonly doctors: ReadonlyMap<number, VisitDoctor>;
  readonly rowOf: (doctor: VisitDoctor) => number | null;
  /** Doctors asked for by name: worth a visit however lately they were met. */
  readonly also: readonly number[];
  readonly hours: ReadonlyMap<number, WeekHours>;
  readonly closures: ReadonlyMap<number, readonly Closure[]>;
  /** Doctors not to be proposed, whatever their rank. */
  readonly except: readonly number[];
  /** Doctors who have a visit booked already. */
  readonly booked: ReadonlySet<number>;
  readonly visitMinutes: number;
}

/** Every visit that exists, and every doctor who has none, as the planner may see them. */
export function seeableOf(read: Read): { stops: Map<string, GatheredStop>; seeable: Seeable[] } {
  const stops = new Map<string, GatheredStop>();
  const seeable: Seeable[] = [];
  const add = (doctor: VisitDoctor, visit: VisitSheet | null, minutes: number, hold: Hold | null) => {
    const id = visit ? `v:${visit.id}` : `d:${doctor.id}`;
    const place = read.rowOf(doctor);
    const out = visit ? null : outOf(read, doctor);
    const least = visit ? 1 : 0;
    const value = out === null || out === "removed" ? Math.max(least, worthOf(read, doctor)) : 0;
    stops.set(id, { doctor, visit, value, minutes, place, hoursAreAssumed: !read.hours.has(doctor.id), out });
    const worth = out === null ? value : 0;
    seeable.push({ id, value: worth, minutes, place, openings: openingsOfDoctor(read, doctor), hold });
  };
  const visited = new Set<number>();
  for (const visit of read.visits) {
    const doctor = read.doctors.get(visit.doctor_id);
    if (!doctor) continue; // gone to a sector that is no longer seen
    visited.add(doctor.id);
    const minutes = Math.round((visit.ends_at.getTime() - visit.starts_at.getTime()) / 60_000);
    add(doctor, visit, minutes, holdOf(visit, read.days, read.now));
  }
  for (const doctor of read.doctors.values()) {
    if (!visited.has(doctor.id)) add(doctor, null, read.visitMinutes, null);
  }
  return { stops, seeable };
}

function outOf(read: Read, doctor: VisitDoctor): Out | null {
  if (doctor.gone_on !== null) return "gone";
  if (doctor.refuses_visits) return "refuses";
  if (read.booked.has(doctor.id)) return "booked";
  if (read.except.includes(doctor.id)) return "removed";
  return worthOf(read, doctor) === 0 ? "rested" : null;
}

function openingsOfDoctor({ days, now, fund, hours, closures }: Read, doctor: VisitDoctor) {
  const department = doctor.department ?? fund.department;
  return openingsOver(
    days,
    hours.get(doctor.id) ?? null,
    closures.get(doctor.id) ?? [],
    (day) => holidayIn(department, day) !== null,
    wallAt(now, zoneOf(department)),
  );
}

/** A doctor asked for by name is worth a visit, however lately they were met. */
function worthOf({ days, fund, also }: Read, doctor: VisitDoctor): number {
  const zone = zoneOf(doctor.department ?? fund.department);
  const facts = {
    priority: doctor.priority,
    lastMetOn: doctor.last_met_at === null ? null : wallAt(doctor.last_met_at, zone).day,
    lastResult: doctor.last_result,
    promisedOn: doctor.promised_on,
    chanceFactor: doctor.chance_factor,
  };
  return Math.max(also.includes(doctor.id) ? 1 : 0, visitValue(facts, days[0]!, days.at(-1)!));
}
