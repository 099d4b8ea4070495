import { addDays, type Day } from "~/calendar/day";
import { dayNumber, type Moves } from "./events";
import { type Ask, forecast } from "./forecast";
import { knowledgeAt } from "./tally";

export interface PastForecast {
  readonly asof: Day;
  readonly deadline: Day;
  readonly low: number;
  readonly middle: number;
  readonly high: number;
  readonly truth: number;
  readonly isHeld: boolean;
  readonly runRate: number;
}

export interface BackTest {
  /** Weeks ahead that each past forecast looked. */
  readonly weeksAhead: number;
  readonly past: readonly PastForecast[];
  readonly held: number;
  /** Mean distance to the truth, of the forecast and of the run-rate line. */
  readonly miss: number | null;
  readonly runRateMiss: number | null;
}

const MOST_WEEKS = 52;
const WEEKS_AHEAD = 8;
const DRAWS = 120;

interface Reach {
  readonly weeksAhead: number;
  readonly mostWeeks: number;
  readonly draws: number;
}

/** Forecasts again from each past week, knowing what that week knew, and compares with what came. */
export function backTest(
  moves: Moves,
  ask: Pick<Ask, "asof">,
  { weeksAhead = WEEKS_AHEAD, mostWeeks = MOST_WEEKS, draws = DRAWS }: Partial<Reach> = {},
): BackTest {
  const past: PastForecast[] = [];
  for (let back = weeksAhead + mostWeeks - 1; back >= weeksAhead; back--) {
    const [asof, deadline] = [addDays(ask.asof, -7 * back), addDays(ask.asof, -7 * (back - weeksAhead))];
    const told = forecast(moves, { asof, deadline, draws });
    if (told.kind !== "forecast") continue;
    const truth = knowledgeAt(moves, dayNumber(deadline))!.signed;
    const { low, middle, high } = told.atDeadline;
    past.push({
      asof,
      deadline,
      low,
      middle,
      high,
      truth,
      isHeld: low <= truth && truth <= high,
      runRate: told.runRate,
    });
  }
  const mean = (of: (each: PastForecast) => number) =>
    past.length === 0 ? null : past.reduce((sum, each) => sum + Math.abs(of(each) - each.truth), 0) / past.length;
  return {
    weeksAhead,
    past,
    held: past.filter(({ isHeld }) => isHeld).length,
    miss: mean(({ middle }) => middle),
    runRateMiss: mean(({ runRate }) => runRate),
  };
}
