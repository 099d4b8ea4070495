import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TravelMatrix } from "~/visits/planner/problem";
import type { Span } from "~/visits/setting";
import { bandOf } from "~/visits/slots/detour";
import { type SlotAsk, type SlotDay, type StandingStop, slotsFor } from "~/visits/slots/slots";

const NO_LUNCH = { from: 720, to: 840, minutes: 0 };

/** Places on a line, in minutes from the base: the way between two is the difference. */
function line(...minutes: number[]): TravelMatrix {
  const at = [0, ...minutes];
  const seconds = at.flatMap((from) => at.map((to) => Math.abs(from - to) * 60));
  return { size: at.length, seconds: Int32Array.from(seconds), source: "test" };
}

function aDay(given: Partial<SlotDay> = {}): SlotDay {
  return {
    day: "2026-11-25",
    span: [510, 1050],
    lunch: NO_LUNCH,
    mostVisits: 8,
    stops: [],
    openings: [
      [540, 720],
      [840, 1080],
    ],
    taken: [],
    ...given,
  };
}

const ask = (given: Partial<SlotAsk> = {}): SlotAsk => ({ length: 30, place: 1, travel: line(20), ...given });
const one = (day: Partial<SlotDay>, asked: Partial<SlotAsk> = {}) => slotsFor([aDay(day)], ask(asked))[0]!;

describe("the times at which a doctor may be seen", () => {
  it("every quarter of an hour inside the openings, when the day is empty: there and back", () => {
    const { slots, best, why } = one({});
    expect(slots.map(({ minutes }) => minutes)).toEqual([
      540, 555, 570, 585, 600, 615, 630, 645, 660, 675, 690, 840, 855, 870, 885, 900, 915, 930, 945, 960, 975, 990,
    ]);
    expect(best).toEqual({ minutes: 540, detour: 40 });
    expect(why).toBeNull();
  });

  it("leaves the base on time and is back on time", () => {
    const { slots } = one({ span: [530, 1000] });
    expect(slots[0]?.minutes).toBe(555); // 530 + 20 on the road = 550
    expect(slots.at(-1)?.minutes).toBe(945); // 945 + 30 + 20 = 995
  });

  it("counts only what the visit adds to the day that is there", () => {
    // Base, then somebody 30 minutes away at 10:00; the doctor is on the way.
    const stops: StandingStop[] = [{ from: 600, to: 630, place: 2 }];
    const { best } = one({ stops }, { travel: line(20, 30) });
    expect(best?.detour).toBe(0);
    // Before the other visit, so close to it that nobody waits.
    expect(best?.minutes).toBe(555);
  });

  it("adds no road beside a visit at the same door", () => {
    const { best, slots } = one({ stops: [{ from: 600, to: 630, place: 1 }] });
    expect(best).toEqual({ minutes: 570, detour: 0 });
    expect(slots.map(({ minutes }) => minutes)).not.toContain(585);
    expect(slots.find(({ minutes }) => minutes === 630)?.detour).toBe(0);
  });

  it("leaves the lunch its place, and asks for none where there was none before", () => {
    const lunch = { from: 720, to: 780, minutes: 45 };
    const openings: Span[] = [[690, 840]];
    expect(one({ lunch, openings }).slots.map(({ minutes }) => minutes)).toEqual([690, 705, 795, 810]);
    const stops = [{ from: 725, to: 770, place: 1 }]; // nothing left of the lunch already
    expect(one({ lunch, openings, stops }).slots.map(({ minutes }) => minutes)).toEqual([690, 780, 795, 810]);
  });

  it("does not offer what a colleague has taken", () => {
    const { slots } = one({ taken: [[560, 700]] });
    expect(slots.map(({ minutes }) => minutes).slice(0, 2)).toEqual([840, 855]);
  });

  it("begins at the opening itself when it is an odd one, then at the quarters", () => {
    expect(one({ openings: [[542, 600]] }).slots.map(({ minutes }) => minutes)).toEqual([545, 555, 570]);
  });

  it("says why a day has none", () => {
    expect(one({ openings: [] }).why).toBe("closed");
    expect(one({ span: null }).why).toBe("off");
    expect(one({ mostVisits: 1, stops: [{ from: 600, to: 630, place: 1 }] }).why).toBe("full");
    expect(one({ stops: [{ from: 540, to: 1050, place: 1 }] }).why).toBe("full");
    expect(one({}, { travel: line(300) }).why).toBe("far");
    expect(one({ openings: [[1060, 1100]] }).why).toBe("closed"); // after the delegate's hours
  });

  it("without a base or a place, says the times and no detour", () => {
    for (const asked of [{ travel: null }, { place: null }]) {
      const { slots, best } = one({}, asked);
      expect(slots.length).toBe(24);
      expect(best).toEqual({ minutes: 540, detour: null });
    }
  });

  it("names the detour", () => {
    expect([0, 10, 11, 30, 31, 120].map(bandOf)).toEqual(["near", "near", "small", "small", "large", "large"]);
  });
});

