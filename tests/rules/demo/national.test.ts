import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { nationalFiles, rppsLines } from "~/demo/national";
import { ground, TODAY } from "./scene";

const sample = (lines: number, edition: 1 | 2 = 1) =>
  rppsLines({ ground, seed: "national", today: TODAY, lines, edition });

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

function heldBytes(): number {
  collect();
  return process.memoryUsage().heapUsed;
}

describe("the national files", () => {
  it("have the length asked for, doctors in the national proportion, and flat memory", () => {
    let doctors = 0;
    let lines = -1;
    const kept: number[] = [];
    for (const line of sample(200_000)) {
      lines++;
      if (line.includes("|10|Médecin|")) doctors++;
      if (lines % 40_000 === 20_000) kept.push(heldBytes());
    }
    expect(lines).toBe(200_000);
    expect(doctors / lines).toBeGreaterThan(0.155);
    expect(doctors / lines).toBeLessThan(0.175);
    expect(Math.max(...kept) - kept[0]!).toBeLessThan(25 * 2 ** 20); // the lines themselves weigh 70 MB
  });

  it("never give one number to two people", () => {
    const names = new Map<string, string>();
    for (const line of sample(40_000)) {
      const [, number, , , , , , lastName, firstName] = line.split("|");
      const name = `${lastName} ${firstName}`;
      if ((names.get(number!) ?? name) !== name) expect.fail(number);
      names.set(number!, name);
    }
    expect(names.size).toBeGreaterThan(20_000);
  });

  it("change a small part of the doctors' lines from one edition to the next", () => {
    const doctors = (edition: 1 | 2) =>
      new Set([...sample(20_000, edition)].filter((line) => line.includes("|10|Médecin|")));
    const [first, second] = [doctors(1), doctors(2)];
    const kept = [...first].filter((line) => second.has(line)).length;
    expect(kept / first.size).toBeGreaterThan(0.95);
    expect(kept).toBeLessThan(first.size);
  });

  it("zone every commune of the 101 départements", () => {
    const lines = [...nationalFiles(ground, "national", TODAY).zoning()];
    expect(lines.length).toBeGreaterThan(34_800);
    expect(new Set(lines.map((line) => line.slice(0, 3) + line.slice(3, 5))).size).toBe(lines.length);
  });

  it("open the other files on their headers", () => {
    const files = nationalFiles(ground, "national", TODAY);
    const first = (lines: Iterable<string>) => lines[Symbol.iterator]().next().value;
    expect(first(files.ameli())).toContain("ps_activite_nom");
    expect(first(files.patientCounts())).toBe("rpps;mesure;valeur;date_mesure;source\n");
    expect(first(files.emails())).toBe("rpps;email;source;date\n");
  });
});
