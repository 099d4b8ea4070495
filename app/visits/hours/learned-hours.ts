import { ASSUMED_HOURS, type WeekHours } from "../hours";
import type { Span } from "../setting";

export type Half = "morning" | "afternoon";

export interface HalfDay {
  /** Monday is 1. */
  readonly weekday: number;
  readonly half: Half;
}

/** Somebody went there: the doctor received them, or was not there. */
export interface Knock extends HalfDay {
  readonly wasMet: boolean;
}

export interface Learned {
  /** Absent twice or more, never received: the practice seems closed then. */
  readonly closed: readonly HalfDay[];
  /** Received at least once. */
  readonly known: readonly HalfDay[];
  /** The hours as they stand, without the half-days that seem closed; null when nothing would change. */
  readonly proposal: WeekHours | null;
}

const ENOUGH = 2;
const MIDDAY = 13 * 60;

export function halfOf(minutes: number): Half {
  return minutes < MIDDAY ? "morning" : "afternoon";
}

/** What the reports tell of the hours of a practice. */
export function learnHours(knocks: readonly Knock[], hours: WeekHours | null): Learned {
  const halves = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday): HalfDay[] => [
    { weekday, half: "morning" },
    { weekday, half: "afternoon" },
  ]);
  const at = (half: HalfDay) => knocks.filter((knock) => knock.weekday === half.weekday && knock.half === half.half);
  const known = halves.filter((half) => at(half).some(({ wasMet }) => wasMet));
  const week = hours ?? ASSUMED_HOURS;
  const closed = halves.filter(
    (half) =>
      at(half).length >= ENOUGH && !known.includes(half) && within(week[half.weekday - 1]!, half.half).length > 0,
  );
  return { closed, known, proposal: closed.length === 0 ? null : without(week, closed) };
}

function without(week: WeekHours, closed: readonly HalfDay[]): WeekHours {
  return week.map((spans, at) =>
    (["morning", "afternoon"] as const)
      .filter((half) => !closed.some((each) => each.weekday === at + 1 && each.half === half))
      .flatMap((half) => within(spans, half))
      .reduce(joined, []),
  );
}

/** The part of the openings that lies in that half of the day. */
function within(spans: readonly Span[], half: Half): Span[] {
  return spans.flatMap(([from, to]): Span[] => {
    const [start, end] = half === "morning" ? [from, Math.min(to, MIDDAY)] : [Math.max(from, MIDDAY), to];
    return start < end ? [[start, end]] : [];
  });
}

/** An opening cut at midday and kept on both sides is one again. */
function joined(spans: Span[], next: Span): Span[] {
  const last = spans.at(-1);
  return last?.[1] === next[0] ? [...spans.slice(0, -1), [last[0], next[1]]] : [...spans, next];
}
