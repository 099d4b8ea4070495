import { violations } from "~/visits/planner/checker";
import type { Plan } from "~/visits/planner/itinerary";
import { plan } from "~/visits/planner/plan";
import type { Problem } from "~/visits/planner/problem";
import { bestInsertions, costOfForcing } from "~/visits/planner/questions";
import { repair } from "~/visits/planner/repair";
import { ownCpu } from "../clock";
import type { Report } from "../report";
import { byCpu } from "./plan.bench";
import { realisticWeek } from "./realistic";

/** Percent below the reference allowed after two seconds. */
const SIZES = [
  { doctors: 300, most: 1.5 },
  { doctors: 1000, most: 2 },
];

/** Two seconds against the best of long runs, on invented but lifelike weeks of five days. */
export function benchWeeks(report: Report, scale: "small" | "full"): void {
  const { seeds, long, runs } =
    scale === "full" ? { seeds: [1, 2, 3], long: 20, runs: 2 } : { seeds: [1], long: 8, runs: 1 };
  for (const { doctors, most } of SIZES) {
    report.title(
      `Lifelike weeks: ${doctors} doctors, 5 days; reference: best of ${runs} x ${long} s and the run itself`,
    );
    const gaps = seeds.map((seed) => {
      const week = realisticWeek(doctors, 5, seed);
      const greedy = timed(() => plan(week, { seed: 1, budget: { iterations: 0 }, explains: false }));
      const answer = plan(week, byCpu(2, 1));
      const scores = Array.from({ length: runs }, (_, run) => plan(week, byCpu(long, 11 + run)).score);
      const reference = Math.max(answer.score, ...scores);
      const gap = (100 * (reference - answer.score)) / reference;
      const visits = visitsOf(answer).length;
      report.note(
        `week ${seed}: ${gap.toFixed(2)} % below, ${visits} visits, first plan in ${greedy.seconds.toFixed(2)} s`,
      );
      if (violations(week, answer).length > 0) throw new Error("the checker refused a week");
      return { gap, first: greedy.seconds };
    });
    const mean = gaps.reduce((sum, { gap }) => sum + gap, 0) / gaps.length;
    report.goal(`2 s, at most ${most} % below`, mean <= most, `${mean.toFixed(2)} %`);
    const first = Math.max(...gaps.map((each) => each.first));
    report.goal("first usable plan within 0.5 s", first <= 0.5, `${first.toFixed(2)} s of processor`);
  }
}

/** Each visit of a week is cancelled in turn; the touched day is mended in half a second at most. */
export function benchReplan(report: Report): void {
  report.title("Mending a week of 300 doctors after one cancellation");
  const week = realisticWeek(300, 5, 1);
  const before = plan(week, byCpu(2, 1));
  let [kept, others, slowest, gained, slowestList] = [0, 0, 0, 0, 0];
  const visits = visitsOf(before);
  for (const { candidate, day } of visits) {
    const without = cancel(week, candidate);
    const { result, seconds } = timed(() => repair(without, before, { ...byCpu(0.3, 1), days: [day] }));
    if (violations(without, result.plan).length > 0) throw new Error("the checker refused a mended week");
    kept += result.diff.kept.length;
    others += visits.length - 1;
    gained += result.diff.added.length;
    slowest = Math.max(slowest, seconds);
    slowestList = Math.max(slowestList, timed(() => bestInsertions(without, result.plan, { day })).seconds);
  }
  const share = (100 * kept) / others;
  report.goal(
    "other visits within 15 minutes of their hour, at least 95 %",
    share >= 95,
    `${share.toFixed(1)} % of ${others}`,
  );
  report.goal("mended within 0.5 s", slowest <= 0.5, `slowest ${slowest.toFixed(2)} s of processor`);
  report.note(`holes filled again: ${gained} visits added after ${visits.length} cancellations`);
  report.note(`five best insertions: slowest ${(slowestList * 1000).toFixed(0)} ms of processor`);
}

/** What the screen asks while the delegate looks at the week: each question once, the slowest counts. */
const QUESTIONS = [
  { doctors: 300, mostMs: 50 },
  { doctors: 1000, mostMs: 300 },
];

export function benchQuestions(report: Report): void {
  report.title("Questions about a week with locks");
  for (const { doctors, mostMs } of QUESTIONS) {
    const week = realisticWeek(doctors, 5, 1);
    const free = plan(week, byCpu(0.5, 1));
    const [booked, due] = visitsOf(free);
    const locks = [booked!, { candidate: due!.candidate, day: null }];
    const before = plan({ ...week, locks }, byCpu(0.5, 1));
    const asked = plan({ ...week, locks }, { ...byCpu(0.5, 1), explains: true }).unplanned.slice(0, 20);
    const lists = week.days.map((_, day) => timed(() => bestInsertions({ ...week, locks }, before, { day })).seconds);
    const costs = asked.map(
      ({ candidate }) => timed(() => costOfForcing({ ...week, locks }, before, candidate)).seconds,
    );
    const slowest = 1000 * Math.max(...lists, ...costs);
    report.goal(`${doctors} doctors, within ${mostMs} ms`, slowest <= mostMs, `slowest ${slowest.toFixed(0)} ms`);
  }
}

function visitsOf(answer: Plan): { candidate: string; day: number }[] {
  return answer.days.flatMap((itinerary, day) =>
    (itinerary?.stops ?? []).flatMap(({ candidate }) => (candidate === null ? [] : [{ candidate, day }])),
  );
}

function cancel(week: Problem, id: string): Problem {
  return { ...week, candidates: week.candidates.filter((candidate) => candidate.id !== id) };
}

function timed<T>(work: () => T): { result: T; seconds: number } {
  const started = ownCpu();
  const result = work();
  return { result, seconds: (ownCpu() - started) / 1000 };
}
