import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kmBetween, matchOf, type Recruiter, ranked, type Seeker } from "~/recruiting/match";

const TODAY = "2026-11-24";
const NANTES = { latitude: 47.2184, longitude: -1.5536 };
const BLAIN = { latitude: 47.4762, longitude: -1.7628 };

const aSeeker = (given: Partial<Seeker> = {}): Seeker => ({
  point: BLAIN,
  mobilityKm: 40,
  hours: "either",
  profile: "secretary",
  availableOn: TODAY,
  ...given,
});
const aRecruiter = (given: Partial<Recruiter> = {}): Recruiter => ({ point: NANTES, hours: null, ...given });
const match = (seeker: Partial<Seeker> = {}, recruiter: Partial<Recruiter> = {}) =>
  matchOf(aSeeker(seeker), aRecruiter(recruiter), TODAY);

describe("a candidate and a practice", () => {
  it.each([
    [{}, {}, true, "33\u00a0km à vol d'oiseau"],
    [{ mobilityKm: 20 }, {}, false, "33\u00a0km à vol d'oiseau, au-delà des 20\u00a0km acceptés"],
    [{ point: NANTES }, {}, true, "même commune"],
    [{ point: null }, {}, false, "distance inconnue"],
    [{ hours: "half" }, { hours: "full" }, false, "le cabinet propose un temps plein, la personne cherche un mi-temps"],
    [{ hours: "half" }, { hours: "half" }, true, "mi-temps des deux côtés"],
    [{ hours: "half" }, {}, true, "horaire du cabinet à préciser (cherche un mi-temps)"],
    [{ availableOn: "2027-02-01" }, {}, true, "disponible le 1er\u00a0février 2027"],
    [{ profile: "nurse" }, {}, true, "diplôme d'infirmier\u00a0: formation d'adaptation à l'emploi"],
  ] as const)("%o and %o: fit %s, since « %4$s »", (seeker, recruiter, isFit, reason) => {
    const found = match(seeker, recruiter);
    expect(found.isFit).toBe(isFit);
    expect(found.reasons).toContain(reason);
  });

  it("are as far from one side as from the other", () => {
    const point = fc.record({
      latitude: fc.double({ min: 42, max: 51, noNaN: true }),
      longitude: fc.double({ min: -5, max: 8, noNaN: true }),
    });
    fc.assert(
      fc.property(point, point, (a, b) => {
        expect(kmBetween(a, b)).toBe(kmBetween(b, a));
      }),
    );
  });

  it("are ranked fit first, then nearest, in one order whatever came first", () => {
    const row = fc.record({
      id: fc.uuid(),
      match: fc.record({ km: fc.option(fc.nat(100), { nil: null }), isFit: fc.boolean(), reasons: fc.constant([]) }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(row, { selector: ({ id }) => id }), (rows) => {
        const order = ranked(rows);
        expect(ranked([...rows].reverse())).toEqual(order);
        const firstUnfit = order.findIndex(({ match: { isFit } }) => !isFit);
        if (firstUnfit >= 0) expect(order.slice(firstUnfit).every(({ match: { isFit } }) => !isFit)).toBe(true);
      }),
    );
  });
});
