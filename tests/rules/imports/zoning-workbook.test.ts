import { describe, expect, it } from "vitest";
import { recognise } from "~/imports/layout";
import { readZoningWorkbook } from "~/imports/zoning/workbook";
import { sample } from "./sample";
import { sheet, workbook } from "./workbook-parts";

function read(path: string) {
  const reading = readZoningWorkbook(sample(path));
  if (!reading.ok) throw new Error(reading.why);
  return reading.batch;
}

describe("the annex of an arrêté", () => {
  const batch = read("zonage/Zonage_medecin_modele_arrete.xlsx");

  it("is recognised by its bytes, whatever its name", () => {
    const head = sample("zonage/Zonage_medecin_modele_arrete.xlsx").subarray(0, 65_536);
    expect(recognise(head, "zonage.csv", "zonage")).toMatchObject({
      ok: true,
      layout: { kind: "zonage", container: "workbook" },
    });
  });

  it("gives its communes and its districts, dated, and not its territories again", () => {
    expect(batch.counts).toEqual({ read: 30, accepted: 29, rejected: 1, ignored: 0, warned: 0 });
    expect(batch.rows[0]).toEqual({
      line: 2,
      communeCode: "44109",
      communeName: "Nantes",
      tvsCode: "44109",
      tvsName: "Nantes",
      qpvCode: null,
      zone: "ZIP",
      rawZone: "ZIP",
      decidedOn: "2025-05-09",
      majority: null,
    });
    expect(batch.rows.filter((row) => row.qpvCode !== null)).toHaveLength(9);
    expect(batch.rows.every((row) => row.communeCode !== null)).toBe(true);
  });

  it("says on which sheet a line waits for a person", () => {
    expect(batch.rejects).toEqual([
      expect.objectContaining({
        line: 11,
        reason: expect.stringMatching(/^Feuille «\sZonage_QPV\s»\s: Zonage «\s0\s» inconnu/),
      }),
    ]);
  });

  it("names districts with their communes in a list", () => {
    const districts = read("zonage/Arrete_zonage_QPV_medecins.xlsx");
    expect(districts.counts).toMatchObject({ read: 12, accepted: 9, rejected: 3 });
    expect(districts.rows.filter((row) => row.qpvCode === "QN00001M").map((row) => row.communeCode)).toEqual([
      "44109",
      "44184",
    ]);
  });

  it("gives its territories when it has no sheet of communes, below whatever title", () => {
    const text = (reference: string, value: string) => `<c r="${reference}" t="str"><v>${value}</v></c>`;
    const rows = `<row r="1">${text("A1", "Annexe 2")}</row><row r="4">${text("A4", "Code TVS")}${text("B4", "Zonage ARS")}</row><row r="5">${text("A5", "44109")}${text("B5", "ZAC")}</row>`;
    const reading = readZoningWorkbook(workbook(sheet(rows)));
    expect(reading).toMatchObject({
      ok: true,
      batch: { rows: [{ line: 5, communeCode: null, tvsCode: "44109", zone: "ZAC" }] },
    });
  });

  it("is told from the accessibility workbook and from any other", () => {
    expect(readZoningWorkbook(sample("zonage/Indicateur_APL_medecins_generalistes.xlsx"))).toMatchObject({
      ok: false,
      why: expect.stringMatching(/indicateur d'accessibilité APL/),
    });
    expect(readZoningWorkbook(workbook(sheet("")))).toMatchObject({
      ok: false,
      why: expect.stringMatching(/Aucune feuille/),
    });
  });
});
