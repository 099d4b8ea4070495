import type { Day } from "~/calendar/day";
import { type BackTest, backTest } from "./back-test";
import { dayNumber, eventBook, type FunnelEvent, type Moves } from "./events";
import { type Forecast, forecast } from "./forecast";
import { type MetDoctor, type Practice, SETTLED_DAYS, tableOf } from "./model/declared";
import { type DoctorChance, doctorChances } from "./model/doctor-chances";
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

/** What the page opens with: a forecast, and the target it was held against. */
export interface Kept {
  readonly told: Forecast;
  readonly target: number;
}

export interface Night extends Kept {
  readonly backTest: BackTest | null;
  readonly model: Model | null;
  readonly judged: Judged;
  /** None while the model is not worth it. */
  readonly chances: readonly DoctorChance[];
}

/** All that is worked out for one caisse while nobody waits. */
export function workedOut(given: {
  facts: readonly FunnelEvent[];
  met: readonly MetDoctor[];
  open: readonly (Practice & { readonly doctorId: number })[];
  target: number;
  nation: Nation | null;
  today: Day;
}): Night {
  const moves = movesOf(given.facts);
  const { target } = given;
  const ask = { asof: given.today, deadline: defaultDeadline(given.today), target, prior: priorOf(given.nation) };
  const told = forecast(moves, ask);
  const table = tableOf(given.met, given.today);
  const judged = judge(table, SETTLED_DAYS);
  const model = judged.isUsable ? fitModel(table) : null;
  return {
    told,
    target,
    backTest: told.kind === "forecast" ? backTest(moves, ask) : null,
    model,
    judged,
    chances: model ? doctorChances(model, given.open) : [],
  };
}
