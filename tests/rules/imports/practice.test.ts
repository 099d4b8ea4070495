import { describe, expect, it } from "vitest";
import { isPracticeLine } from "~/imports/rpps/practice";
import { foldedStreet, streetLine, withoutPostBox } from "~/imports/streets";
import { RPPS, readSample } from "./sample";

const { rows } = readSample(`${RPPS}.txt`, "rpps");
const at = (line: number) => rows.find((row) => row.line === line)!;

describe("a settled liberal practice", () => {
  it("is told from all the rest, with the reason", () => {
    expect(isPracticeLine(at(2))).toEqual({ ok: true });
    expect(isPracticeLine(at(8))).toEqual({ ok: false, why: "Activité salariée." });
    expect(isPracticeLine(at(20))).toEqual({ ok: false, why: "Activité bénévole." });
    expect(isPracticeLine(at(21))).toMatchObject({ ok: false, why: expect.stringContaining("militaire") });
    expect(isPracticeLine(at(17))).toEqual({ ok: false, why: "Activité de remplacement." });
    expect(isPracticeLine({ ...at(2), mode: "X" })).toEqual({ ok: false, why: "Mode d'exercice inconnu." });
    expect(isPracticeLine({ ...at(2), activitySector: "SA64", activitySectorLabel: "Téléconsultation" })).toMatchObject(
      { ok: false },
    );
  });

  it("needs an address when the edition has no activity sector", () => {
    expect(isPracticeLine({ ...at(2), activitySector: null })).toEqual({ ok: true });
    const nowhere = { ...at(2), activitySector: null, addressLine: null, postcode: null };
    expect(isPracticeLine(nowhere)).toEqual({ ok: false, why: "Ni secteur d'activité ni adresse." });
  });

  it("is most of the reference file", () => {
    expect(rows.filter((row) => isPracticeLine(row).ok)).toHaveLength(29);
  });
});

describe("the practice key", () => {
  it("falls back on the structure, then on nothing", () => {
    expect(at(21).practiceKey).toBe("R10100999000014");
    expect(at(17).practiceKey).toBeNull();
  });

  it("is one for two spellings of an address", () => {
    expect(foldedStreet("12 R DES LILAS")).toBe(foldedStreet("12, rue des Lilas"));
    expect(foldedStreet("8 BD ST MICHEL")).toBe(foldedStreet("8 Boulevard Saint-Michel"));
    expect(foldedStreet("PL DU MARCHE")).toBe("place du marche");
  });

  it("reads numbers without the zeros they were filled with, and boxes apart", () => {
    expect(streetLine("0012", "B", "Rue", "DES LILAS")).toBe("12 B Rue DES LILAS");
    expect(streetLine("0", "", "", "LE VILLAGE")).toBe("LE VILLAGE");
    expect(withoutPostBox("10 RUE DU CENTRE - CS 30001")).toEqual({ street: "10 RUE DU CENTRE", postBox: "CS 30001" });
    expect(withoutPostBox("0 LE VILLAGE")).toEqual({ street: "LE VILLAGE", postBox: "" });
    expect(withoutPostBox("0002 BD MARIN")).toEqual({ street: "2 BD MARIN", postBox: "" });
  });
});
