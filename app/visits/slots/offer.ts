import type { Day } from "~/calendar/day";
import type { NoSlot } from "./day-words";
import type { Slot } from "./slots";

/** One day as the screen shows it. */
export interface Offer {
  readonly day: Day;
  readonly slots: readonly Slot[];
  readonly best: Slot | null;
  readonly none: NoSlot | null;
}

const WEEK = 5;

/** The day that is open first: the one asked for, else the best proposal, else the first that is not past. */
export function chosenDay(
  offers: readonly Offer[],
  asked: string | null,
  proposed: readonly { day: Day }[],
  today: Day,
) {
  const wanted = offers.find(({ day }) => day === asked) ?? offers.find(({ day }) => day === proposed[0]?.day);
  return wanted ?? offers.find(({ day }) => day >= today) ?? offers[0]!;
}

/** When the practice is closed every day of the week of that day: the first open day after it, or null further on. */
export function afterClosedWeek(offers: readonly Offer[], day: Day): { next: Day | null } | null {
  const from = Math.floor(offers.findIndex((offer) => offer.day === day) / WEEK) * WEEK;
  const isClosed = offers.slice(from, from + WEEK).every(({ none }) => none?.isClosed || none?.label === "passé");
  const hasClosed = offers.slice(from, from + WEEK).some(({ none }) => none?.isClosed);
  if (!isClosed || !hasClosed) return null;
  return { next: offers.slice(from + WEEK).find(({ best }) => best !== null)?.day ?? null };
}
