import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addYears, daysBetween } from "~/calendar/day";
import { countProblems } from "~/contracts/growth/observation";
import { expectedOn, type Path, pathOf } from "~/contracts/growth/path";
import { bandOf, FEWEST_PEERS, grownTo, nationalEvidence } from "~/contracts/growth/peers";
import { projected } from "~/contracts/growth/projection";
import { standingOf } from "~/contracts/growth/standing";
import { objectiveAtSignature } from "~/contracts/objective";

const STARTS = "2024-02-29";
const aPath = (given: Partial<Path> = {}): Path => ({
  measure: "MT",
  startsOn: STARTS,
  dueOn: "2026-02-28",
  baseline: 1_000,
  target: 1_250,
  isMaintain: false,
  ...given,
});
const start = {
  signedOn: STARTS,
  isGP: true,
  option: "0.5",
  newlyInstalled: false,
  age: 50,
  band: "P30_P50",
  patients: 1_000,
  fileActive: 1_500,
} as const;
const pathFor = (given: object) => {
  const asked = { ...start, version: "AV7" as const, ...given };
  return pathOf({
    startsOn: STARTS,
    isGP: asked.isGP,
    mtPatients: asked.patients,
    activeFile: asked.fileActive,
    objective: objectiveAtSignature(asked),
  });
};

describe("the path to the objective", () => {
  it.each([
    ["AV7, half time, P30 to P50: +25 %", {}, { target: 1_250, dueOn: "2026-02-28" }],
    ["a cell of the grid that was not found", { band: "P50_P70" }, { target: null }],
    ["the 2024 text, whose grid was not found", { version: "CONV2024" }, { target: null }],
    ["65 or more in 2024: kept, 10 % tolerated", { version: "CONV2024", age: 66 }, { target: 900, isMaintain: true }],
    [
      "newly installed: the median within three years",
      { version: "CONV2024", newlyInstalled: true },
      { target: 1_045, dueOn: "2027-02-28" },
    ],
    ["a specialist: the file active", { isGP: false, band: "P70_P90" }, { measure: "FILE_ACTIVE", target: 1_687 }],
  ])("of %s", (_name, given, expected) => {
    expect(pathFor(given)).toMatchObject(expected);
  });

  it("is a line from the signature to the due day, and the objective after it", () => {
    expect(expectedOn(aPath(), STARTS)).toBe(1_000);
    expect(expectedOn(aPath(), "2025-02-28")).toBe(1_125);
    expect(expectedOn(aPath(), "2026-02-28")).toBe(1_250);
    expect(expectedOn(aPath(), "2028-01-01")).toBe(1_250);
    expect(expectedOn(aPath({ target: null }), "2025-01-01")).toBeNull();
    expect(expectedOn(aPath({ isMaintain: true, target: 900 }), "2024-06-01")).toBe(900);
  });

  it("never goes back, and stays between the two ends", () => {
    const days = fc.nat(2_000);
    fc.assert(
      fc.property(days, days, fc.integer({ min: 1_000, max: 2_000 }), (a, b, target) => {
        const at = (count: number) => expectedOn(aPath({ target }), addDays(STARTS, count))!;
        const [first, second] = [at(Math.min(a, b)), at(Math.max(a, b))];
        expect(first).toBeLessThanOrEqual(second);
        expect(first).toBeGreaterThanOrEqual(1_000);
        expect(second).toBeLessThanOrEqual(target);
      }),
    );
  });
});

