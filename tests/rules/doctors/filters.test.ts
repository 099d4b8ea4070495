import { describe, expect, it } from "vitest";
import { readPlace, writePlace } from "~/doctors/cursor";
import {
  type Filters,
  filterLabel,
  listAddress,
  NO_FILTERS,
  namesInForce,
  narrowingOf,
  without,
} from "~/doctors/filters";
import { listAskIn } from "~/doctors/list.form";

const SOME: Filters = {
  ...NO_FILTERS,
  q: "le goff & fils",
  zone: "ZIP",
  specialite: "cardiology",
  secteur: 12,
  question: true,
};

describe("filters in the address", () => {
  it("come back as they went", () => {
    expect(listAskIn(listAddress(SOME).split("?")[1]!)).toEqual({ filters: SOME, cursor: null });
    expect(listAddress(NO_FILTERS)).toBe("/medecins");
  });

  it("leave out what makes no sense, and keep the rest", () => {
    const { filters, cursor } = listAskIn(
      "zone=ZIP&verdict=peut-etre&specialite=__proto__&secteur=-1&question=2&apres=1-2-3",
    );
    expect(filters).toEqual({ ...NO_FILTERS, zone: "ZIP" });
    expect(cursor).toBeNull();
  });

  it("name and remove each of those in force", () => {
    expect(namesInForce(SOME)).toEqual(["q", "zone", "specialite", "secteur", "question"]);
    expect(namesInForce(SOME).reduce(without, SOME)).toEqual(NO_FILTERS);
    const sectors = new Map([[12, "Presqu'île"]]);
    expect(namesInForce(SOME).map((name) => filterLabel(SOME, name, sectors))).toEqual([
      "recherche : le goff & fils",
      "en ZIP",
      "Cardiologie",
      "Presqu'île",
      "question à poser",
    ]);
  });

  it("become values of the ranking", () => {
    expect(narrowingOf({ ...NO_FILTERS, zone: "autres", verdict: "non" })).toMatchObject({
      zones: ["ZV", "HZ"],
      verdict: "no",
      isGp: null,
    });
    expect(narrowingOf(SOME)).toMatchObject({ verdict: "unknown", specialty: "cardiology", askable: 31, sectorId: 12 });
  });
});

it("reads back a place of the list, and only a place", () => {
  const place = { priority: 430, doctorId: 91_234 };
  expect(readPlace(writePlace(place))).toEqual(place);
  for (const text of ["", "1", "-1-2", "1-2-3", "1e3-4", "9999999-1", "1-9999999999999999"])
    expect(readPlace(text)).toBeNull();
});
