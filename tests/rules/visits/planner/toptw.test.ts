import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { violations } from "~/visits/planner/checker";
import { plan } from "~/visits/planner/plan";
import { readToptw, type Toptw, toptwProblem } from "~/visits/planner/toptw";

function read(name: string): Toptw {
  const reading = readToptw(name, readFileSync(`tests/rules/visits/planner/instances/${name}.txt`, "utf8"));
  if (!reading.ok) throw new Error(reading.why);
  return reading.toptw;
}

describe("reading the published files", () => {
  it("takes Solomon files in tenths, windows from the last two columns", () => {
    const c101 = read("c101");
    expect(c101).toMatchObject({ scale: 10 });
    expect(c101.vertices).toHaveLength(101);
    expect(c101.vertices[0]).toMatchObject({ number: 0, opens: 0, closes: 12360 });
    expect(c101.vertices[1]).toEqual({
      number: 1,
      x: 45_000,
      y: 68_000,
      service: 900,
      score: 10,
      opens: 9120,
      closes: 9670,
    });
  });

  it("takes Cordeau files in hundredths, with lists of any length before the window", () => {
    const pr12 = read("pr12");
    expect(pr12).toMatchObject({ scale: 100 });
    expect(pr12.vertices).toHaveLength(97);
    expect(pr12.vertices[1]).toEqual({
      number: 1,
      x: 33_588,
      y: 30_750,
      service: 1200,
      score: 4,
      opens: 15_700,
      closes: 41_700,
    });
    expect(read("pr07").vertices).toHaveLength(73);
  });

  it("survives a header broken over two lines", () => {
    expect(read("c204").vertices).toHaveLength(101);
  });

  it("tells the two families apart without their names", () => {
    for (const name of ["c101", "r101", "pr01", "pr12"]) {
      const text = readFileSync(`tests/rules/visits/planner/instances/${name}.txt`, "utf8");
      const reading = readToptw("problem", text);
      expect(reading.ok && reading.toptw.scale).toBe(name.startsWith("pr") ? 100 : 10);
    }
  });

  it("truncates distances, exactly", () => {
    const { travel } = toptwProblem(read("c101"), 1);
    const distance = (i: number, j: number) => travel.seconds[i * travel.size + j];
    // (40, 50) to (45, 68): the root of 349 is 18.68.
    expect(distance(0, 1)).toBe(186);
    expect(distance(1, 0)).toBe(186);
    // (45, 68) to (45, 70).
    expect(distance(1, 2)).toBe(20);
  });

  it.each(["c101", "pr12"])("takes %s as other systems write it", (name) => {
    const text = readFileSync(`tests/rules/visits/planner/instances/${name}.txt`, "utf8");
    const lines = text.split("\n").map((line) => line.trim());
    const foreign = [
      lines.join("\r\n"),
      lines.join("\r"),
      `\ufeff${lines.join(" \t\n")}`,
      `\n\n${lines.join("\n\n")}\n\n\n`,
      lines.join("\n").replaceAll(" ", "\t\t"),
    ];
    for (const each of foreign) expect(readToptw(name, each)).toEqual({ ok: true, toptw: read(name) });
  });

  it("does not plan half a file", () => {
    const half = "1 1 2 1\n0 100\n0 1 1 0 0 0 0 0 10\n1 1 1 0 5 0 0 0 10\n2 1 1 0";
    expect(readToptw("c1", half)).toEqual({ ok: false, why: "La ligne 5 est incomplète." });
  });

  it("plans nothing where nothing is worth a visit or the day is over before it begins", () => {
    for (const text of ["0 1 1 0 0 0 0 0 100\n1 1 1 0 0 0 0 0 100", "0 1 1 0 0 0 0 9 0\n1 9 1 0 5 0 0 0 100"]) {
      const reading = readToptw("c1", text);
      if (!reading.ok) throw new Error(reading.why);
      expect(plan(toptwProblem(reading.toptw, 2), { seed: 1, budget: { iterations: 50 } })).toMatchObject({ score: 0 });
    }
  });

  it("refuses what is not such a file, with a reason", () => {
    expect(readToptw("x", "")).toEqual({ ok: false, why: expect.stringContaining("aucun sommet") });
    const wrong = "0 1 1 0 0 0 0 0 10\n2 1 1 0 0 0 0 0 10";
    expect(readToptw("x", wrong)).toEqual({ ok: false, why: "La ligne du sommet 1 n’a pas la forme attendue." });
    expect(readToptw("x", "0 1 1 0 0 0 0 0 10\n1 a 1 0 0 0 0 0 10").ok).toBe(false);
  });
});

describe("planning the published problems", () => {
  // Proven optima of one day, and one of four days with every visit possible.
  it.each([
    ["c101", 1, 320],
    ["r101", 1, 198],
    ["rc107", 1, 277],
    ["pr01", 1, 308],
    ["pr07", 1, 298],
    ["pr01", 4, 657],
  ])("reaches the optimum of %s with %i days", (name, days, optimum) => {
    const problem = toptwProblem(read(name), days);
    const answer = plan(problem, { seed: 1, budget: { iterations: 8000 } });
    expect(violations(problem, answer)).toEqual([]);
    expect(answer.score).toBe(optimum);
  });

  it("gives the same tours for the same seed and iterations", () => {
    const problem = toptwProblem(read("pr12"), 2);
    const options = { seed: 42, budget: { iterations: 2000 }, explains: false };
    expect(plan(problem, options).days).toEqual(plan(problem, options).days);
  });

  it("asks for iterations that fit the effort", () => {
    const problem = toptwProblem(read("pr01"), 1);
    const fast = plan(problem, { seed: 1, budget: { effort: "fast" }, cpuClock: () => 0 });
    expect(fast.iterations).toBeGreaterThan(10_000);
  });
});
