import type { Day } from "~/calendar/day";
import { type BackTest, backTest } from "./back-test";
import { dayNumber, eventBook, type FunnelEvent, type Moves } from "./events";
import { type Forecast, forecast } from "./forecast";
import { type MetDoctor, SETTLED_DAYS, tableOf } from "./model/declared";
import { type Judged, judge } from "./model/evaluation";
import { fitModel, type Model } from "./model/model";
import { knowledgeAt, type Tally } from "./tally";
import { defaultDeadline } from "./target";

export function movesOf(facts: readonly FunnelEvent[]): Moves {
  const book = eventBook();
  for (const fact of facts) book.add(fact);
  return book.close();
}

/** Counts of all caisses as they are stored: sums by state, step and age, nobody in them. */
export interface Nation {
  readonly moves: readonly number[];
  readonly weeks: readonly number[];
}

/** With fewer caisses than this, a sum would tell each about the other. */
const LEAST_FUNDS = 3;

export function nationOf(facts: readonly FunnelEvent[], today: Day): Nation | null {
  if (new Set(facts.map(({ fund }) => fund)).size < LEAST_FUNDS) return null;
  const whole = knowledgeAt(movesOf(facts), dayNumber(today))?.whole;
  return whole ? { moves: [...whole.moves], weeks: [...whole.weeks] } : null;
}

export const priorOf = (nation: Nation | null): Tally | null =>
  nation && { moves: Float64Array.from(nation.moves), weeks: Float64Array.from(nation.weeks) };

export interface Night {
  readonly told: Forecast;
  readonly backTest: BackTest | null;
  readonly model: Model | null;
  readonly judged: Judged;
}

/** All that is worked out for one caisse while nobody waits. */
export function workedOut(given: {
  facts: readonly FunnelEvent[];
  met: readonly MetDoctor[];
  nation: Nation | null;
  today: Day;
}): Night {
  const moves = movesOf(given.facts);
  const ask = { asof: given.today, deadline: defaultDeadline(given.today), prior: priorOf(given.nation) };
  const told = forecast(moves, ask);
  const table = tableOf(given.met, given.today);
  const judged = judge(table, SETTLED_DAYS);
  return {
    told,
    backTest: told.kind === "forecast" ? backTest(moves, ask) : null,
    model: judged.isUsable ? fitModel(table) : null,
    judged,
  };
}
