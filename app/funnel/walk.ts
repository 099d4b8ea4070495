import { type Day, daysBetween } from "~/calendar/day";
import { STAGES, type Stage } from "./stage";

/** One move, on its day in the fund's zone. */
export interface Move {
  readonly to: Stage | "lost";
  readonly day: Day;
}

/** Where the moves led one doctor: each stage with the day it was reached, and the days since the one before. */
export interface Walked {
  readonly stage: Stage | null;
  readonly isLost: boolean;
  readonly reached: Readonly<Partial<Record<Stage, Day>>>;
  readonly waited: Readonly<Partial<Record<Stage, number>>>;
}

/**
 * Reads the moves of one doctor in order. A stage jumped over was reached with the one beyond, but nobody waited there. A
 * move back (by hand, or of somebody lost who returns) forgets the stages beyond it. tandem.funnel_sheet says the same in SQL.
 */
export function walk(moves: readonly Move[]): Walked {
  let stage: Stage | null = null;
  let isLost = false;
  let reached: Partial<Record<Stage, Day>> = {};
  let entered: Partial<Record<Stage, Day>> = {};
  for (const { to, day } of moves) {
    isLost = to === "lost";
    if (to === "lost") continue;
    stage = to;
    reached = Object.fromEntries(upTo(to).map((name) => [name, reached[name] ?? day]));
    entered = { ...only(entered, upTo(to)), [to]: entered[to] ?? day };
  }
  return { stage, isLost, reached, waited: waits(reached, entered) };
}

function waits(reached: Walked["reached"], entered: Walked["reached"]): Walked["waited"] {
  const waited: Partial<Record<Stage, number>> = {};
  STAGES.forEach((name, at) => {
    const from = at === 0 ? undefined : entered[STAGES[at - 1]!];
    const to = reached[name];
    if (from !== undefined && to !== undefined) waited[name] = daysBetween(from, to);
  });
  return waited;
}

const upTo = (stage: Stage) => STAGES.slice(0, STAGES.indexOf(stage) + 1);

function only(days: Walked["reached"], names: readonly Stage[]): Partial<Record<Stage, Day>> {
  return Object.fromEntries(names.flatMap((name) => (days[name] === undefined ? [] : [[name, days[name]]])));
}
