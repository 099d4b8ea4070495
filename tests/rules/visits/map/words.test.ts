import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isDay } from "~/calendar/day";
import { mapAddress, withFilter } from "~/visits/map/address";
import { NO_MAP_FILTERS } from "~/visits/map/filters";
import { levelOf } from "~/visits/map/level";
import { mapForm } from "~/visits/map/map.form";
import { distance, nearest } from "~/visits/map/nearness";
import { periodAsked, periodWords } from "~/visits/map/period";
import { mapReason } from "~/visits/map/reason";

const TODAY = "2026-11-24";
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

describe("the days asked for", () => {
  it("are one day, or the six of its week", () => {
    expect(periodAsked({ jour: "2026-11-26", semaine: "" }, TODAY)).toMatchObject({
      days: ["2026-11-26"],
      monday: "2026-11-23",
    });
    const week = periodAsked({ jour: "", semaine: "2026-12-02" }, TODAY);
    expect([week.kind, week.days.length, week.days[0], week.days.at(-1)]).toEqual([
      "semaine",
      6,
      "2026-11-30",
      "2026-12-05",
    ]);
    expect(plain(periodWords(week))).toBe("du 30 novembre au 5 décembre");
    expect(plain(periodWords({ days: [TODAY] }))).toBe("le mardi 24 novembre");
  });

  it("are this week whatever nonsense the address holds", () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom("1900-01-01", "9999-12-31", "2026-02-30", "hier"), (jour, semaine) => {
        fc.pre(!isDay(jour));
        const { monday } = periodAsked({ jour, semaine }, TODAY);
        expect(monday).toBe("2026-11-23");
      }),
    );
  });
});

describe("the address of the map", () => {
  const view = {
    period: { kind: "jour" as const, days: [TODAY], monday: "2026-11-23" },
    filters: { ...NO_MAP_FILTERS, zone: "ZIP" as const, nonvus: true },
    order: "distance" as const,
  };

  it("says all and is read back", () => {
    const address = mapAddress(view);
    expect(address).toBe("/visites/carte?jour=2026-11-24&zone=ZIP&nonvus=1&tri=distance");
    const read = mapForm.parse(Object.fromEntries(new URLSearchParams(address.split("?")[1])));
    expect(read).toEqual({ jour: TODAY, semaine: "", order: "distance", filters: view.filters });
  });

  it("loses one filter at a time", () => {
    expect(withFilter(view, "zone", null)).toBe("/visites/carte?jour=2026-11-24&nonvus=1&tri=distance");
  });

  it("is as if empty where it makes no sense", () => {
    expect(
      mapForm.parse({ zone: "X", verdict: "", nonvus: "oui", visite: "1", tri: "nom", jour: "x".repeat(50) }),
    ).toEqual({ jour: "", semaine: "", order: "priorite", filters: NO_MAP_FILTERS });
  });
});

describe("nearness", () => {
  const nantes = { latitude: 47.217, longitude: -1.553 };
  const stop = { ...nantes, isPlaced: true, words: "l'arrêt Ma2" };

  it("is told to the nearest landmark", () => {
    const north = { latitude: 47.25, longitude: -1.553, isPlaced: true };
    const far = { latitude: 48, longitude: -1.5, isPlaced: true, words: "l'arrêt Me1" };
    expect(plain(nearest(north, [far, stop])!.words)).toBe("à 3,7 km de l'arrêt Ma2");
    expect(nearest(north, [])).toBeNull();
  });

  it("never says the same door when only the commune is known", () => {
    expect(nearest({ ...nantes, isPlaced: true }, [stop])!.words).toBe("à la même adresse que l'arrêt Ma2");
    expect(nearest({ ...nantes, isPlaced: false }, [stop])!.words).toBe("dans la même commune que l'arrêt Ma2");
  });

  it.each([
    [40, "100 m"],
    [840, "800 m"],
    [949, "900 m"],
    [951, "1 km"],
    [3_240, "3,2 km"],
    [9_960, "10 km"],
    [24_400, "24 km"],
  ])("of %d metres reads %s", (metres, words) => expect(plain(distance(metres))).toBe(words));
});

describe("why somebody is on the map", () => {
  const nobody = {
    verdict: "yes",
    lastMetOn: null,
    lastResult: null,
    promisedOn: null,
    nextVisitOn: null,
    refusesVisits: false,
  };

  it.each([
    [{}, "Pas encore de visite · éligible"],
    [{ verdict: null }, "Pas encore de visite"],
    [{ refusesVisits: true, nextVisitOn: TODAY }, "Ne souhaite plus de visite · éligible"],
    [{ nextVisitOn: "2026-12-01", promisedOn: TODAY }, "Visite prévue le mardi 1er décembre · éligible"],
    [{ promisedOn: "2026-11-20" }, "Visite promise pour le vendredi 20 novembre, en retard · éligible"],
    [{ promisedOn: TODAY, verdict: "unknown" }, "Visite promise pour le mardi 24 novembre · un point à vérifier"],
    [{ lastMetOn: "2026-11-12" }, "Dernière visite il y a 12 jours · éligible"],
    [{ lastMetOn: "2025-11-12" }, "Dernière visite il y a plus d'un an · éligible"],
    [{ lastMetOn: "2026-11-12", lastResult: "absent" }, "Absence constatée il y a 12 jours · éligible"],
  ])("%o reads « %s »", (facts, words) => expect(plain(mapReason({ ...nobody, ...facts }, TODAY))).toBe(words));
});

describe("how pressing a visit is", () => {
  const facts = { priority: 100, lastMetOn: null, lastResult: null, promisedOn: null, isOut: false };
  it.each([
    ["due", {}],
    ["promised", { promisedOn: "2026-11-25" }],
    ["promised", { promisedOn: "2026-10-01" }],
    ["later", { promisedOn: "2027-03-01" }],
    ["later", { lastMetOn: "2026-11-12" }],
    ["later", { lastMetOn: "2026-01-12", lastResult: "refused" }],
    ["later", { promisedOn: "2026-11-25", isOut: true }],
  ] as const)("is %s for %o", (level, given) =>
    expect(levelOf({ ...facts, ...given }, "2026-11-23", "2026-11-28")).toBe(level),
  );
});
