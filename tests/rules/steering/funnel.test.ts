import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { figuresOfReached, figuresOfStanding, LEAST_FOR_DELAY } from "~/funnel/figures";
import { delaysOf, lostCounts, reachedCounts, standings } from "~/funnel/history";
import { PLACES } from "~/funnel/place";
import { STAGES } from "~/funnel/stage";
import { walk } from "~/funnel/walk";
import { alertsOf } from "~/steering/board/alerts";
import { elapsed, paceOf, publicTargets } from "~/steering/board/targets";
import { readPlace, writePlace } from "~/steering/funnel/cell-cursor";
import { cellSearch, funnelSearch } from "~/steering/funnel/funnel.form";
import { addressOf, cellAddress, spanOf } from "~/steering/funnel/selection";

const move = fc.record({
  to: fc.constantFrom(...STAGES, "lost" as const),
  day: fc.integer({ min: 1, max: 28 }).map((day) => `2026-09-${String(day).padStart(2, "0")}`),
});
const inOrder = (moves: readonly { day: string }[]) => [...moves].sort((a, b) => (a.day < b.day ? -1 : 1));

describe("a walk through the moves", () => {
  it("reaches exactly the stages up to where the doctor stands, no later one before an earlier", () => {
    fc.assert(
      fc.property(fc.array(move), (moves) => {
        const { stage, reached } = walk(inOrder(moves) as typeof moves);
        const upTo = stage === null ? [] : STAGES.slice(0, STAGES.indexOf(stage) + 1);
        expect(Object.keys(reached)).toEqual(upTo);
        const days = upTo.map((name) => reached[name]!);
        expect(days).toEqual(days.toSorted());
      }),
    );
  });

  it("never waits less than no day, and only where both stages were entered", () => {
    fc.assert(
      fc.property(fc.array(move), (moves) => {
        for (const days of Object.values(walk(inOrder(moves) as typeof moves).waited))
          expect(days).toBeGreaterThanOrEqual(0);
      }),
    );
    expect(
      walk([
        { to: "visited", day: "2026-09-01" },
        { to: "signed", day: "2026-09-20" },
      ]).waited,
    ).toEqual({ simulated: 19 });
  });

  it("forgets what lies beyond a move back, and keeps the first day of what does not", () => {
    const told = walk([
      { to: "visited", day: "2026-09-01" },
      { to: "signed", day: "2026-09-10" },
      { to: "visited", day: "2026-09-12" },
    ]);
    expect([told.stage, told.reached.visited, told.reached.signed]).toEqual(["visited", "2026-09-01", undefined]);
  });
});

describe("figures", () => {
  it("never grow from a stage to the next, and keep everybody", () => {
    const standing = fc.array(
      fc.record({ place: fc.constantFrom(...PLACES), isLost: fc.boolean(), doctors: fc.nat(500) }),
    );
    fc.assert(
      fc.property(standing, (rows) => {
        const counts = figuresOfStanding(rows, []).map(({ doctors }) => doctors!);
        expect(counts).toEqual(counts.toSorted((a, b) => b - a));
        expect(counts[0]).toBe(rows.reduce((sum, { doctors }) => sum + doctors, 0));
      }),
    );
  });

  it("say nothing of what is not known, and no middle of a few", () => {
    const few = [{ place: "visited" as const, days: 3, doctors: LEAST_FOR_DELAY - 1 }];
    const rows = figuresOfReached({ contacted: 0, visited: 4 }, null, few);
    expect(rows.find(({ place }) => place === "eligible")).toMatchObject({
      doctors: null,
      conversion: null,
      lost: null,
    });
    expect(rows.find(({ place }) => place === "appointment")!.conversion).toBeNull();
    expect(rows.find(({ place }) => place === "visited")).toMatchObject({ conversion: null, delay: null });
  });

  it("of a past day add up over the doctors", () => {
    const then = standings([
      { doctorId: 1, to: "contacted", day: "2026-09-01", reason: null },
      { doctorId: 1, to: "appointment", day: "2026-09-05", reason: null },
      { doctorId: 2, to: "contacted", day: "2026-09-02", reason: null },
      { doctorId: 2, to: "lost", day: "2026-09-03", reason: "OBJ_COST" },
    ]);
    expect(reachedCounts(then)).toMatchObject({ contacted: 2, appointment: 1, visited: 0 });
    expect(lostCounts(then)).toEqual({ contacted: 1 });
    expect(delaysOf(then)).toEqual([{ place: "appointment", days: 4, doctors: 1 }]);
  });
});

