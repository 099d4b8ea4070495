import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { addDays } from "~/calendar/day";
import {
  ABSENCE_PARTS,
  type AbsencePart,
  type AbsenceSpan,
  absenceProblems,
  daysInWords,
  fallsIn,
  fromTo,
  overlaps,
} from "~/visits/settings/absence";

const TODAY = "2026-11-24";
const plain = (text: string | undefined) => text?.replace(/[\u00a0\u202f]/g, " ");
const span = (fromOn: string, toOn = fromOn, part: AbsencePart = "day"): AbsenceSpan => ({ fromOn, toOn, part });

const anySpan = fc
  .record({
    after: fc.integer({ min: 0, max: 60 }),
    length: fc.integer({ min: 0, max: 20 }),
    part: fc.constantFrom(...(Object.keys(ABSENCE_PARTS) as AbsencePart[])),
  })
  .map(({ after, length, part }) => span(addDays(TODAY, after), addDays(TODAY, after + length), part));

describe("an absence", () => {
  it.each([
    [span("2026-11-24"), {}],
    [span("2026-10-24"), {}],
    [span("2028-05-24"), {}],
    [span("1900-01-01", "2026-12-01"), { fromOn: "Choisissez un jour entre le 24 octobre 2026 et le 24 mai 2028." }],
    [span("2026-12-01", "9999-12-31"), { toOn: "Choisissez un jour entre le 24 octobre 2026 et le 24 mai 2028." }],
    [span("2026-12-04", "2026-12-03"), { toOn: "Le dernier jour précède le premier, vendredi 4 décembre 2026." }],
  ])("%o", (asked, expected) => {
    const problems = absenceProblems(asked, [], TODAY);
    expect(Object.fromEntries(Object.entries(problems).map(([field, [why]]) => [field, plain(why)]))).toEqual(expected);
  });

  it("is not noted over another, but the two halves of a day are", () => {
    const morning = span("2026-12-01", "2026-12-01", "morning");
    expect(plain(absenceProblems(span("2026-11-30", "2026-12-04"), [morning], TODAY).fromOn?.[0])).toBe(
      "Une absence est déjà notée le mardi 1er décembre 2026, le matin.",
    );
    expect(absenceProblems({ ...morning, part: "afternoon" }, [morning], TODAY)).toEqual({});
  });
});

test("two absences overlap when some visit would fall in both, and only then", () => {
  const hours = [9 * 60, 15 * 60];
  fc.assert(
    fc.property(anySpan, anySpan, (a, b) => {
      const days = Array.from({ length: 90 }, (_, after) => addDays(TODAY, after));
      const both = days.some((day) =>
        hours.some((from) => [a, b].every((each) => fallsIn(each, { day, from, to: from + 30 }))),
      );
      expect(overlaps(a, b)).toBe(both);
      expect(overlaps(a, b)).toBe(overlaps(b, a));
    }),
  );
});

test("a visit over one o'clock falls in both halves of a day", () => {
  const visit = { day: TODAY, from: 12 * 60 + 45, to: 13 * 60 + 15 };
  expect(fallsIn(span(TODAY, TODAY, "morning"), visit)).toBe(true);
  expect(fallsIn(span(TODAY, TODAY, "afternoon"), visit)).toBe(true);
  expect(fallsIn(span(TODAY, TODAY, "afternoon"), { ...visit, to: 13 * 60 })).toBe(false);
  expect(fallsIn(span("2026-11-25"), visit)).toBe(false);
});

test("days are said as one says them", () => {
  expect(plain(fromTo("2026-08-03", "2026-08-14"))).toBe("du 3 août au 14 août 2026");
  expect(plain(fromTo("2026-12-28", "2027-01-01"))).toBe("du 28 décembre 2026 au 1er janvier 2027");
  expect(plain(daysInWords(span("2026-11-24", "2026-11-24", "afternoon")))).toBe(
    "le mardi 24 novembre 2026, l'après-midi",
  );
});
