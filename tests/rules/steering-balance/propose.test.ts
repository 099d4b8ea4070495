import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deviationOf, loadsOf, neededIn, TOLERANCE } from "~/steering/balance/loads";
import { neighboursOf } from "~/steering/balance/neighbours";
import { belongingAfter, MOST_MOVES, type Move, propose } from "~/steering/balance/propose";
import type { CommuneWork, Situation } from "~/steering/balance/situation";

/** Communes on a grid of about six kilometres, each with its doctors; sectors are columns of it unless drawn by chance. */
const situations = fc
  .record({
    sectors: fc.array(
      fc.record({ available: fc.integer({ min: 0, max: 30_000 }), fixed: fc.integer({ min: 0, max: 900 }) }),
      {
        minLength: 1,
        maxLength: 5,
      },
    ),
    communes: fc.array(
      fc.record({
        sector: fc.nat(4),
        toSee: fc.nat(40),
        others: fc.nat(10),
        held: fc.nat(3),
        isPlaced: fc.boolean(),
        farther: fc.integer({ min: 100, max: 160 }),
      }),
      { maxLength: 40 },
    ),
  })
  .map(
    ({ sectors, communes }): Situation => ({
      sectors: sectors.map((sector, at) => ({ id: at + 1, name: `S${at + 1}`, ...sector })),
      communes: communes.map((each, at) => {
        const sectorId = (each.sector % sectors.length) + 1;
        return aCommune(at, {
          sectorId,
          toSee: each.toSee,
          doctors: each.toSee + each.others,
          held: each.held,
          ...(each.isPlaced ? {} : { place: null }),
          minutes: new Map(
            sectors.map((_, s) => [s + 1, each.toSee * 40 * (s + 1 === sectorId ? 1 : each.farther / 100)]),
          ),
        });
      }),
    }),
  );

function aCommune(at: number, given: Partial<CommuneWork> & { sectorId: number; toSee: number }): CommuneWork {
  const [x, y] = [at % 6, Math.floor(at / 6)];
  return {
    code: `44${String(at).padStart(3, "0")}`,
    name: `Commune ${at}`,
    doctors: given.toSee,
    held: 0,
    zip: 0,
    place: { latitude: 47 + y * 0.05, longitude: -1.5 + x * 0.08, isApproximate: true, population: null },
    minutes: new Map([1, 2, 3, 4, 5].map((id) => [id, given.toSee * 40])),
    ...given,
  };
}

/** Sectors that may share, as the rule sees them at the start. */
function loadsAfter(situation: Situation, moves: readonly Move[]) {
  return loadsOf(situation, belongingAfter(moves)).filter(({ load }) => load !== null);
}

function spreadOf(situation: Situation, moves: readonly Move[]): number {
  const loads = loadsAfter(situation, moves).map(({ load }) => load!);
  return loads.length === 0 ? 0 : Math.max(...loads) - Math.min(...loads);
}

describe("swaps of communes", () => {
  it("never leave the caisse less even than it was", () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const moves = propose(situation);
        expect(spreadOf(situation, moves)).toBeLessThanOrEqual(spreadOf(situation, []) + 1e-9);
      }),
      { numRuns: 300 },
    );
  });

  it("lose no doctor, and move nobody who has a visit booked", () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const moves = propose(situation);
        for (const { code, doctors, held } of moves) {
          const commune = situation.communes.find((each) => each.code === code)!;
          expect({ doctors, held }).toEqual({ doctors: commune.doctors, held: commune.held });
        }
        const fixed = (id: number) => situation.sectors.find((sector) => sector.id === id)!.fixed;
        for (const [id, needed] of neededIn(situation, belongingAfter(moves))) {
          const own = situation.communes.filter(
            ({ code, sectorId }) => (belongingAfter(moves).get(code) ?? sectorId) === id,
          );
          expect(needed).toBeCloseTo(own.reduce((sum, { minutes }) => sum + minutes.get(id)!, fixed(id)));
        }
      }),
    );
  });

  it("are few, each commune once, to a sector that lies beside it and has delegates", () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const moves = propose(situation);
        const [neighbours, belongs] = [neighboursOf(situation.communes), belongingAfter(moves)];
        const home = new Map(situation.communes.map(({ code, sectorId }) => [code, sectorId]));
        expect(moves.length).toBeLessThanOrEqual(MOST_MOVES);
        expect(new Set(moves.map(({ code }) => code)).size).toBe(moves.length);
        for (const { code, from, to } of moves) {
          expect(from).toBe(home.get(code));
          expect(to).not.toBe(from);
          expect(situation.sectors.find(({ id }) => id === to)!.available).toBeGreaterThan(0);
          expect(
            neighbours.get(code)!.some((other) => [belongs.get(other.code), home.get(other.code)].includes(to)),
          ).toBe(true);
        }
      }),
    );
  });

  it("are the same whatever the order in which the communes are read", () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const turned = { ...situation, communes: [...situation.communes].reverse() };
        expect(propose(turned)).toEqual(propose(situation));
      }),
      { numRuns: 50 },
    );
  });

  it("bring two unequal halves within eight per cent, and leave them alone afterwards", () => {
    const hours = { available: 20_000, fixed: 0 };
    const situation: Situation = {
      sectors: [
        { id: 1, name: "Ouest", ...hours },
        { id: 2, name: "Est", ...hours },
      ],
      communes: Array.from({ length: 24 }, (_, at) => aCommune(at, { sectorId: at % 6 < 4 ? 1 : 2, toSee: 12 })),
    };
    const moves = propose(situation);
    expect(deviationOf(loadsAfter(situation, moves))).toBeLessThanOrEqual(TOLERANCE);
    expect(loadsAfter(situation, moves).map(({ state }) => state)).toEqual(["even", "even"]);
    expect(moves.every(({ from, to }) => from === 1 && to === 2)).toBe(true);
    expect(moves.length).toBe(4);
    const after = belongingAfter(moves);
    const settled = {
      ...situation,
      communes: situation.communes.map((c) => ({ ...c, sectorId: after.get(c.code) ?? c.sectorId })),
    };
    expect(propose(settled)).toEqual([]);
  });

  it("do not touch a sector that is one commune, nor one without a delegate; both are said", () => {
    const situation: Situation = {
      sectors: [
        { id: 1, name: "Ville", available: 10_000, fixed: 0 },
        { id: 2, name: "Pays", available: 10_000, fixed: 0 },
        { id: 3, name: "Sans délégué", available: 0, fixed: 0 },
        { id: 4, name: "Vide", available: 0, fixed: 0 },
      ],
      communes: [
        aCommune(0, { sectorId: 1, toSee: 300 }),
        aCommune(1, { sectorId: 2, toSee: 20 }),
        aCommune(2, { sectorId: 3, toSee: 20 }),
      ],
    };
    expect(propose(situation)).toEqual([]);
    expect(loadsOf(situation).map(({ state, isOneCommune }) => [state, isOneCommune])).toEqual([
      ["over", true],
      ["even", true],
      ["nobody", true],
      ["empty", false],
    ]);
  });

  it("a caisse without sectors, or without work, proposes nothing", () => {
    expect(propose({ sectors: [], communes: [] })).toEqual([]);
    expect(loadsOf({ sectors: [{ id: 1, name: "A", available: 100, fixed: 0 }], communes: [] })[0]).toMatchObject({
      state: "even",
      load: 0,
    });
  });
});
