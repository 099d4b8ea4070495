import { describe, expect, it } from "vitest";
import { planCommand } from "~/visits/plan.command";

const FOLDER = "tests/rules/visits/planner/instances";

async function run(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await planCommand(args, { out: (text) => out.push(text), err: (text) => err.push(text) });
  return { code, out: out.join(""), err: err.join("") };
}

describe("tandem plan", () => {
  it("prints the tours of a published problem as one line of JSON", async () => {
    const { code, out, err } = await run(
      "--toptw",
      `${FOLDER}/pr01.txt`,
      "--days",
      "2",
      "--seconds",
      "0.3",
      "--seed",
      "7",
    );
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const answer = JSON.parse(out);
    expect(answer).toMatchObject({ instance: "pr01", days: 2 });
    expect(answer.score).toBeGreaterThan(430);
    expect(answer.routes).toHaveLength(2);
    const vertices: number[] = answer.routes.flat();
    expect(new Set(vertices).size).toBe(vertices.length);
    expect(vertices.every((vertex) => vertex >= 1 && vertex <= 48)).toBe(true);
    expect(answer.seconds).toBeLessThan(1);
  });

  it("says which argument is wrong, and how to write it", async () => {
    for (const args of [
      [],
      ["--toptw"],
      ["--toptw", "x", "--days", "0", "--seconds", "1"],
      ["--toptw", "x", "--days", "1", "--seconds", "-1"],
      ["--what", "1"],
    ]) {
      const { code, out, err } = await run(...args);
      expect({ code, out }).toEqual({ code: 2, out: "" });
      expect(err).toMatch(/^(Il manque|L’option|Le nombre|Le temps)[\s\S]*Usage\u00a0: tandem plan/);
    }
    expect((await run("--toptw", "x", "--days", "1", "--seconds", "1", "--seed", "a")).err).toContain("graine");
  });

  it("says that a file cannot be read, or is not a problem", async () => {
    const rest = ["--days", "1", "--seconds", "1"];
    expect(await run("--toptw", "absent.txt", ...rest)).toMatchObject({
      code: 2,
      out: "",
      err: "Le fichier «\u00a0absent.txt\u00a0» ne peut pas être lu.\n",
    });
    expect(await run("--toptw", "package.json", ...rest)).toMatchObject({
      code: 2,
      err: expect.stringContaining("sommet"),
    });
    expect(await run("--toptw", "tests", ...rest)).toMatchObject({ code: 2, out: "" });
  });

  it("takes options with an equals sign, and any number of seconds between its bounds", async () => {
    const { code, out } = await run(`--toptw=${FOLDER}/c101.txt`, "--days=1", "--seconds=0.05");
    expect(code).toBe(0);
    expect(JSON.parse(out).score).toBeGreaterThan(250);
    for (const seconds of ["0.04", "3601", "x", ""]) {
      const answer = await run("--toptw", "x", "--days", "1", "--seconds", seconds);
      expect(answer).toMatchObject({ code: 2, err: expect.stringContaining("3600 secondes") });
    }
  });
});
