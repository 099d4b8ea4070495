import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "~/calendar/day";
import {
  type Filtered,
  filterLabel,
  type MapFilters,
  NO_MAP_FILTERS,
  namesInForce,
  passes,
  removedBy,
  VERDICT_CHOICES,
  VISIT_CHOICES,
  ZONE_CHOICES,
} from "~/visits/map/filters";

const TODAY = "2026-11-24";
const day = fc.integer({ min: -400, max: 0 }).map((days) => addDays(TODAY, days));
const doctor: fc.Arbitrary<Filtered> = fc.record({
  area: fc.constantFrom("ZIP", "ZAC", "ZV", "HZ", null),
  verdict: fc.constantFrom("yes", "unknown", null),
  lastMetOn: fc.option(day),
  nextVisitOn: fc.option(fc.integer({ min: 0, max: 60 }).map((days) => addDays(TODAY, days))),
});
const filters: fc.Arbitrary<MapFilters> = fc.record({
  zone: fc.option(fc.constantFrom(...ZONE_CHOICES)),
  verdict: fc.option(fc.constantFrom(...VERDICT_CHOICES)),
  nonvus: fc.boolean(),
  visite: fc.option(fc.constantFrom(...VISIT_CHOICES)),
});
const someone = (given: Partial<Filtered> = {}): Filtered => ({
  area: "ZIP",
  verdict: "yes",
  lastMetOn: null,
  nextVisitOn: null,
  ...given,
});

describe("a filter", () => {
  it.each([
    ["zone", { zone: "ZIP" }, { area: "ZIP" }, { area: "ZAC" }],
    ["zone", { zone: "autres" }, { area: "HZ" }, { area: "ZIP" }],
    ["zone", { zone: "inconnue" }, { area: null }, { area: "HZ" }],
    ["verdict", { verdict: "a-verifier" }, { verdict: "unknown" }, { verdict: "yes" }],
    ["nonvus", { nonvus: true }, { lastMetOn: "2026-09-24" }, { lastMetOn: "2026-09-25" }],
    ["nonvus", { nonvus: true }, { lastMetOn: null }, { lastMetOn: TODAY }],
    ["visite", { visite: "avec" }, { nextVisitOn: TODAY }, { nextVisitOn: null }],
    ["visite", { visite: "sans" }, { nextVisitOn: null }, { nextVisitOn: TODAY }],
  ] as const)("of %s %o keeps %o and hides %o", (name, given, kept, hidden) => {
    const asked = { ...NO_MAP_FILTERS, ...given };
    expect([passes(someone(kept), asked, TODAY), passes(someone(hidden), asked, TODAY)]).toEqual([true, false]);
    expect(namesInForce(asked)).toEqual([name]);
    expect(filterLabel(asked, name)).not.toBe("");
  });

  it("without a value hides nobody", () => {
    fc.assert(fc.property(doctor, (each) => passes(each, NO_MAP_FILTERS, TODAY)));
  });
});

describe("what a filter removes", () => {
  it("is what comes back when that filter alone is taken off", () => {
    fc.assert(
      fc.property(fc.array(doctor), filters, (doctors, asked) => {
        const count = (wanted: MapFilters) => doctors.filter((each) => passes(each, wanted, TODAY)).length;
        for (const { name, count: removed } of removedBy(doctors, asked, TODAY))
          expect(removed).toBe(count({ ...asked, [name]: NO_MAP_FILTERS[name] }) - count(asked));
      }),
    );
  });

  it("is told for each filter in force, the heaviest first", () => {
    fc.assert(
      fc.property(fc.array(doctor), filters, (doctors, asked) => {
        const removed = removedBy(doctors, asked, TODAY);
        expect(removed.map(({ name }) => name).sort()).toEqual(namesInForce(asked).sort());
        expect(removed.map(({ count }) => count)).toEqual(removed.map(({ count }) => count).sort((a, b) => b - a));
      }),
    );
  });
});
