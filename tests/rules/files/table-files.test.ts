import * as fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import readWorkbook from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { letters } from "~/files/sheet-xml";
import { csvTable } from "~/files/table-csv";
import { type CellValue, type FileColumn, joined, type TableWriter } from "~/files/table-file";
import { xlsxTable } from "~/files/table-xlsx";

const COLUMNS: readonly FileColumn[] = [
  { header: "RPPS", kind: "text" },
  { header: "Visites", kind: "number" },
  { header: "Signé le", kind: "day" },
  { header: "Montant", kind: "euros" },
];
const NOON = new Date("2026-11-24T11:00:00Z");
const ABOUT = [["Filtres", "en ZIP"] as const];

function whole(writer: TableWriter, pages: readonly (readonly (readonly CellValue[])[])[]): Uint8Array {
  return joined([...pages.map((page) => writer.rows(page)), writer.end(ABOUT)]);
}

const workbook = (...pages: readonly (readonly CellValue[])[][]) => whole(xlsxTable("Médecins", COLUMNS, NOON), pages);

/** As another program reads it. */
async function sheets(bytes: Uint8Array) {
  return (await readWorkbook(Buffer.from(bytes))).map(({ sheet, data }) => ({ name: sheet, rows: data }));
}

describe("a workbook", () => {
  it("is read by another program: text, figures, days, amounts, and what it says about itself", async () => {
    const [table, about] = await sheets(
      workbook([["10003456789", 12, "2026-11-24", 36_050]], [["010", null, null, 0]]),
    );
    expect(table!.name).toBe("Médecins");
    expect(table!.rows).toEqual([
      ["RPPS", "Visites", "Signé le", "Montant"],
      ["10003456789", 12, new Date("2026-11-24T00:00:00Z"), 360.5],
      ["010", null, null, 0],
    ]);
    expect(about).toEqual({ name: "Filtres et date", rows: [["Filtres", "en ZIP"]] });
  });

  it.each(["=1+1", "+33", "-2", "@SUM(A1)", "\t=1", "=cmd|' /C calc'!A0"])(
    "keeps %j as text, never a formula",
    async (text) => {
      const bytes = workbook([[text, 1, null, null]]);
      const xml = strFromU8(unzipSync(bytes)["xl/worksheets/sheet1.xml"]!);
      expect(xml).not.toContain("<f");
      expect((await sheets(bytes))[0]!.rows[1]![0]).toBe(text.trim());
    },
  );

  it("leaves out what XML cannot hold and keeps every other character", async () => {
    const bytes = workbook([['a\u0000b\u0007<&>"é😀\ud800_x000D_', 1, null, null]]);
    const xml = strFromU8(unzipSync(bytes)["xl/worksheets/sheet1.xml"]!);
    expect(xml).toContain(">ab&#60;&#38;&#62;&#34;é😀_x005F_x000D_</t>");
  });

  it("gives back any text and any figure", async () => {
    const text = fc
      .string({ unit: "grapheme", maxLength: 40 })
      .filter((each) => each === each.trim() && !/_x[0-9a-f]{4}_/i.test(each));
    await fc.assert(
      fc.asyncProperty(text, fc.integer(), async (words, figure) => {
        const [table] = await sheets(workbook([[words, figure, null, null]]));
        expect(table!.rows[1]).toEqual([words === "" ? null : words, figure, null, null]);
      }),
      { numRuns: 60 },
    );
  });

  it("with no row at all still opens", async () => {
    expect((await sheets(workbook()))[0]!.rows).toHaveLength(1);
  });

  it("of 50,000 rows holds little in memory while it is written", () => {
    const writer = xlsxTable("Médecins", COLUMNS, NOON);
    const page = Array.from({ length: 2_000 }, (_, at) => [`1000${at}`, at, "2026-11-24", at * 7] as const);
    let bytes = 0;
    let largest = 0;
    for (let turn = 0; turn < 25; turn++) {
      const piece = writer.rows(page);
      bytes += piece.byteLength;
      largest = Math.max(largest, piece.byteLength);
    }
    bytes += writer.end(ABOUT).byteLength;
    expect(bytes).toBeLessThan(2_000_000);
    expect(largest).toBeLessThan(200_000);
  });
});

describe("a comma file", () => {
  it("says what it is about after the table, dates and decimals the French way, formulas disarmed", () => {
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(
      whole(csvTable(COLUMNS), [[["=1+1", 1.5, "2026-11-24", 36_050]]]),
    );
    expect(text).toBe("\ufeffRPPS;Visites;Signé le;Montant\r\n'=1+1;1,5;24/11/2026;360,5\r\n\r\nFiltres;en ZIP\r\n");
  });

  it("holds its headers even when it has no row", () => {
    expect(new TextDecoder().decode(whole(csvTable(COLUMNS), []))).toBe(
      "RPPS;Visites;Signé le;Montant\r\n\r\nFiltres;en ZIP\r\n",
    );
  });
});

it("columns are named as spreadsheets do", () => {
  expect([1, 26, 27, 52, 53, 702, 703].map(letters)).toEqual(["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
});
