import { cumulated, PLACES, type Place } from "./place";

/** A stage as it is read: how many came this far, what share of the stage before, after how long. Null: not said. */
export interface StageFigures {
  readonly place: Place;
  readonly doctors: number | null;
  /** Of them, those who stopped here and said no. */
  readonly lost: number | null;
  /** Share of the stage before, from 0 to 1. */
  readonly conversion: number | null;
  /** Days since the stage before, for half of the doctors. */
  readonly delay: { readonly days: number; readonly doctors: number } | null;
}

export interface Standing {
  readonly place: Place;
  readonly isLost: boolean;
  readonly doctors: number | null;
}

interface Delay {
  readonly place: Place;
  readonly days: number;
  readonly doctors: number;
}

/** Fewer than these doctors make no middle worth saying. */
export const LEAST_FOR_DELAY = 5;

/** From where everybody stands: whoever is further came through here too. */
export function figuresOfStanding(standing: readonly Standing[], delays: readonly Delay[]): StageFigures[] {
  const sum = (rows: readonly Standing[]) =>
    Object.fromEntries(
      PLACES.map((place) => [
        place,
        rows.filter((row) => row.place === place).reduce((all, { doctors }) => all + (doctors ?? 0), 0),
      ]),
    ) as Record<Place, number>;
  const lost = sum(standing.filter(({ isLost }) => isLost));
  return told(cumulated(sum(standing)), lost, delays);
}

/** From how many reached each stage; a place without a count is not known then, which is not none. */
export function figuresOfReached(
  reached: Readonly<Partial<Record<Place, number | null>>>,
  lost: Readonly<Partial<Record<Place, number>>> | null,
  delays: readonly Delay[],
): StageFigures[] {
  return told(reached, lost, delays);
}

function told(
  counts: Readonly<Partial<Record<Place, number | null>>>,
  lost: Readonly<Partial<Record<Place, number>>> | null,
  delays: readonly Delay[],
): StageFigures[] {
  return PLACES.map((place, at) => {
    const doctors = counts[place] ?? null;
    const before = at === 0 ? null : (counts[PLACES[at - 1]!] ?? null);
    const delay = delays.find((each) => each.place === place);
    return {
      place,
      doctors,
      lost: lost && (lost[place] ?? 0),
      conversion: doctors === null || before === null || before === 0 ? null : doctors / before,
      delay: delay && delay.doctors >= LEAST_FOR_DELAY ? { days: delay.days, doctors: delay.doctors } : null,
    };
  });
}
