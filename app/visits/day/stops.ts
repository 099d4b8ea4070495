import type { Firmness, VisitState } from "../visit";

/** One visit of the day as its page shows it; instants are milliseconds, words are written already. */
export interface DayVisit {
  readonly id: string;
  readonly version: number;
  readonly doctorId: number;
  readonly practiceKey: string | null;
  readonly name: string;
  readonly specialty: string;
  readonly from: string;
  readonly to: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly state: VisitState;
  readonly firmness: Firmness;
  readonly area: string | null;
  readonly reason: string;
  readonly phone: string | null;
  /** « 9 h – 12 h, 14 h – 18 h » */
  readonly hours: string;
  readonly hoursAreAssumed: boolean;
  readonly result: string | null;
  /** Its report may be written now. */
  readonly isReportable: boolean;
}

export interface DayLeg {
  readonly minutes: number;
  /** Minutes that lack to be there at the hour told. */
  readonly missing: number;
}

/** A door: several doctors may be seen behind it. */
export interface DayStop {
  readonly key: string;
  readonly lines: readonly string[];
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly isApproximate: boolean;
  readonly leg: DayLeg | null;
  readonly lunchBefore: string | null;
  readonly visits: readonly DayVisit[];
}

export type StopTurn = "next" | "coming" | "to-report" | "over";

/** Visits one after the other at one address are one stop. */
export function doorsOf<Visit extends Pick<DayVisit, "practiceKey">>(visits: readonly Visit[]): Visit[][] {
  const doors: Visit[][] = [];
  for (const visit of visits) {
    const door = doors.at(-1);
    if (door && visit.practiceKey !== null && door[0]!.practiceKey === visit.practiceKey) door.push(visit);
    else doors.push([visit]);
  }
  return doors;
}

/**
 * What is next first, then the rest of the day, then what waits for its report, then what is over. Once nothing is to
 * come, the first report to write is what is next.
 */
export function inTurn<Stop extends Pick<DayStop, "visits">>(
  stops: readonly Stop[],
  now: number,
): { stop: Stop; turn: StopTurn }[] {
  const turned = stops.map((stop) => ({ stop, turn: turnOf(stop, now) }));
  const next = turned.find(({ turn }) => turn === "coming") ?? turned.find(({ turn }) => turn === "to-report");
  const of = (turn: StopTurn) => turned.filter((each) => each !== next && each.turn === turn);
  const rest = [...of("coming"), ...of("to-report"), ...of("over")];
  return next ? [{ stop: next.stop, turn: "next" }, ...rest] : rest;
}

function turnOf({ visits }: Pick<DayStop, "visits">, now: number): Exclude<StopTurn, "next"> {
  const open = visits.filter(({ state }) => state === "booked" || state === "proposed");
  if (open.length === 0) return "over";
  if (open.some(({ endsAt }) => endsAt > now)) return "coming";
  return open.some(({ state }) => state === "booked") ? "to-report" : "over";
}

/** Less than this is the haste of any day, not a plan to change. */
const LATE_MINUTES = 5;
const MINUTE = 60_000;

export interface Lateness {
  readonly name: string;
  readonly from: string;
  readonly minutes: number;
}

/**
 * The first appointment with a promised hour that cannot be kept, when every visit before it takes its time and its
 * road: a flexible one may slide, and pushes what follows. Null when the plan holds.
 */
export function latenessOf(stops: readonly DayStop[], now: number): Lateness | null {
  let free = Number.NEGATIVE_INFINITY;
  for (const { leg, visits } of stops) {
    if (!leg) continue; // nobody was met there, or nobody knows where it is
    free += leg.minutes * MINUTE;
    for (const { name, from, state, firmness, startsAt, endsAt } of visits) {
      const starts = state === "done" ? startsAt : Math.max(free, startsAt);
      const minutes = Math.round((starts - startsAt) / MINUTE);
      const isPromised = state === "booked" && firmness === "fixed" && startsAt > now;
      if (isPromised && minutes >= LATE_MINUTES) return { name, from, minutes };
      free = starts + endsAt - startsAt;
    }
  }
  return null;
}

export function progressOf(stops: readonly Pick<DayStop, "visits">[]): { done: number; total: number } {
  const visits = stops.flatMap((stop) => stop.visits).filter(({ state }) => state !== "proposed");
  return { done: visits.filter(({ state }) => state === "done" || state === "missed").length, total: visits.length };
}
