import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LEVELS } from "~/visits/map/level";
import { cornersOf, legFeatures, type Scene, spotFeatures, stopFeatures, townFeatures } from "~/visits/map/scene";
import { type Placed, spotsOf } from "~/visits/map/spots";
import { lineOf, stopLabel, type TourVisit, toursOf } from "~/visits/map/tour";

const BASE = { latitude: 47.2, longitude: -1.55 };
const NANTES = { latitude: 47.217, longitude: -1.553 };
const REZE = { latitude: 47.183, longitude: -1.55 };

const doctor = (id: number, given: Partial<Placed> = {}): Placed => ({
  id,
  ...NANTES,
  practiceKey: `${id}`,
  isPlaced: false,
  town: "Nantes",
  area: "ZIP",
  level: "due",
  ...given,
});
const visit = (id: string, minutes: number, given: Partial<TourVisit> = {}): TourVisit => ({
  id,
  doctorId: 1,
  name: "MARTIN Claire",
  day: "2026-11-24",
  minutes,
  state: "booked",
  practiceKey: id,
  town: "Nantes",
  area: "ZIP",
  isPlaced: true,
  point: NANTES,
  ...given,
});
const scene = (given: Partial<Scene> = {}): Scene => ({ spots: [], tours: [], base: null, towns: [], ...given });

describe("spots", () => {
  it("hold the doctors of one practice, and together those of whom only the commune is known", () => {
    const spots = spotsOf([
      doctor(1),
      doctor(2, { isPlaced: true, practiceKey: "a" }),
      doctor(3, { level: "promised" }),
      doctor(4, { isPlaced: true, practiceKey: "a", level: "later" }),
      doctor(5, REZE),
    ]);
    expect(spots.map(({ id, doctorIds, isPlaced, level }) => [id, doctorIds, isPlaced, level])).toEqual([
      [1, [1, 3], false, "promised"],
      [2, [2, 4], true, "due"],
      [5, [5], false, "due"],
    ]);
  });

  it("lose nobody and double nobody", () => {
    const anybody = fc.record({
      isPlaced: fc.boolean(),
      practiceKey: fc.constantFrom("a", "b", null),
      latitude: fc.constantFrom(47, 48),
      level: fc.constantFrom(...LEVELS),
    });
    fc.assert(
      fc.property(fc.array(anybody), (given) => {
        const doctors = given.map((each, id) => doctor(id, each));
        const ids = spotsOf(doctors).flatMap(({ doctorIds }) => doctorIds);
        expect([...ids].sort((a, b) => a - b)).toEqual(doctors.map(({ id }) => id));
      }),
    );
  });
});

describe("tours", () => {
  it("go from door to door in the order of the hours; doctors of one practice seen in a row are one stop", () => {
    const [tour, other] = toursOf(
      [
        visit("c", 700),
        visit("a", 540, { practiceKey: "x", doctorId: 1 }),
        visit("b", 570, { practiceKey: "x", doctorId: 2 }),
        visit("d", 600, { day: "2026-11-23" }),
      ],
      BASE,
    ).reverse();
    expect(tour!.stops.map(({ rank, visits }) => [rank, visits.map(({ id }) => id)])).toEqual([
      [1, ["a", "b"]],
      [2, ["c"]],
    ]);
    expect(other!.day).toBe("2026-11-23");
  });

  it("count the way from the base and back, and leave out what nobody can place", () => {
    const [tour] = toursOf([visit("a", 540), visit("b", 600, { point: null })], BASE);
    expect(tour!.stops).toHaveLength(2);
    expect(tour!.metres).toBeCloseTo(2 * 1_904, -2);
    expect(lineOf(tour!.stops, BASE)).toEqual([BASE, NANTES, BASE]);
    expect(toursOf([visit("a", 540)], null)[0]!.metres).toBe(0);
  });

  it("name each stop by its day, unless the day is alone", () => {
    expect([stopLabel(2, 2, false), stopLabel(2, 2, true), stopLabel(1, 3, false)]).toEqual(["Ma2", "2", "Me1"]);
  });
});

describe("what is drawn", () => {
  it("says shape, urgency and number in the name of the drawing", () => {
    const icons = (spots: Placed[]) =>
      spotFeatures(scene({ spots: spotsOf(spots) })).features.map(({ properties }) => properties.icon);
    expect(icons([doctor(1), doctor(2)])).toEqual(["spot|full|due|2"]);
    expect(icons([doctor(1, { area: "ZAC", level: "promised" })])).toEqual(["spot|half|promised|1"]);
    expect(icons([doctor(1, { area: "HZ", level: "later" })])).toEqual(["spot|hollow|later|1"]);
    expect(icons([doctor(1, { area: null })])).toEqual(["spot|unknown|due|1"]);
  });

  it("has a leg for each day that has a way, a stop for each door, and the base above", () => {
    const tours = toursOf(
      [visit("a", 540, { doctorId: 7 }), visit("b", 600, { day: "2026-11-25", point: null })],
      BASE,
    );
    const drawn = scene({ tours, base: BASE });
    expect(legFeatures(drawn).features.map(({ properties }) => properties.day)).toEqual([1]);
    expect(stopFeatures(drawn).features.map(({ properties }) => properties)).toEqual([
      { id: 7, icon: "stop|Ma1|1" },
      { icon: "base" },
    ]);
  });

  it("names towns in the order given, which is their size", () => {
    const towns = [
      { name: "Nantes", ...NANTES },
      { name: "Rezé", ...REZE },
    ];
    expect(townFeatures(scene({ towns })).features.map(({ properties }) => properties)).toEqual([
      { icon: "town|Nantes", order: 0 },
      { icon: "town|Rezé", order: 1 },
    ]);
  });

  it("is framed by the tours, else by the doctors, else by nothing", () => {
    const spots = spotsOf([doctor(1), doctor(2, REZE)]);
    expect(cornersOf(scene())).toBeNull();
    expect(cornersOf(scene({ spots }))).toEqual([
      [-1.553, 47.183],
      [-1.55, 47.217],
    ]);
    const tours = toursOf([visit("a", 540)], BASE);
    expect(cornersOf(scene({ spots, tours, base: BASE }))).toEqual([
      [-1.553, 47.2],
      [-1.55, 47.217],
    ]);
  });
});
