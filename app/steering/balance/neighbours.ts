import { metresBetween } from "~/geo/point";
import type { CommuneWork } from "./situation";

/** Communes whose border is likely shared: there are six around a commune on average. */
const AROUND = 6;

/** The communes around each one, the nearest first, with the metres between. */
export type Neighbours = ReadonlyMap<string, readonly { code: string; metres: number }[]>;

/** One without a place has no neighbours: it stays where it is. */
export function neighboursOf(communes: readonly CommuneWork[]): Neighbours {
  const placed = communes.flatMap(({ code, place }) => (place ? [{ code, place }] : []));
  return new Map(
    placed.map(({ code, place }) => {
      const others = placed
        .filter((other) => other.code !== code)
        .map((other) => ({ code: other.code, metres: metresBetween(place, other.place) }))
        .sort((a, b) => a.metres - b.metres || (a.code < b.code ? -1 : 1));
      return [code, others.slice(0, AROUND)];
    }),
  );
}
