import fc from "fast-check";
import { expect, it } from "vitest";
import { hiddenCount, NOBODY, plus } from "~/home/hidden-count";
import { nationalTable } from "~/home/national-table";
import type { NationalCount } from "~db/queries/home";

it.each([
  [[], "0"],
  [[1204], "1\u202f204"],
  [[null], "<\u202f11"],
  [[null, null], "<\u202f21"],
  [[100, null], "≥\u00a0101"],
  [[100, null, null], "≥\u00a0102"],
])("%j reads %s", (groups, text) => {
  expect(hiddenCount((groups as (number | null)[]).reduce(plus, NOBODY))).toBe(text);
});

const count = fc.record({
  fund_id: fc.constantFrom(441, 491),
  zone: fc.constantFrom("ZIP", "ZAC", "ZV", "HZ", null),
  is_gp: fc.boolean(),
  verdict: fc.constantFrom("yes" as const, "no" as const, "unknown" as const),
  doctors: fc.option(fc.integer({ min: 11, max: 9_000 })),
});

it("adds up: the totals are the sum of the rows and of the columns, hidden groups included", () => {
  fc.assert(
    fc.property(fc.array(count), (counts) => {
      const named: NationalCount[] = counts.map((each) => ({ ...each, code: String(each.fund_id), fund: "CPAM" }));
      const { rows, total } = nationalTable(named);
      const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((all, row) => all + of(row), 0);
      expect(sum((row) => row.total.known)).toBe(total.total.known);
      expect(sum((row) => row.total.hidden)).toBe(total.total.hidden);
      for (const row of [...rows, total]) {
        expect(Object.values(row.zones).reduce((all, { known }) => all + known, 0)).toBe(row.total.known);
      }
    }),
  );
});
