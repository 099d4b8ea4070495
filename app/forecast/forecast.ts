import { addDays, type Day } from "~/calendar/day";
import { chanceFrom } from "./chance";
import { chancesOf } from "./chances";
import { dayNumber, type Moves } from "./events";
import { lawOf, ratesOf } from "./hazards";
import { type Contributor, contributorsOf, counted, type Sureness, surenessOf } from "./people";
import { AS_IT_IS, enteringBy, type Scenario } from "./scenario";
import { type Spread, shareFrom, spreadOf } from "./spread";
import { type Knowledge, knowledgeAt, type Tally } from "./tally";
import { lackOf } from "./too-little";
import { doubtOf, type Future, futureBy, steadyFuture, trendsOf } from "./trends";
import { type Course, walk } from "./walk";

export interface Ask {
  readonly asof: Day;
  readonly deadline: Day;
  readonly target?: number | undefined;
  readonly scenario?: Scenario | undefined;
  /** Counts of all caisses: a caisse alone is then shrunk towards the nation. */
  readonly prior?: Tally | null | undefined;
  readonly draws?: number | undefined;
}

interface Asked {
  readonly asof: Day;
  readonly deadline: Day;
  /** Contracts known that day. */
  readonly signed: number;
}

export interface Foreseen extends Asked {
  readonly kind: "forecast";
  readonly atDeadline: Spread;
  /** By week, contracts in all. */
  readonly fan: readonly ({ readonly day: Day } & Spread)[];
  readonly reachesTarget: number | null;
  readonly contributors: readonly Contributor[];
  /** Contracts if the last eight weeks simply went on. */
  readonly runRate: number;
}

export type Forecast =
  | Foreseen
  | (Asked & { readonly kind: "passed" })
  | (Asked & { readonly kind: "too-little"; readonly why: string; readonly needed: string });

const DRAWS = 500;
const SEED = 20_261_124;
/** Weeks a run-rate line is drawn through. */
const RUN = 8;

/** Contracts at a deadline, with the interval that holds them four times in five; or why nothing can be said. */
export function forecast(moves: Moves, ask: Ask): Forecast {
  const span = dayNumber(ask.deadline) - dayNumber(ask.asof);
  const known = knowledgeAt(moves, dayNumber(ask.asof) + Math.min(0, span));
  const asked = { asof: ask.asof, deadline: ask.deadline, signed: known?.signed ?? 0 };
  if (span <= 0) return { kind: "passed", ...asked };
  const lack = lackOf(known, moves.day.length, span);
  if (lack || !known) return { kind: "too-little", ...asked, ...lack! };
  return { kind: "forecast", ...asked, ...foreseen(known, moves.groups, span, ask) };
}

function foreseen(known: Knowledge, groups: readonly string[], span: number, ask: Ask) {
  const law = lawOf(known.tallies, known.whole, ask.prior ?? null);
  const trends = trendsOf(known, law);
  const weeks = Math.ceil(span / 7);
  const lastPart = span / 7 - (weeks - 1);
  const entering = enteringBy(known.entries, (group) => groups[group]!.includes("|ZIP|"), ask.scenario ?? AS_IT_IS);
  const courseOf = (future: Future): Course => ({
    weeks,
    lastPart,
    signing: (week) => future.signing[week]!,
    advancing: (week) => future.advancing[week]!,
    entering: (week, group, state) =>
      entering(week, group, state, future.arriving[week]!) * (week === weeks - 1 ? lastPart : 1),
  });
  const middle = courseOf(steadyFuture(trends, weeks));
  const rates = ratesOf(law, null);
  const chances = chancesOf(law, rates, middle);
  const inAll = walk(law, rates, known.standing, middle).at(-1)!;
  const contributors = contributorsOf(known, chances, inAll);
  const sureness: Sureness = surenessOf(known, chances, inAll);

  const [chance, count, doubt] = [chanceFrom(SEED), ask.draws ?? DRAWS, doubtOf(trends)];
  const totals = Array.from({ length: weeks }, () => new Float64Array(count));
  for (let draw = 0; draw < count; draw++) {
    const future = futureBy(trends, weeks, chance);
    const gained = walk(law, ratesOf(law, chance, doubt), known.standing, courseOf(future));
    for (let week = 0; week < weeks; week++)
      totals[week]![draw] = known.signed + counted(gained[week]!, future.noise, sureness, chance);
  }
  const dayAt = (week: number) => (week === weeks - 1 ? ask.deadline : addDays(ask.asof, 7 * (week + 1)));
  const last = totals[weeks - 1]!;
  return {
    atDeadline: spreadOf(last),
    fan: rising(totals.map((draws, week) => ({ day: dayAt(week), ...spreadOf(draws) }))),
    reachesTarget: ask.target === undefined ? null : shareFrom(last, ask.target),
    contributors,
    runRate: known.signed + (recent(known) * span) / 7,
  };
}

/** Contracts are never taken back: no week says more than the one after it, whatever the luck of its draws. */
function rising<Week extends Spread>(fan: readonly Week[]): Week[] {
  const risen = [...fan];
  for (let week = fan.length - 2; week >= 0; week--) {
    const [now, next] = [risen[week]!, risen[week + 1]!];
    const under = (of: "low" | "middle" | "high" | "mean") => Math.min(now[of], next[of]);
    risen[week] = { ...now, low: under("low"), middle: under("middle"), high: under("high"), mean: under("mean") };
  }
  return risen;
}

function recent({ signings, weeks }: Knowledge): number {
  const run = signings.slice(Math.max(0, weeks - RUN));
  return run.reduce((sum, each) => sum + each, 0) / run.length;
}
