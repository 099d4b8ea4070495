import { addMonths, type Day, daysBetween } from "~/calendar/day";
import type { Path } from "./path";
import { type Band, grownTo } from "./peers";
import type { Count, Projection } from "./projection";

/** The drawing's own units; the page stretches it. */
export const WIDTH = 1_000;
export const HEIGHT = 320;

export interface Drawn {
  readonly from: Day;
  readonly to: Day;
  readonly least: number;
  readonly most: number;
  readonly goal: string | null;
  readonly peers: string | null;
  readonly national: string | null;
  readonly counts: string;
  readonly dots: readonly string[];
  readonly today: number | null;
  readonly dueAt: number;
  readonly projection: { readonly line: string; readonly span: string; readonly dot: string } | null;
}

interface Shown {
  readonly path: Path;
  readonly counts: readonly Count[];
  readonly peers: Band;
  readonly national: { readonly on: Day; readonly value: number } | null;
  readonly projection: Projection | null;
  readonly today: Day;
}

/** Where everything lies, from the signature to a little after the due day or the last count. */
export function drawn(shown: Shown): Drawn {
  const { path, counts, projection, today } = shown;
  const { startsOn, dueOn } = path;
  const last = counts.at(-1);
  const { to, start, goal, band, country } = seriesOf(shown);
  const spread = projection ? [projection.low, projection.high] : [];
  const every = [start, counts, goal ?? [], band ?? [], country ?? []].flat().map(({ value }) => value);
  const { least, most } = rangeOf([...every, ...spread]);
  const x = (day: Day) => Math.round((daysBetween(startsOn, day) / daysBetween(startsOn, to)) * WIDTH);
  const y = (value: number) => Math.round(HEIGHT - ((value - least) / (most - least)) * HEIGHT);
  const line = (points: readonly Count[]) =>
    points.map(({ on, value }, at) => `${at ? "L" : "M"}${x(on)} ${y(value)}`).join("");
  const dot = ({ on, value }: Count) => `M${x(on)} ${y(value)}h0`;
  return {
    from: startsOn,
    to,
    least,
    most,
    goal: goal && line(goal),
    peers: band && `${line(band)}Z`,
    national: country && line(country),
    counts: line([...start, ...counts]),
    dots: [...start, ...counts].map(dot),
    today: today > startsOn && today < to ? x(today) : null,
    dueAt: x(dueOn),
    projection: projection && {
      line: line([...(last ? [last] : []), projection]),
      span: `M${x(projection.on)} ${y(projection.low)}L${x(projection.on)} ${y(projection.high)}`,
      dot: dot(projection),
    },
  };
}

/** What is drawn beside the counts, as far as it is known. */
function seriesOf({ path, counts, peers, national }: Shown) {
  const { startsOn, dueOn, baseline, target, isMaintain } = path;
  const ends = [dueOn, ...counts.slice(-1).map(({ on }) => on)].map((day) => addMonths(day, 1));
  const to = ends.sort().at(-1)!;
  const start = baseline === null ? [] : [{ on: startsOn, value: baseline }];
  return {
    to,
    start,
    goal: target === null ? null : goalOf({ startsOn, dueOn, to, target, from: isMaintain ? target : baseline }),
    band: peers.isEnough && baseline !== null ? bandTo(peers, baseline, startsOn, to) : null,
    country: national && baseline !== null ? countryTo(national, baseline, startsOn, to) : null,
  };
}

function goalOf(goal: { startsOn: Day; dueOn: Day; to: Day; target: number; from: number | null }): Count[] {
  const { startsOn, dueOn, to, target, from } = goal;
  const held = [
    { on: dueOn, value: target },
    { on: to, value: target },
  ];
  return from === null ? held : [{ on: startsOn, value: from }, ...held];
}

/** A wedge from the common start: there along the slow end, back along the fast one. */
function bandTo(band: Extract<Band, { isEnough: true }>, baseline: number, startsOn: Day, to: Day): Count[] {
  const at = (rate: number) => ({ on: to, value: grownTo(baseline, rate, startsOn, to) });
  return [{ on: startsOn, value: baseline }, at(band.low), at(band.high)];
}

function countryTo(national: Count, baseline: number, startsOn: Day, to: Day): Count[] {
  const share = daysBetween(startsOn, to) / daysBetween(startsOn, national.on);
  return [
    { on: startsOn, value: baseline },
    { on: to, value: baseline + (national.value - baseline) * share },
  ];
}

/** Round figures around everything shown, with air above and below. */
function rangeOf(values: readonly number[]): { least: number; most: number } {
  const [low, high] = values.length === 0 ? [0, 100] : [Math.min(...values), Math.max(...values)];
  const air = Math.max(10, (high - low) * 0.15);
  const step = high - low > 200 ? 100 : 50;
  return { least: Math.max(0, Math.floor((low - air) / step) * step), most: Math.ceil((high + air) / step) * step };
}
