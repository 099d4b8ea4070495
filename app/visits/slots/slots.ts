import type { Day } from "~/calendar/day";
import type { TravelMatrix } from "../planner/problem";
import type { Span } from "../setting";

/** A visit that has its time already, the delegate's own. */
export interface StandingStop {
  readonly from: number;
  readonly to: number;
  /** Row of the travel matrix; null when nobody knows where it is. */
  readonly place: number | null;
}

/** One day of the delegate and of the practice. All times are minutes since midnight. */
export interface SlotDay {
  readonly day: Day;
  /** When the delegate is away from the base; null: not at work that day. */
  readonly span: Span | null;
  readonly lunch: { readonly from: number; readonly to: number; readonly minutes: number };
  readonly mostVisits: number;
  /** In order, disjoint. */
  readonly stops: readonly StandingStop[];
  /** When the practice may be visited. */
  readonly openings: readonly Span[];
  /** When a colleague already sees the doctor. */
  readonly taken: readonly Span[];
}

export interface SlotAsk {
  /** Minutes of the visit to place. */
  readonly length: number;
  /** Row of the practice in the matrix; null: not located. */
  readonly place: number | null;
  /** Row 0 is the base. Null: the delegate has none, so that no way can be counted. */
  readonly travel: TravelMatrix | null;
}

export interface Slot {
  readonly minutes: number;
  /** Minutes of driving that the visit adds to the day; null when they cannot be counted. */
  readonly detour: number | null;
}

/** `off`: the delegate is not at work · `closed`: the practice · `full`: enough visits, or no room between them. */
export type WhyNone = "off" | "closed" | "full" | "far";

export interface DaySlots {
  readonly day: Day;
  /** In order of the day. */
  readonly slots: readonly Slot[];
  /** The least detour, then the least waiting, then the earliest. */
  readonly best: Slot | null;
  readonly why: WhyNone | null;
}

const EVERY = 15;
/** An opening that begins at an odd minute is offered from the next full five. */
const ROUND = 5;
const BASE = 0;

/** The times of each day at which the doctor may be seen, between what is there already. */
export function slotsFor(days: readonly SlotDay[], ask: SlotAsk): DaySlots[] {
  return days.map((day) => {
    const found = day.span === null || isFull(day) ? [] : feasible(day, ask);
    const slots = found.map(({ minutes, detour }) => ({ minutes, detour }));
    const best = found.length === 0 ? null : slots[found.indexOf(found.reduce(better))]!;
    return { day: day.day, slots, best, why: best ? null : whyNone(day, ask) };
  });
}

interface Found extends Slot {
  readonly waiting: number;
}

function better(a: Found, b: Found): Found {
  const order = (a.detour ?? 0) - (b.detour ?? 0) || a.waiting - b.waiting;
  return order <= 0 ? a : b;
}

const isFull = ({ stops, mostVisits }: SlotDay) => stops.length >= mostVisits;

function feasible(day: SlotDay, ask: SlotAsk): Found[] {
  const keepsLunch = hasLunch(day, day.stops, ask);
  return startsIn(day.openings, ask.length).flatMap((minutes) => {
    const found = tryAt(day, ask, minutes);
    if (!found) return [];
    const visit = { from: minutes, to: minutes + ask.length, place: ask.place };
    const stops = [...day.stops, visit].sort((a, b) => a.from - b.from);
    return keepsLunch && !hasLunch(day, stops, ask) ? [] : [found];
  });
}

function tryAt(day: SlotDay, ask: SlotAsk, from: number): Found | null {
  const to = from + ask.length;
  const crosses = (busy: { from: number; to: number }) => busy.from < to && busy.to > from;
  if (day.stops.some(crosses) || day.taken.some(([start, end]) => crosses({ from: start, to: end }))) return null;
  const before = day.stops.findLast((stop) => stop.to <= from);
  const after = day.stops.find((stop) => stop.from >= to);
  const [leftAt, dueAt] = [before?.to ?? day.span![0], after?.from ?? day.span![1]];
  const [origin, goal] = [before ? before.place : BASE, after ? after.place : BASE];
  const [there, onwards] = [way(ask, origin, ask.place), way(ask, ask.place, goal)];
  const [early, late] = [from - leftAt - there, dueAt - to - onwards];
  if (early < 0 || late < 0) return null;
  // At the base nobody waits: one leaves later, or is back earlier.
  const waits = [...(before ? [early] : []), ...(after ? [late] : [])];
  return { minutes: from, detour: detourOf(ask, origin, goal), waiting: waits.length === 0 ? 0 : Math.min(...waits) };
}

function detourOf(ask: SlotAsk, origin: number | null, goal: number | null): number | null {
  if (ask.travel === null || ask.place === null) return null;
  const added = way(ask, origin, ask.place) + way(ask, ask.place, goal) - way(ask, origin, goal);
  return Math.max(0, Math.round(added)); // by road a way through a third place may be the shorter one
}

/** Minutes; what cannot be counted stops nobody. */
function way({ travel }: SlotAsk, from: number | null, to: number | null): number {
  if (travel === null || from === null || to === null || from === to) return 0;
  return travel.seconds[from * travel.size + to]! / 60;
}

function startsIn(openings: readonly Span[], length: number): number[] {
  return openings.flatMap(([from, to]) => {
    const starts: number[] = [];
    const first = Math.ceil(from / ROUND) * ROUND;
    for (let at = first; at + length <= to; at = (Math.floor(at / EVERY) + 1) * EVERY) starts.push(at);
    return starts;
  });
}

/** Whether the lunch still fits somewhere in the day, taken where the visit before it was. */
function hasLunch({ span, lunch }: SlotDay, stops: readonly StandingStop[], ask: SlotAsk): boolean {
  if (lunch.minutes === 0 || span === null) return true;
  let here: StandingStop = { from: span[0], to: span[0], place: BASE };
  for (const next of [...stops, { from: span[1], to: span[1], place: BASE }]) {
    const at = Math.max(lunch.from, here.to) + lunch.minutes;
    if (at <= lunch.to && at + way(ask, here.place, next.place) <= next.from) return true;
    here = next;
  }
  return false;
}

function whyNone(day: SlotDay, ask: SlotAsk): WhyNone {
  if (day.openings.length === 0) return "closed";
  if (day.span === null) return "off";
  if (isFull(day)) return "full";
  const alone = { ...day, stops: [], taken: [] };
  if (feasible(alone, ask).length > 0) return "full";
  // On an empty day without a single way to count, only the hours can be in the way.
  return feasible(alone, { ...ask, travel: null }).length > 0 ? "far" : "closed";
}
