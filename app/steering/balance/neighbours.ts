import { metresBetween } from "~/geo/point";
import type { CommuneWork } from "./situation";

/** Communes whose border is likely shared: there are six around a commune on average. */
const AROUND = 6;

/** The communes around each one, the nearest first, with the metres between. */
export type Neighbours = ReadonlyMap<string, readonly { code: string; metres: number }[]>;

interface Near {
  readonly code: string;
  readonly metres: number;
}

/** One without a place has no neighbours: it stays where it is. */
export function neighboursOf(communes: readonly CommuneWork[]): Neighbours {
  const placed = communes.flatMap(({ code, place }) => (place ? [{ code, place }] : []));
  return new Map(
    placed.map(({ code, place }) => {
      let near: Near[] = [];
      for (const other of placed) {
        if (other.code === code) continue;
        const found = { code: other.code, metres: metresBetween(place, other.place) };
        if (near.length < AROUND || isNearer(found, near.at(-1)!)) near = withOne(near, found);
      }
      return [code, near];
    }),
  );
}

const isNearer = (a: Near, b: Near) => a.metres < b.metres || (a.metres === b.metres && a.code < b.code);

function withOne(near: readonly Near[], found: Near): Near[] {
  const at = near.findIndex((each) => isNearer(found, each));
  return near.toSpliced(at === -1 ? near.length : at, 0, found).slice(0, AROUND);
}
