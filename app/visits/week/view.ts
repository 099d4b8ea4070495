import type { Day } from "~/calendar/day";
import type { Firmness, VisitState } from "../visit";

/** A week as its page shows it. Times are minutes since midnight of the practice. */
export interface DayView {
  readonly day: Day;
  /** Why nobody drives that day; null on a working one. */
  readonly off: string | null;
  readonly tour: TourView | null;
}

export interface TourView {
  readonly departs: number;
  readonly returns: number;
  readonly drivingMinutes: number;
  readonly homeMinutes: number;
  readonly visits: number;
  readonly lacksLunch: boolean;
  readonly stops: readonly StopView[];
}

/** One door: several doctors may be seen behind it, one after the other. */
export interface StopView {
  readonly key: string;
  readonly where: string;
  readonly legMinutes: number;
  /** How much time is short to be there at the hour told. */
  readonly missingMinutes: number;
  /** The lunch taken before leaving for this stop. */
  readonly lunchBefore: LunchView | null;
  readonly visits: readonly VisitView[];
  /** The lunch taken after the last stop of the day. */
  readonly lunchAfter: LunchView | null;
}

export interface LunchView {
  readonly from: number;
  readonly to: number;
}

export interface VisitView {
  readonly id: string;
  readonly version: number;
  readonly doctorId: number;
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** Its hour today, when the proposal would move a visit that is booked. */
  readonly now: { readonly day: Day; readonly minutes: number } | null;
  readonly state: VisitState;
  readonly firmness: Firmness;
  readonly area: string | null;
  readonly reason: string;
  readonly isPast: boolean;
}

export interface Totals {
  readonly visits: number;
  readonly drivingMinutes: number;
  /** Share of the visits in ZIP or ZAC. */
  readonly underServed: number;
}

export function totalsOf(days: readonly DayView[]): Totals {
  const tours = days.flatMap(({ tour }) => (tour ? [tour] : []));
  const visits = tours.flatMap(({ stops }) => stops.flatMap((stop) => stop.visits));
  const scarce = visits.filter(({ area }) => area === "ZIP" || area === "ZAC").length;
  return {
    visits: visits.length,
    drivingMinutes: tours.reduce((sum, { drivingMinutes }) => sum + drivingMinutes, 0),
    underServed: visits.length === 0 ? 0 : scarce / visits.length,
  };
}