describe("whatever the day", () => {
  const places = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 4, maxLength: 4 });
  const spans = (most: number) =>
    fc.uniqueArray(fc.integer({ min: 480, max: 1140 }), { minLength: 0, maxLength: most * 2 }).map((edges) => {
      const sorted = [...edges].sort((a, b) => a - b);
      return Array.from(
        { length: Math.floor(sorted.length / 2) },
        (_, at): Span => [sorted[at * 2]!, sorted[at * 2 + 1]!],
      );
    });
  const days = fc.record({
    stops: spans(4).chain((times) =>
      fc
        .array(fc.integer({ min: 1, max: 4 }), { minLength: times.length, maxLength: times.length })
        .map((rows) => times.map(([from, to], at) => ({ from, to, place: rows[at]! }))),
    ),
    openings: spans(3),
    taken: spans(2),
    length: fc.integer({ min: 5, max: 90 }),
    minutes: places,
  });

  it("a time offered can be held, adds what it says, and none that could be held is missing", () => {
    fc.assert(
      fc.property(days, ({ stops, openings, taken, length, minutes }) => {
        const travel = line(...minutes);
        const day = aDay({ stops, openings, taken });
        const answer = slotsFor([day], { length, place: 1, travel })[0]!;
        const offered = new Map(answer.slots.map((slot) => [slot.minutes, slot.detour]));
        for (let from = 480; from <= 1140; from += 15) {
          const visit = { from, to: from + length, place: 1 };
          const added = canHold(day, visit, travel);
          if (added === null) expect(offered.has(from)).toBe(false);
          else expect(offered.get(from)).toBe(Math.max(0, added));
        }
        for (const slot of answer.slots) {
          expect(canHold(day, { from: slot.minutes, to: slot.minutes + length, place: 1 }, travel)).not.toBeNull();
          expect(slot.detour).toBeGreaterThanOrEqual(answer.best!.detour!);
        }
        expect(answer.why === null).toBe(answer.slots.length > 0);
      }),
      { numRuns: 500 },
    );
  });
});

/** The whole day driven through, one leg after the other, knowing nothing of how slots are found. */
function canHold(day: SlotDay, visit: StandingStop, travel: TravelMatrix): number | null {
  const within = day.openings.some(([from, to]) => from <= visit.from && visit.to <= to);
  const clashes = [...day.stops, ...day.taken.map(([from, to]) => ({ from, to }))];
  if (!within || clashes.some(({ from, to }) => from < visit.to && visit.from < to)) return null;
  const stops = [...day.stops, visit].sort((a, b) => a.from - b.from);
  const base = (at: number) => ({ from: at, to: at, place: 0 });
  const round = [base(day.span![0]), ...stops, base(day.span![1])];
  const at = round.indexOf(visit);
  for (const leg of [at - 1, at]) {
    const [a, b] = [round[leg]!, round[leg + 1]!];
    if (a.to + driven([a, b], travel) > b.from) return null;
  }
  if (stops.length > day.mostVisits) return null;
  return driven(round, travel) - driven([base(0), ...day.stops, base(0)], travel);
}

function driven(round: readonly StandingStop[], { seconds, size }: TravelMatrix): number {
  const legs = round.slice(1).map((to, at) => seconds[round[at]!.place! * size + to.place!]! / 60);
  return legs.reduce((sum, leg) => sum + leg, 0);
}
