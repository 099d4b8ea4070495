import { violations } from "~/visits/planner/checker";
import { type PlanOptions, plan } from "~/visits/planner/plan";
import { toptwProblem } from "~/visits/planner/toptw";
import { ownCpu } from "../clock";
import type { Report } from "../report";
import { type Reference, readInstance, references } from "./problems";
import { benchQuestions, benchReplan, benchWeeks } from "./weeks.bench";

export interface PlanBenchOptions {
  scale: "small" | "full";
  report: Report;
  /** Processor seconds per problem. */
  seconds?: number;
  seed?: number;
}

interface Outcome extends Reference {
  score: number;
  /** Percent below the best score known; negative above it. */
  gap: number;
}

/** Plans by processor time, as a delegate would wait for it. */
export const byCpu = (seconds: number, seed: number): PlanOptions => ({
  seed,
  budget: { cpuSeconds: seconds },
  cpuClock: () => ownCpu() / 1000,
  explains: false,
});

export async function benchPlan(options: PlanBenchOptions): Promise<{ passed: number; failed: number }> {
  const { report, scale } = options;
  const before = { passed: report.passed, failed: report.failed };
  benchInstances(options);
  benchWeeks(report, scale);
  benchReplan(report);
  benchQuestions(report);
  return { passed: report.passed - before.passed, failed: report.failed - before.failed };
}

function benchInstances({ report, scale, seconds = 2, seed = 1 }: PlanBenchOptions): void {
  const list = references(scale);
  report.title(`Published problems (TOPTW), ${list.length} of them, ${seconds} s of processor each`);
  let unsound = 0;
  const outcomes = list.map((reference): Outcome => {
    const problem = toptwProblem(readInstance(reference.instance), reference.m);
    const answer = plan(problem, byCpu(seconds, seed));
    if (violations(problem, answer).length > 0) unsound++;
    const gap = (100 * (reference.bks - answer.score)) / reference.bks;
    return { ...reference, score: answer.score, gap };
  });
  judge(report, outcomes, unsound);
}

/** Goals of the field at two seconds: the average of all, of the hardest family, of each Solomon family, and the worst. */
function judge(report: Report, outcomes: Outcome[], unsound: number): void {
  report.goal("every tour accepted by the checker", unsound === 0, `${unsound} refused`);
  report.goal("average gap, at most 0.5 %", average(outcomes) <= 0.5, percent(average(outcomes)));
  for (const family of new Set(outcomes.map((each) => each.family))) {
    const own = outcomes.filter((each) => each.family === family);
    const most = family === "pr11-20" ? 2 : family === "pr01-10" ? 1 : 0.3;
    report.goal(`${family}, at most ${most} %`, average(own) <= most, `${percent(average(own))} on ${own.length}`);
  }
  const worst = outcomes.reduce((a, b) => (b.gap > a.gap ? b : a));
  report.goal("worst, at most 6 %", worst.gap <= 6, `${percent(worst.gap)} (${worst.instance}, ${worst.m} days)`);
  const proven = outcomes.filter((each) => each.proven);
  const reached = proven.filter((each) => each.gap <= 0).length;
  report.goal(
    "proven optima reached, at least 95 %",
    reached >= 0.95 * proven.length,
    `${reached} of ${proven.length}`,
  );
  const equal = outcomes.filter((each) => each.gap === 0).length;
  report.note(`equal to the best known: ${equal} of ${outcomes.length}`);
  for (const each of outcomes.filter(({ gap }) => gap < 0)) {
    report.note(`above the best known: ${each.instance}, ${each.m} days, ${each.score} against ${each.bks}`);
  }
  for (const each of outcomes.filter(({ gap }) => gap > 1)) {
    report.note(`${each.instance}, ${each.m} days: ${each.score} of ${each.bks}, ${percent(each.gap)}`);
  }
}

const average = (list: Outcome[]) => list.reduce((sum, { gap }) => sum + gap, 0) / list.length;

const percent = (value: number) => `${value.toFixed(2)} %`;
