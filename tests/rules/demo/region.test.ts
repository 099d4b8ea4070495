import { describe, expect, it } from "vitest";
import { isGeneralist } from "~/demo/doctor";
import { laterEdition } from "~/demo/edition";
import { luhnSum } from "~/demo/numbers";
import { FICTION_RANGES } from "~/demo/phones";
import { DEMO_DEPARTMENTS, demoRegion } from "~/demo/region";
import { VOLUMES } from "~/demo/volumes";
import { FICTION, ground, region, TODAY } from "./scene";

describe("the demonstration region", () => {
  it("is the same people for the same seed, others for another", () => {
    const small = (seed: string) => demoRegion(ground, seed, ["53"], TODAY).doctors;
    expect(small("one")).toEqual(small("one"));
    expect(small("two").map((doctor) => doctor.lastName)).not.toEqual(small("one").map((doctor) => doctor.lastName));
  });

  it.each(DEMO_DEPARTMENTS)("has the liberal doctors of département %s", (department) => {
    const volume = VOLUMES.find((each) => each.department === department)!;
    const doctors = region.doctors.filter((doctor) => doctor.department === department);
    expect(doctors.filter(isGeneralist)).toHaveLength(volume.generalists);
    expect(doctors.filter((doctor) => !isGeneralist(doctor))).toHaveLength(volume.specialists);
  });

  it("gives each doctor a number of its own with the right key", () => {
    const numbers = region.doctors.map((doctor) => doctor.rpps);
    expect(new Set(numbers).size).toBe(5724);
    expect(numbers.filter((rpps) => !/^997\d{8}$/.test(rpps) || luhnSum(rpps) % 10 !== 0)).toEqual([]);
  });

  it("uses the real postcodes of real towns", () => {
    const wrong = region.doctors.flatMap((doctor) =>
      doctor.practices.filter(
        (place) => !place.town.postcodes.includes(place.postcode) || place.town.kind === "parent",
      ),
    );
    expect(wrong).toEqual([]);
  });

  it("knows the six ranges reserved for fiction", () => {
    expect([...FICTION_RANGES]).toEqual(["019900", "026191", "035301", "046571", "053649", "063998"]);
  });

  it("rings no real telephone and writes to no real practice", () => {
    const practices = region.doctors.flatMap((doctor) => doctor.practices);
    expect(practices.filter((place) => place.phone && !FICTION.test(place.phone))).toEqual([]);
    expect(practices.filter((place) => place.email && !place.email.endsWith(".example"))).toEqual([]);
  });

  it("gives a telephone to one practice only", () => {
    const practices = [...new Set(region.doctors.flatMap((doctor) => doctor.practices))].filter((place) => place.phone);
    expect(new Set(practices.map((place) => place.phone)).size).toBe(practices.length);
  });

  it("spreads the doctors as the country does", () => {
    const share = (test: (doctor: (typeof region.doctors)[number]) => boolean, of = region.doctors) =>
      of.filter(test).length / of.length;
    const generalists = region.doctors.filter(isGeneralist);
    const several = share((doctor) => new Set(doctor.practices.map((place) => place.town.department)).size > 1);
    expect(several).toBeGreaterThan(0.05);
    expect(several).toBeLessThan(0.11);
    expect(generalists.reduce((sum, doctor) => sum + doctor.practices.length, 0) / generalists.length).toBeCloseTo(
      1.2,
      1,
    );
    expect(share((doctor) => doctor.feeSector === "1", generalists)).toBeCloseTo(0.94, 1);
    expect(share((doctor) => doctor.practices[0]!.kind !== "SA07", generalists)).toBeCloseTo(0.82, 1);
    expect(share((doctor) => doctor.practices[0]!.kind === "SA52", generalists)).toBeCloseTo(0.17, 1);
  });
});

describe("the later edition", () => {
  it("changes about 2 % of the doctors and leaves the others as they were", () => {
    const later = laterEdition(region);
    const before = new Map(region.doctors.map((doctor) => [doctor.rpps, doctor]));
    const after = new Map(later.doctors.map((doctor) => [doctor.rpps, doctor]));
    const gone = [...before.keys()].filter((rpps) => !after.has(rpps)).length;
    const arrived = [...after.keys()].filter((rpps) => !before.has(rpps)).length;
    const changed = [...after].filter(([rpps, doctor]) => before.has(rpps) && before.get(rpps) !== doctor).length;
    expect(gone).toBeGreaterThan(0);
    expect(arrived).toBeGreaterThan(0);
    expect((gone + arrived + changed) / before.size).toBeGreaterThan(0.014);
    expect((gone + arrived + changed) / before.size).toBeLessThan(0.027);
    expect(laterEdition(region).doctors).toEqual(later.doctors);
  });
});
