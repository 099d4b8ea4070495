import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ASSUMED_HOURS, type WeekHours } from "~/visits/hours";
import { closureFaults } from "~/visits/hours/closing";
import { halfOf, type Knock, learnHours } from "~/visits/hours/learned-hours";
import { readOpenings, writeOpenings } from "~/visits/hours/writing";
import type { Span } from "~/visits/setting";

const plainly = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

describe("openings as they are typed", () => {
  it.each<[string, Span[]]>([
    ["9h-12h", [[540, 720]]],
    ["9 h 30 – 12 h, 14 h – 18 h 30", [[570, 720], [840, 1110]]], // biome-ignore format: one line a case
    ["9-12 et 14-18", [[540, 720], [840, 1080]]], // biome-ignore format: one line a case
    ["de 9h à 12h", [[540, 720]]],
    ["09:00-12:15 / 13:45-17:00", [[540, 735], [825, 1020]]], // biome-ignore format: one line a case
    ["14h-18h; 8h-12h", [[480, 720], [840, 1080]]], // biome-ignore format: one line a case
    ["0h-24h", [[0, 1440]]],
    ["", []],
    ["  Fermé ", []],
    ["-", []],
  ])("%j", (text, spans) => {
    expect(readOpenings(text)).toEqual({ ok: true, spans });
  });

  it.each([
    ["matin", "« matin » ne se lit pas. Écrivez par exemple : 9 h – 12 h, 14 h – 18 h 30."],
    ["12h-9h", "L'ouverture de 12 h à 9 h se termine avant de commencer."],
    ["9h-9h10", "L'ouverture de 9 h à 9 h 10 dure moins de 15 minutes."],
    ["9h-12h, 11h-14h", "Deux ouvertures se chevauchent : de 9 h à 12 h et de 11 h à 14 h."],
    ["8-9,10-11,12-13,14-15,16-17", "Notez au plus 4 ouvertures par jour."],
    ["9h-25h", "« 9h-25h » ne se lit pas. Écrivez par exemple : 9 h – 12 h, 14 h – 18 h 30."],
    ["9h75-12h", "« 9h75-12h » ne se lit pas. Écrivez par exemple : 9 h – 12 h, 14 h – 18 h 30."],
  ])("%j is refused in a sentence", (text, why) => {
    const read = readOpenings(text);
    expect(read.ok ? read.spans : plainly(read.why)).toBe(why);
  });

  it("written and read back are the same, whatever they are", () => {
    const edges = fc.uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 0, maxLength: 8 });
    const spans = edges.map((quarters) => {
      const sorted = [...quarters].sort((a, b) => a - b).map((quarter) => quarter * 15);
      return Array.from(
        { length: Math.floor(sorted.length / 2) },
        (_, at): Span => [sorted[at * 2]!, sorted[at * 2 + 1]!],
      );
    });
    fc.assert(
      fc.property(spans, (day) => {
        expect(readOpenings(writeOpenings(day))).toEqual({ ok: true, spans: day });
      }),
    );
  });

  it("never throw, and are always sorted, disjoint and within the day", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
        const read = readOpenings(text);
        if (!read.ok) return;
        let last = 0;
        for (const [from, to] of read.spans) {
          expect(from).toBeGreaterThanOrEqual(last);
          expect(to).toBeGreaterThan(from);
          last = to;
        }
        expect(last).toBeLessThanOrEqual(1440);
      }),
    );
  });
});

describe("what reports teach of the hours", () => {
  const knock = (weekday: number, minutes: number, wasMet: boolean): Knock => ({
    weekday,
    half: halfOf(minutes),
    wasMet,
  });

  it("absent twice and never received: the half-day seems closed", () => {
    const { closed, known, proposal } = learnHours(
      [knock(2, 840, false), knock(2, 900, false), knock(3, 600, true)],
      null,
    );
    expect(closed).toEqual([{ weekday: 2, half: "afternoon" }]);
    expect(known).toEqual([{ weekday: 3, half: "morning" }]);
    expect(proposal?.[1]).toEqual([[540, 720]]);
    expect(proposal?.[0]).toEqual(ASSUMED_HOURS[0]);
  });

  it("once is chance, and once received outweighs all absences", () => {
    expect(learnHours([knock(2, 840, false)], null).proposal).toBeNull();
    expect(learnHours([knock(2, 840, false), knock(2, 840, false), knock(2, 840, true)], null).proposal).toBeNull();
  });

  it("cuts an opening that goes through midday, and says nothing of what is closed already", () => {
    const hours: WeekHours = [[[600, 900]], [], [], [], [], [], []];
    expect(learnHours([knock(1, 800, false), knock(1, 850, false)], hours).proposal?.[0]).toEqual([[600, 780]]);
    expect(learnHours([knock(2, 800, false), knock(2, 850, false)], hours).proposal).toBeNull();
  });

  it("proposes nothing but less, and nothing twice", () => {
    const knocks = fc.array(
      fc.record({
        weekday: fc.integer({ min: 1, max: 7 }),
        half: fc.constantFrom("morning", "afternoon") as fc.Arbitrary<"morning" | "afternoon">,
        wasMet: fc.boolean(),
      }),
      { maxLength: 40 },
    );
    const length = (week: WeekHours) => week.flat().reduce((sum, [from, to]) => sum + to - from, 0);
    fc.assert(
      fc.property(knocks, (all) => {
        const { proposal, known } = learnHours(all, null);
        if (proposal === null) return;
        expect(length(proposal)).toBeLessThan(length(ASSUMED_HOURS));
        expect(learnHours(all, proposal).proposal).toBeNull();
        expect(learnHours(all, proposal).known).toEqual(known);
      }),
    );
  });
});

describe("the days of a closure", () => {
  it.each([
    ["2026-12-24", "2026-12-31", null],
    ["2026-11-20", "2026-11-24", null],
    ["2026-12-24", "2026-12-23", "toOn"],
    ["24/12/2026", "2026-12-31", "fromOn"],
    ["2026-12-24", "", "toOn"],
    ["2026-11-01", "2026-11-10", "toOn"],
    ["1900-01-01", "2026-12-01", "fromOn"],
    ["9999-01-01", "9999-01-02", "fromOn"],
    ["2026-12-24", "2028-12-31", "toOn"],
  ])("from %s to %s", (fromOn, toOn, field) => {
    expect(Object.keys(closureFaults(fromOn, toOn, "2026-11-24"))).toEqual(field === null ? [] : [field]);
  });
});
