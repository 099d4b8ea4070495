import type { Belonging } from "../balance/loads";
import type { Situation } from "../balance/situation";

export interface ToSee {
  readonly doctors: number;
  readonly minutes: number;
  /** The share of them outside the priority areas: 0 to 1. */
  readonly outside: number;
}

/** Doctors to see in each sector, visits booked included. */
export function toSeeOf({ communes }: Situation, belongs: Belonging = new Map()): Map<number, ToSee> {
  const sums = new Map<number, { doctors: number; minutes: number; zip: number }>();
  const at = (id: number) => sums.get(id) ?? { doctors: 0, minutes: 0, zip: 0 };
  for (const { code, sectorId, toSee, held, zip, minutes } of communes) {
    const id = belongs.get(code) ?? sectorId;
    const known = at(id);
    sums.set(id, {
      doctors: known.doctors + toSee + held,
      minutes: known.minutes + (minutes.get(id) ?? 0),
      zip: known.zip + zip,
    });
  }
  return new Map(
    [...sums].map(([id, { doctors, minutes, zip }]) => [
      id,
      { doctors, minutes, outside: doctors === 0 ? 0 : Math.max(0, doctors - zip) / doctors },
    ]),
  );
}

/**
 * Visits that remain, shared out whole in proportion to the doctors to see: the largest remainders take what is left. Without
 * anybody to see, in equal parts.
 */
export function shared(
  visits: number,
  sectors: readonly { id: number }[],
  toSee: ReadonlyMap<number, Pick<ToSee, "doctors">>,
): number[] {
  const weights = sectors.map(({ id }) => toSee.get(id)?.doctors ?? 0);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const exact = weights.map((weight) => (all === 0 ? visits / sectors.length : (visits * weight) / all));
  const parts = exact.map(Math.floor);
  const byRemainder = exact
    .map((value, at) => ({ at, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.at - b.at);
  const left = visits - parts.reduce((sum, part) => sum + part, 0);
  for (const { at } of byRemainder.slice(0, left)) parts[at]! += 1;
  return parts;
}