describe("targets", () => {
  it("are the public ones for the country, and a share for a caisse", () => {
    expect(publicTargets("2026-11-24", null)).toMatchObject({ visits: 35_000, contracts: 10_000, from: "2026-06-01" });
    expect(publicTargets("2026-11-24", { doctors: 1_150 })).toMatchObject({ visits: 350, contracts: 100 });
    expect(publicTargets("2026-11-24", { doctors: 0 })).toMatchObject({ visits: 1, contracts: 1 });
  });

  it("see time go by from the first day to the last, and no further", () => {
    const period = { from: "2026-06-01", to: "2026-12-31" };
    expect(elapsed(period, "2026-05-31")).toBeNull();
    expect(elapsed(period, "2026-06-01")).toBeCloseTo(1 / 214);
    expect([elapsed(period, "2026-12-31"), elapsed(period, "2027-03-01")]).toEqual([1, 1]);
    expect(paceOf(30, 100, 0.5).lead).toBe(-20);
    expect(paceOf(3, 0, 0.5).work).toBe(0);
  });
});

describe("alerts", () => {
  const figures = figuresOfStanding(
    [
      { place: "eligible", isLost: false, doctors: 80 },
      { place: "visited", isLost: false, doctors: 10 },
      { place: "filed", isLost: false, doctors: 5 },
      { place: "signed", isLost: false, doctors: 5 },
    ],
    [],
  );
  const none = { unreported: 0, filed: 0, intends: 0, promises: 0, sectors: [] };

  it("are silent when nothing waits", () => expect(alertsOf(none, figures)).toEqual([]));

  it("are three at most, the dearest first, by the caisse's own rates", () => {
    const sectors = [{ id: 7, name: "Nord", doctors: 50 }];
    const alerts = alertsOf({ unreported: 12, filed: 4, intends: 1, promises: 2, sectors }, figures);
    expect(alerts.map(({ key }) => key)).toEqual(["unreported", "sector-7", "filed"]);
    expect(alerts[0]!.atStake).toBeCloseTo(3);
  });

  it("promise no contract where nobody signed yet", () => {
    const [alert] = alertsOf({ ...none, filed: 34 }, figuresOfStanding([], []));
    expect(alert).toMatchObject({ key: "filed", atStake: 0 });
  });
});

describe("the address of the funnel", () => {
  const parse = (address: string) =>
    funnelSearch.parse(Object.fromEntries(new URLSearchParams(address.split("?")[1] ?? "")));

  it("says again what it was read from", () => {
    const wanted = parse(
      "/entonnoir?secteurs=3,8&zone=ZIP&vue=cohorte&du=2026-09-01&comparer=1&b_zone=autres&b_specialite=cardiology",
    );
    expect(parse(addressOf(wanted))).toEqual(wanted);
    expect(cellAddress(wanted, wanted.second, { etape: "signed" })).toBe(
      "/entonnoir/medecins?zone=autres&specialite=cardiology&vue=cohorte&du=2026-09-01&etape=signed",
    );
  });

  it("falls back to everybody on nonsense, and a span turned round begins with its month", () => {
    const wanted = parse("/entonnoir?zone=x&secteurs=a,-1&vue=y&au=2026-02-30&du=2026-12-01&jusquau=2026-11-20");
    expect(wanted).toMatchObject({ vue: "photo", au: null, first: { zone: null, secteurs: [] } });
    expect(spanOf(wanted, "2026-11-24")).toEqual({ from: "2026-11-01", to: "2026-11-20" });
    expect(cellSearch.parse({ etape: "nowhere" }).place).toBeNull();
  });

  it("carries the place of a page through any name", () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1 }), (name, id) => {
        expect(readPlace(writePlace({ name, id }))).toEqual({ name, id });
      }),
    );
    expect([readPlace("~a"), readPlace("x~a"), readPlace("12")]).toEqual([null, null, null]);
  });
});