describe("the projection", () => {
  const counts = fc.uniqueArray(fc.record({ day: fc.nat(700), value: fc.nat(3_000) }), {
    selector: ({ day }) => day,
    maxLength: 8,
  });
  const asCounts = (rows: { day: number; value: number }[]) =>
    rows.map(({ day, value }) => ({ on: addDays(STARTS, day), value }));

  it("lies within its interval, is never negative, and does not depend on the order", () => {
    fc.assert(
      fc.property(counts, (rows) => {
        const made = projected(asCounts(rows), "2026-02-28");
        expect(projected(asCounts([...rows].reverse()), "2026-02-28")).toEqual(made);
        if (made === null) return;
        expect(0 <= made.low && made.low <= made.value && made.value <= made.high).toBe(true);
      }),
    );
  });

  it("follows a line exactly, and one wrong count bends it little", () => {
    const line = [0, 100, 200, 300, 400].map((day) => ({ on: addDays(STARTS, day), value: 1_000 + day / 2 }));
    const due = addDays(STARTS, 730);
    expect(projected(line, due)).toMatchObject({ value: 1_365 });
    const wrong = line.map((each, rank) => (rank === 2 ? { ...each, value: 100 } : each));
    expect(projected(wrong, due)!.value).toBe(1_365);
  });

  it("says nothing of one count, nor of two counts of one week", () => {
    expect(projected([{ on: STARTS, value: 1_000 }], "2026-02-28")).toBeNull();
    expect(
      projected(
        [
          { on: STARTS, value: 1_000 },
          { on: addDays(STARTS, 6), value: 1_100 },
        ],
        "2026-02-28",
      ),
    ).toBeNull();
  });
});

describe("where a doctor stands", () => {
  const standing = (counts: [string, number][], today: string, given: Partial<Path> = {}, isSuspended = false) =>
    standingOf({ path: aPath(given), counts: counts.map(([on, value]) => ({ on, value })), today, isSuspended });

  it.each([
    ["nothing counted", [], "2025-03-01", {}, "no-count"],
    ["five months in", [["2024-06-15", 1_005]], "2024-07-20", {}, "too-early"],
    [
      "month six, no growth",
      [
        ["2024-06-15", 1_000],
        ["2024-08-20", 1_002],
      ],
      "2024-08-29",
      {},
      "behind",
    ],
    [
      "counts that fall",
      [
        ["2024-08-15", 960],
        ["2025-01-15", 930],
      ],
      "2025-02-01",
      {},
      "behind",
    ],
    ["one count only, a little slow", [["2025-02-15", 1_110]], "2025-02-20", {}, "at-risk"],
    ["one count only, a little fast", [["2025-02-15", 1_130]], "2025-02-20", {}, "uncertain"],
    [
      "well ahead",
      [
        ["2024-08-29", 1_090],
        ["2025-02-28", 1_180],
      ],
      "2025-03-01",
      {},
      "on-track",
    ],
    ["there already", [["2025-02-15", 1_260]], "2025-02-20", {}, "reached"],
    ["due and held", [["2026-03-05", 1_250]], "2026-03-10", {}, "reached"],
    ["due and short", [["2026-03-05", 1_249]], "2026-03-10", {}, "missed"],
    ["due, not counted since", [["2026-02-01", 1_300]], "2026-03-10", {}, "no-count"],
    ["objective unknown", [["2025-02-15", 1_110]], "2025-02-20", { target: null }, "unknown"],
    [
      "a list to keep, kept",
      [
        ["2024-08-29", 1_000],
        ["2025-02-15", 995],
      ],
      "2025-02-20",
      { target: 900, isMaintain: true },
      "on-track",
    ],
    ["a count of tomorrow is not one", [["2025-02-21", 1_300]], "2025-02-20", {}, "no-count"],
  ] as [string, [string, number][], string, Partial<Path>, string][])("%s", (_name, counts, today, given, kind) => {
    expect(standing(counts, today, given).kind).toBe(kind);
  });

  it("is not a warning while the contract is suspended, nor before month six", () => {
    expect(standing([["2025-02-15", 900]], "2025-02-20", {}, true)).toMatchObject({
      kind: "suspended",
      isWarning: false,
    });
    expect(standing([["2024-06-15", 700]], "2024-08-28").isWarning).toBe(false);
    expect(standing([["2024-06-15", 700]], "2024-08-29").isWarning).toBe(true);
  });

  it("says the figures of its warning", () => {
    const { reason } = standing(
      [
        ["2024-08-29", 1_020],
        ["2025-02-28", 1_040],
      ],
      "2025-03-01",
    );
    expect(reason).toContain("pour un objectif de 1\u202f250");
    expect(reason).toMatch(/À ce rythme, 1\u202f080\u00a0patients le 28\u00a0février 2026 \(entre /);
  });

  it("never warns who would reach it even at the slow end", () => {
    const day = fc.integer({ min: 30, max: 700 });
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.record({ day, value: fc.integer({ min: 500, max: 2_000 }) }), {
          selector: (each) => each.day,
          minLength: 1,
          maxLength: 6,
        }),
        (rows) => {
          const counts = rows.map((each) => [addDays(STARTS, each.day), each.value] as [string, number]).sort();
          const found = standing(counts, addDays(STARTS, 720));
          if (found.projection && found.projection.low >= 1_250) expect(found.isWarning).toBe(false);
          if (found.kind === "behind") expect(found.projection!.high).toBeLessThan(1_250);
        },
      ),
    );
  });
});

