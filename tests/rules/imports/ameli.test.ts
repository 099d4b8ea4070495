import { describe, expect, it } from "vitest";
import { readFeeScheme, readFees } from "~/imports/ameli/fees";
import { AMELI, readSample, reasonsAt } from "./sample";

const reference = readSample(`${AMELI}.csv`, "ameli");
const named = (lastName: string) => reference.rows.filter((row) => row.lastName === lastName);

describe("the Ameli directory", () => {
  it("keeps the doctors and counts the other professions", () => {
    expect(reference.counts).toEqual({ read: 34, accepted: 31, rejected: 0, ignored: 3, warned: 1 });
    expect(reasonsAt(reference.warnings, 35)[0]).toMatch(/Code postal absent/);
  });

  it("gives every field of a line, in our words", () => {
    expect(reference.rows[0]).toEqual({
      line: 2,
      lastName: "FICTIF-LAROCHE",
      firstName: "CAMILLE",
      civility: "MME",
      specialtyCode: "01",
      specialtyLabel: "Médecin généraliste",
      family: "general-practice",
      addressLine: "12 RUE DE LA FICTION",
      addressExtra: null,
      postcode: "44000",
      town: "NANTES",
      phone: "0261910001",
      feeSector: "1",
      permanentOverrun: false,
      feeScheme: null,
      exerciseNature: "Libéral intégral",
      vitale: false,
      foldedName: "fictif laroche camille",
      ameliKey: "fictif laroche|camille|general-practice|44000|12 rue de la fiction",
    });
  });

  it("keeps CEDEX, unusual and missing places", () => {
    expect(named("CEDEXOISE")[0]).toMatchObject({
      addressLine: "10 RUE DU CENTRE",
      addressExtra: "CS 30001",
      postcode: "57085",
      town: "METZ",
    });
    expect(named("MAUVAISCP")[0]).toMatchObject({ postcode: "01220", town: "DAGNEUX" });
    expect(named("MEPPE")[0]).toMatchObject({
      family: "general-practice",
      addressExtra: "BATIMENT B, LE BOURG",
      phone: null,
    });
    expect(named("VIDE-CP")[0]).toMatchObject({ postcode: null, town: null });
  });

  it.each(["quoted-lf", "latin1"])("%s gives the same first twenty rows", (edition) => {
    expect(readSample(`${AMELI}.${edition}.csv`, "ameli").rows).toEqual(reference.rows.slice(0, 20));
  });
});

describe("fee sectors", () => {
  it("secteur 2 is code 3, and code 2 the older right to exceed", () => {
    expect(named("DE LA FABLE")[0]).toMatchObject({ feeSector: "2", permanentOverrun: false, feeScheme: "OPTAM" });
    expect(named("DUMODELE")[0]).toMatchObject({ feeSector: "2", permanentOverrun: true, feeScheme: null });
    expect(named("NAISSANCE-FICTIVE")[0]).toMatchObject({ feeSector: "2", feeScheme: "OPTAM_ACO" });
    expect(named("DERMAIN")[0]).toMatchObject({ feeSector: "3", feeScheme: null });
  });

  it("follow the label when the code says otherwise, and say so", () => {
    const warnings: string[] = [];
    expect(readFees("3", "Conventionné Dépassement Permanent", warnings)).toEqual({
      feeSector: "2",
      permanentOverrun: true,
    });
    expect(warnings).toEqual([]);
    expect(readFees("1", "Secteur 2", warnings)).toEqual({ feeSector: "2", permanentOverrun: false });
    expect(warnings).toEqual([expect.stringContaining("se contredisent")]);
  });

  it("are left empty when unknown, never guessed", () => {
    const warnings: string[] = [];
    expect(readFees("9", "Secteur inconnu", warnings)).toEqual({ feeSector: null, permanentOverrun: false });
    expect(readFeeScheme("7", warnings)).toBeNull();
    expect(warnings).toHaveLength(2);
    expect(readFees("", "", [])).toEqual({ feeSector: null, permanentOverrun: false });
  });
});

describe("the nasty Ameli file", () => {
  const nasty = readSample(`${AMELI}.nasty.csv`, "ameli");
  const row = (line: number) => nasty.rows.find((each) => each.line === line);

  it("accounts for every line", () => {
    expect(nasty.counts).toEqual({ read: 15, accepted: 13, rejected: 2, ignored: 0, warned: 4 });
    expect(reasonsAt(nasty.rejects, 15)).toEqual([expect.stringMatching(/10\svaleurs au lieu de 24/)]);
    expect(reasonsAt(nasty.rejects, 16)).toEqual([expect.stringMatching(/s'arrête au milieu de la ligne 16/)]);
  });

  it("puts right what can be, and says what cannot", () => {
    expect(row(6)?.postcode).toBe("35590");
    expect(row(9)?.addressLine).toBe("2 BD MARIN");
    expect(row(10)?.addressLine).toBe("LE VILLAGE");
    expect(row(8)?.phone).toBeNull();
    expect(row(7)?.family).toBeNull();
    expect(row(4)?.feeSector).toBeNull();
    expect(nasty.warnings.map((warning) => warning.line)).toEqual([4, 5, 7, 8]);
  });

  it("gives the same key to the same line twice, and another to another practice", () => {
    expect(row(14)?.ameliKey).toBe(row(3)?.ameliKey);
    expect(row(4)?.ameliKey).not.toBe(row(3)?.ameliKey);
  });
});
