import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { violations } from "~/visits/planner/checker";
import { plan } from "~/visits/planner/plan";
import type { Problem } from "~/visits/planner/problem";
import { repair } from "~/visits/planner/repair";
import { bestScore } from "./exact";
import { anHourLater, weeks } from "./weeks";

const quick = { seed: 1, budget: { iterations: 600 } };
const runs = (numRuns: number) => ({ numRuns, seed: 20260301 });
const shuffled = <T>(list: readonly T[]): T[] =>
  list
    .map((each, i) => ({ each, key: (i * 7919) % 101 }))
    .sort((a, b) => a.key - b.key)
    .map(({ each }) => each);
const visitsOf = ({ days }: { days: ReturnType<typeof plan>["days"] }) =>
  days.map((day) => day?.stops.map(({ candidate, startsAt }) => [candidate, startsAt]));

describe("a plan", () => {
  it.each([true, false])("keeps every rule of the week, and no unplanned doctor fits (metric travel: %s)", (metric) => {
    fc.assert(
      fc.property(weeks({ candidates: 14, days: 3, metric }), (week) => {
        const answer = plan(week, quick);
        expect(violations(week, answer)).toEqual([]);
        if (metric) expect(answer.unplanned.filter(({ reason }) => reason === "not_found")).toEqual([]);
        if (answer.conflicts.length > 0) return;
        const planned = answer.days.flatMap((day) => day?.stops.flatMap(({ candidate }) => candidate ?? []) ?? []);
        expect([...planned, ...answer.unplanned.map(({ candidate }) => candidate)].sort()).toEqual(
          week.candidates.map(({ id }) => id).sort(),
        );
      }),
      runs(150),
    );
  });

  it("is the best one in small weeks, and refuses exactly the locks that cannot be kept", () => {
    fc.assert(
      fc.property(weeks({ candidates: 8, days: 2 }), (week) => {
        const answer = plan(week, { seed: 3, budget: { iterations: 1500 } });
        expect(answer.conflicts.length > 0 ? -1 : answer.score).toBe(bestScore(week));
      }),
      runs(120),
    );
  });

  it("is the best one on single days of up to thirteen doctors", () => {
    fc.assert(
      fc.property(weeks({ candidates: 13, days: 1, locks: false }), (week) => {
        expect(plan(week, { seed: 5, budget: { iterations: 2500 } }).score).toBe(Math.max(0, bestScore(week)));
      }),
      runs(15),
    );
  });

  it("is the same for the same seed and for shuffled input", () => {
    fc.assert(
      fc.property(weeks({ candidates: 14, days: 3 }), (week) => {
        const answer = plan(week, quick);
        expect(plan(week, quick)).toEqual(answer);
        const mixed = { ...week, candidates: shuffled(week.candidates), locks: [...week.locks].reverse() };
        expect(plan(mixed, quick)).toEqual(answer);
      }),
      runs(40),
    );
  });

  it("moves with the clock when everything is an hour later", () => {
    fc.assert(
      fc.property(weeks({ candidates: 12, days: 2 }), (week) => {
        const moved = visitsOf(plan(week, quick)).map((day) => day?.map(([id, at]) => [id, Number(at) + 3600]));
        expect(visitsOf(plan(anHourLater(week), quick))).toEqual(moved);
      }),
      runs(40),
    );
  });

  it("does not lose by removing a doctor it did not visit, nor by opening hours added", () => {
    fc.assert(
      fc.property(weeks({ candidates: 12, days: 2 }), (week) => {
        const answer = plan(week, quick);
        const spare = answer.unplanned.find(({ candidate }) =>
          week.locks.every((lock) => lock.candidate !== candidate),
        );
        if (!spare || answer.conflicts.length > 0) return;
        const without: Problem = { ...week, candidates: week.candidates.filter(({ id }) => id !== spare.candidate) };
        expect(repair(without, answer, { ...quick, loyalty: 0 }).plan.score).toBeGreaterThanOrEqual(answer.score);
        const wider = (id: string): Problem["candidates"][number]["windows"] =>
          week.candidates
            .find((c) => c.id === id)!
            .windows.map((list) => [...list, { from: 20 * 3600, to: 21 * 3600 }]);
        const open: Problem = { ...week, candidates: week.candidates.map((c) => ({ ...c, windows: wider(c.id) })) };
        expect(violations(open, answer)).toEqual([]);
      }),
      runs(60),
    );
  });
});

describe("running a plan", () => {
  const week = fc.sample(weeks({ candidates: 14, days: 3, locks: false }), { numRuns: 1, seed: 4 })[0]!;

  it("reports its progress up to the end, never losing score", () => {
    const seen: { share: number; score: number }[] = [];
    plan(week, quick, (progress) => seen.push(progress));
    expect(seen.at(-1)!.share).toBe(1);
    expect(
      seen.every(({ score, share }, i) => i === 0 || (score >= seen[i - 1]!.score && share > seen[i - 1]!.share)),
    ).toBe(true);
  });

  it("stops when told to and says that it was cut short", () => {
    const stopped = plan(week, { seed: 1, budget: { iterations: 1e9 } }, undefined, { aborted: true });
    expect(stopped).toMatchObject({ truncated: true, iterations: 0 });
    expect(violations(week, stopped)).toEqual([]);
  });

  it("spends seconds by the clock handed to it, and caps iterations by it", () => {
    let ticks = 0;
    const cpuClock = () => ticks++ / 100;
    expect(plan(week, { seed: 1, budget: { cpuSeconds: 1 }, cpuClock }).truncated).toBe(false);
    expect(ticks).toBeLessThan(120);
    ticks = 0;
    expect(plan(week, { seed: 1, budget: { iterations: 1e9 }, cpuClock, mostSeconds: 1 }).truncated).toBe(true);
    expect(() => plan(week, { seed: 1, budget: { cpuSeconds: 1 } })).toThrow(RangeError);
  });
});