describe("comparable doctors", () => {
  const peer = (last: number) => ({ startsOn: STARTS, baseline: 1_000, lastOn: addYears(STARTS, 2), last });

  it("are not shown below eleven", () => {
    expect(bandOf(Array.from({ length: FEWEST_PEERS - 1 }, () => peer(1_100)))).toEqual({
      isEnough: false,
      doctors: 10,
    });
    expect(
      bandOf([...Array.from({ length: 10 }, () => peer(1_100)), { ...peer(1_100), lastOn: addDays(STARTS, 90) }])
        .isEnough,
    ).toBe(false);
  });

  it("give the middle half of their growth a year", () => {
    const band = bandOf(Array.from({ length: 11 }, (_, rank) => peer(1_000 + rank * 20)));
    expect(band).toMatchObject({ isEnough: true, doctors: 11 });
    if (!band.isEnough) return;
    expect(band.middle).toBeCloseTo(0.05, 3);
    expect(grownTo(1_000, band.middle, STARTS, addYears(STARTS, 2))).toBe(1_100);
    expect(band.low).toBeLessThan(band.high);
  });

  it("stand beside the figure of the country, for lists only", () => {
    expect(nationalEvidence("MT", 1_000, STARTS)).toEqual({ on: "2028-02-29", value: 1_195 });
    expect(nationalEvidence("FILE_ACTIVE", 1_000, STARTS)).toBeNull();
  });
});

describe("a typed count", () => {
  const known = {
    startsOn: STARTS,
    today: "2025-03-01",
    before: { mtPatients: 1_000, activeFile: null },
    isSure: false,
  };
  it.each([
    [{ on: "2025-02-01", mtPatients: 1_050, activeFile: null }, {}, []],
    [{ on: "2025-03-02", mtPatients: 1_050, activeFile: null }, {}, ["on"]],
    [{ on: "2024-02-28", mtPatients: 1_050, activeFile: null }, {}, ["on"]],
    [{ on: "2025-02-30", mtPatients: 1_050, activeFile: null }, {}, ["on"]],
    [{ on: "2025-02-01", mtPatients: 1_050, activeFile: null }, { startsOn: null }, ["on"]],
    [{ on: "2025-02-01", mtPatients: null, activeFile: null }, {}, ["mtPatients"]],
    [{ on: "2025-02-01", mtPatients: 940, activeFile: null }, {}, ["mtPatients"]],
    [{ on: "2025-02-01", mtPatients: 960, activeFile: 10 }, {}, []],
    [{ on: "2025-02-01", mtPatients: 940, activeFile: null }, { isSure: true }, []],
  ])("%o, knowing %o: problems in %j", (typed, given, fields) => {
    expect(Object.keys(countProblems(typed, { ...known, ...given }))).toEqual(fields);
  });

  it("knows the days of a leap year", () => {
    expect(daysBetween(STARTS, aPath().dueOn)).toBe(730);
  });
});
