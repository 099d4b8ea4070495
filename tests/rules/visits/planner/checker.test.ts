import { describe, expect, it } from "vitest";
import { assertSound, violations } from "~/visits/planner/checker";
import type { Plan } from "~/visits/planner/itinerary";
import { plan } from "~/visits/planner/plan";
import { HOUR, weekOf } from "./week-of";

const week = weekOf(
  [{ at: 20, group: "one" }, { at: 40 }, { at: 60 }, { at: 25, group: "one" }],
  [{ lunch: { from: 12 * HOUR, to: 13 * HOUR, length: HOUR } }],
);
week.locks.push({ candidate: "d1", day: 0, start: { from: 10 * HOUR, to: 10 * HOUR } });
const sound = plan(week, { seed: 1, budget: { iterations: 200 } });

function broken(change: (copy: Plan) => void): string[] {
  const copy = structuredClone(sound);
  change(copy);
  return violations(week, copy);
}
const stopOf = (copy: Plan, id: string | null) => copy.days[0]!.stops.find(({ candidate }) => candidate === id)!;

describe("the checker", () => {
  it("accepts the plan as it came", () => {
    expect(violations(week, sound)).toEqual([]);
  });

  it.each<[string, (copy: Plan) => void, RegExp]>([
    [
      "an early departure",
      (p) => {
        p.days[0]!.departsAt = 8 * HOUR;
      },
      /leaves before/,
    ],
    [
      "a late return",
      (p) => {
        p.days[0]!.returnsAt += 1;
      },
      /return is wrong/,
    ],
    [
      "a visit cut short",
      (p) => {
        stopOf(p, "d2").endsAt -= 60;
      },
      /wrong length/,
    ],
    [
      "a lock moved",
      (p) => {
        stopOf(p, "d1").startsAt += 60;
      },
      /out of its hours/,
    ],
    [
      "a lock lost",
      (p) => {
        p.days[0]!.stops = p.days[0]!.stops.filter(({ candidate }) => candidate !== "d1");
      },
      /lock of d1 is lost/,
    ],
    [
      "no lunch",
      (p) => {
        p.days[0]!.stops = p.days[0]!.stops.filter(({ candidate }) => candidate !== null);
      },
      /lunch missing/,
    ],
    [
      "a late lunch",
      (p) => {
        stopOf(p, null).startsAt = 14 * HOUR;
      },
      /lunch out of its hours/,
    ],
    [
      "a leap through space",
      (p) => {
        stopOf(p, "d2").arrivesAt -= 600;
      },
      /is reached at/,
    ],
    [
      "a visit twice",
      (p) => {
        p.days[0]!.stops.push(stopOf(p, "d2"));
      },
      /visited twice/,
    ],
    [
      "two addresses of a doctor",
      (p) => {
        p.days[0]!.stops.push({ ...stopOf(p, "d2"), candidate: sound.unplanned[0]!.candidate });
      },
      /Two addresses/,
    ],
    [
      "a stranger",
      (p) => {
        stopOf(p, "d2").candidate = "nobody";
      },
      /cannot be visited/,
    ],
    [
      "a wrong score",
      (p) => {
        p.score += 1;
      },
      /score is/,
    ],
    [
      "a missing day",
      (p) => {
        p.days.pop();
      },
      /day is missing/,
    ],
  ])("refuses %s", (_, change, what) => {
    expect(broken(change).join("; ")).toMatch(what);
  });

  it("throws for those who do not want to look", () => {
    expect(() => assertSound(week, { ...sound, score: 0 })).toThrow(/breaks its rules/);
  });
});
