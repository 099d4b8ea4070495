import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { SHEET_BUDGETS } from "~/imports/sheets/budgets";
import { readSheets } from "~/imports/sheets/workbook";
import { sample } from "./sample";
import { contentsAt, sheet, workbook } from "./workbook-parts";

const cell = (reference: string, value: string) => `<c r="${reference}" t="str"><v>${value}</v></c>`;

function whyNot(bytes: Uint8Array): string {
  const started = process.cpuUsage();
  const reading = readSheets(bytes);
  expect(process.cpuUsage(started).user).toBeLessThan(1_000_000);
  if (reading.ok) throw new Error("taken");
  expect(reading.why).toContain("Rien n'a été importé");
  return reading.why;
}

function rowsOf(xml: string, more = {}) {
  const reading = readSheets(workbook(xml, more));
  if (!reading.ok) throw new Error(reading.why);
  return reading.sheets[0]?.rows;
}

describe("a workbook", () => {
  it("gives its sheets in order, rows by their own number", () => {
    const reading = readSheets(sample("zonage/Zonage_medecin_modele_arrete.xlsx"));
    expect(reading).toMatchObject({
      ok: true,
      sheets: [{ name: "Zonage_communes" }, { name: "Zonage_TVS" }, { name: "Zonage_QPV" }],
    });
    if (reading.ok) {
      expect(reading.sheets[0]?.rows[1]).toEqual({
        line: 2,
        cells: ["52", "", "44109", "Nantes", "44109", "Nantes", "01_Sélection nationale", "ZIP", "45786", "1000"],
      });
    }
  });

  it("reads every kind of cell, and never a formula", () => {
    const rows = rowsOf(
      sheet(
        `<row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3"><f>1+1</f><v>2</v></c><c t="b"><v>1</v></c><c r="E3" t="inlineStr"><is><r><t>a &amp; </t></r><r><t>b</t></r></is></c><c r="F3" t="e"><v>#N/A</v></c><c r="G3"><v>7.0</v></c><c r="H3"><f>cmd|' /c calc'!A0</f></c></row><row r="4"/><row><c r="A5" s="2"/></row><row r="9">${cell("B9", "&#233;&#xE9;<![CDATA[<x>]]>")}</row>`,
      ),
      {
        "xl/sharedStrings.xml": strToU8(
          "<sst><si/><si><r><t>Nan</t></r><r><t>tes</t></r><rPh><t>nyan</t></rPh></si></sst>",
        ),
      },
    );
    expect(rows).toEqual([
      { line: 3, cells: ["Nantes", "2", "VRAI", "", "a & b", "#N/A", "7"] },
      { line: 9, cells: ["", "éé<x>"] },
    ]);
  });

  it("reads prefixed tags, other quotes, comments, and stored entries", () => {
    const xml = `<x:worksheet xmlns:x="m"><!-- <row> --><x:sheetData><x:row r='1'><x:c r='A1' t='str'><x:v>ok</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    expect(rowsOf(xml)).toEqual([{ line: 1, cells: ["ok"] }]);
    const stored = workbook(sheet(`<row r="1">${cell("A1", "ok")}</row>`), {
      "xl/theme.xml": [strToU8("x"), { level: 0 }],
    });
    expect(readSheets(stored)).toMatchObject({ ok: true });
  });

  it("passes over far cells that hold nothing, and empty rows by the ten thousand", () => {
    const empty = Array.from({ length: 40_000 }, (_, at) => `<row r="${at + 2}" s="${at % 97}"/>`).join("");
    const rows = rowsOf(sheet(`<row r="1">${cell("A1", "ok")}<c r="XFD1" s="3"/></row>${empty}`));
    expect(rows).toEqual([{ line: 1, cells: ["ok"] }]);
  });
});

describe("a workbook that would do harm is refused, quickly", () => {
  it("a bomb that announces itself", () => {
    const bomb = workbook(sheet(`<row r="1">${" ".repeat(8_000_000)}</row>`));
    expect(whyNot(bomb)).toMatch(/se déplierait démesurément/);
  });

  it("a bomb that lies about its size", () => {
    const bomb = workbook(sheet(`<row r="1">${" ".repeat(8_000_000)}</row>`));
    new DataView(bomb.buffer).setUint32(contentsAt(bomb, "xl/worksheets/sheet1.xml") + 24, 5_000, true);
    expect(whyNot(bomb)).toMatch(/annonce une fausse taille/);
  });

  it("many middling entries that add up", () => {
    const filler = strToU8(Array.from({ length: 3_000 }, (_, at) => `<c r="A${at * 7919}"/>`).join(""));
    const more = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`xl/media/${at}.xml`, filler]));
    const bytes = workbook(sheet(""), more);
    const reading = readSheets(bytes, { ...SHEET_BUDGETS, unpackedBytes: 1_000_000 });
    expect(reading).toMatchObject({ ok: false, why: expect.stringMatching(/se déplierait sur plus de/) });
  });

  it("more entries than any workbook has", () => {
    const more = Object.fromEntries(Array.from({ length: 600 }, (_, at) => [`x/${at}`, strToU8("")]));
    expect(whyNot(workbook(sheet(""), more))).toMatch(/604\sfichiers/);
  });

  it.each([
    ["a nested archive", { "xl/embeddings/other.zip": strToU8("PK") }, /une archive/],
    ["a nested workbook", { "xl/embeddings/Feuille.xlsx": strToU8("PK") }, /un autre classeur/],
    ["macros", { "xl/vbaProject.bin": strToU8("x") }, /macros/],
    ["a path that climbs", { "../../etc/passwd": strToU8("x") }, /chemin anormal/],
    [
      "an external entity",
      { "xl/sharedStrings.xml": strToU8('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><sst/>') },
      /DOCTYPE/,
    ],
    ["a billion laughs", { "xl/sharedStrings.xml": strToU8('<!ENTITY a "ha"><sst/>') }, /DOCTYPE/],
  ])("%s", (_, more, reason) => expect(whyNot(workbook(sheet(""), more))).toMatch(reason));

  it("a value in the last column of all, or a row that never ends", () => {
    expect(whyNot(workbook(sheet(`<row r="1048576">${cell("XFD1048576", "x")}</row>`)))).toMatch(/colonne 16.384/);
    expect(whyNot(workbook(sheet(`<row r="1">${"<c><v>1</v></c>".repeat(50_000)}</row>`)))).toMatch(
      /colonne 257|démesurément/,
    );
  });

  it("more rows or cells than any zoning has", () => {
    const rows = Array.from(
      { length: 60 },
      (_, at) => `<row r="${at}">${cell(`A${at}`, "x")}${cell(`B${at}`, "y")}</row>`,
    ).join("");
    const few = (budget: object) => readSheets(workbook(sheet(rows)), { ...SHEET_BUDGETS, ...budget });
    expect(few({ rows: 50 })).toMatchObject({ ok: false, why: expect.stringMatching(/plus de 50 lignes/) });
    expect(few({ cells: 100 })).toMatchObject({ ok: false, why: expect.stringMatching(/plus de 100 cellules/) });
    expect(few({ fileBytes: 100 })).toMatchObject({ ok: false, why: expect.stringMatching(/dépasse/) });
  });

  it("a cell without end", () => {
    const noise = Array.from({ length: 130_000 }, (_, at) => (at * 2_654_435_761).toString(36)).join("");
    expect(whyNot(workbook(sheet(`<row r="1">${cell("A1", noise)}</row>`)))).toMatch(/cellule démesurée/);
  });

  it("a password, a cut file, spoilt bytes, or no workbook at all", () => {
    const locked = workbook(sheet(""));
    const flags = contentsAt(locked, "xl/workbook.xml") + 8;
    new DataView(locked.buffer).setUint16(flags, 1, true);
    expect(whyNot(locked)).toMatch(/mot de passe/);
    const sound = sample("zonage/Zonage_medecin_modele_arrete.xlsx");
    expect(whyNot(sound.subarray(0, sound.length - 30))).toMatch(/abîmé/);
    const spoilt = Buffer.from(sound);
    spoilt.fill(0xff, 400, 900);
    expect(whyNot(spoilt)).toMatch(/abîmé|n'est pas un classeur/);
    expect(whyNot(zipSync({ "word/document.xml": strToU8("x") }))).toMatch(/n'est pas un classeur/);
    expect(whyNot(new Uint8Array(10))).toMatch(/abîmé/);
  });

  it("UTF-16 inside", () => {
    const bytes = workbook(sheet(""), {
      "xl/workbook.xml": new Uint8Array(Buffer.from("\ufeff<!DOCTYPE x><workbook/>", "utf16le")),
    });
    expect(readSheets(bytes)).toMatchObject({ ok: true, sheets: [] });
  });
});
