import { afterAll, describe, expect, it } from "vitest";
import { openPlanner } from "~/server/planner-threads";
import { plan } from "~/visits/planner/plan";
import { repair } from "~/visits/planner/repair";
import { aProblem } from "./problems";

const planner = openPlanner(1);
afterAll(() => planner.close());

const options = (iterations: number) => ({ seed: 7, budget: { iterations } });

describe("the planner's threads", () => {
  it("answer what the engine answers, and tell how far they are", async () => {
    const shares: number[] = [];
    const answer = await planner.plan(aProblem(30), options(2_000), ({ share }) => shares.push(share));
    expect(answer).toEqual(plan(aProblem(30), options(2_000)));
    expect(shares.length).toBeGreaterThan(0);
    expect([...shares].sort((a, b) => a - b)).toEqual(shares);
  });

  it("adapt a week that is there as the engine would", async () => {
    const before = plan(aProblem(30), options(2_000));
    const answer = await planner.repair(aProblem(32), before, options(300));
    expect(answer).toEqual(repair(aProblem(32), before, options(300)).plan);
  });

  it("serve whoever asked first, take the matrix over and keep this thread free", async () => {
    const order: string[] = [];
    const problems = [aProblem(30), aProblem(30), aProblem(30)];
    let beats = 0;
    const beat = setInterval(() => beats++, 5);
    await Promise.all(
      problems.map((problem, i) => planner.plan(problem, options(1_000)).then(() => order.push(String(i)))),
    );
    clearInterval(beat);
    expect(order).toEqual(["0", "1", "2"]);
    expect(problems[0]!.travel.seconds.length).toBe(0);
    expect(beats).toBeGreaterThan(2);
  });

  it("stop when the answer is no longer wanted", async () => {
    const stop = new AbortController();
    const asked = planner.plan(aProblem(60), options(50_000_000), () => stop.abort(), stop.signal);
    expect((await asked).truncated).toBe(true);
  });

  it("survive a problem that breaks the engine", async () => {
    const broken = { ...aProblem(5), days: null } as never;
    await expect(planner.plan(broken, options(10))).rejects.toThrow();
    expect((await planner.plan(aProblem(10), options(100))).conflicts).toEqual([]);
  });

  it("refuse everybody once they are closed", async () => {
    const closing = openPlanner(1);
    const waiting = [1, 2].map(() => closing.plan(aProblem(60), options(50_000_000)));
    const answers = Promise.allSettled(waiting);
    await closing.close();
    expect((await answers).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    await expect(closing.plan(aProblem(5), options(10))).rejects.toThrow("closed");
  });
});
