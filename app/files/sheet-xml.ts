import { type Day, daysBetween, isDay } from "~/calendar/day";
import type { CellValue, ColumnKind, FileColumn } from "./table-file";

/** Places in the list of formats of STYLES. */
const STYLE = { head: 1, day: 2, euros: 3 } as const;

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

/** One line of a sheet. Every cell says its address: the format lets it be left out, and several readers then fail. */
export function rowXml(values: readonly CellValue[], columns: readonly FileColumn[], line: number): string {
  return `<row r="${line}">${values.map((value, at) => cell(value, columns[at]!.kind, LETTERS[at]! + line)).join("")}</row>`;
}

function cell(value: CellValue, kind: ColumnKind, address: string): string {
  if (value === null || value === "") return "";
  if (kind === "day" && typeof value === "string" && isDay(value) && value >= FIRST_SURE)
    return `<c r="${address}" s="${STYLE.day}"><v>${serialOf(value)}</v></c>`;
  if (typeof value !== "number") return textCell(value, address);
  if (!Number.isFinite(value)) return "";
  if (kind === "euros") return `<c r="${address}" s="${STYLE.euros}"><v>${value / 100}</v></c>`;
  return `<c r="${address}"><v>${value}</v></c>`;
}

/** Text typed as text: no sign at its beginning makes it a formula. */
function textCell(text: string, address: string, style = 0): string {
  return `<c r="${address}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;
}

/** Spreadsheets take 1900 for a leap year: before its 1 March their days are one off, and such a day stays text. */
const FIRST_SURE = "1900-03-01";

function serialOf(day: Day): number {
  return daysBetween("1899-12-30", day);
}

/** Of a cell, by the format. */
const LONGEST = 32_767;

/** Characters no XML may hold are left out; `_x000D_`, which a spreadsheet would read as a code, is kept as it is typed. */
function xmlText(text: string): string {
  if (text.length <= LONGEST && !UNUSUAL.test(text)) return text;
  return text
    .slice(0, LONGEST)
    .replace(FORBIDDEN, "")
    .replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_")
    .replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Most cells hold none of these: one look at them spares three. */
const UNUSUAL = /[&<>"_\u0000-\u001f\ud800-\udfff\ufffe\uffff]/;
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

/** The first line stays in sight while one scrolls. */
export function sheetHead(columns: readonly FileColumn[]): string {
  const widths = columns.map(
    (column, at) => `<col min="${at + 1}" max="${at + 1}" width="${widthOf(column)}" customWidth="1"/>`,
  );
  const view = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${view}</sheetView></sheetViews><cols>${widths.join("")}</cols><sheetData><row r="1">${columns.map(({ header }, at) => textCell(header, `${letters(at + 1)}1`, STYLE.head)).join("")}</row>`;
}

function widthOf({ header, kind }: FileColumn): number {
  return Math.max(header.length + 4, kind === "text" ? 20 : 12);
}

/** Of every column a table may have here: they are asked for once a cell. */
const LETTERS = Array.from({ length: 200 }, (_, at) => letters(at + 1));

/** With the arrows of a filter over every column. */
export function sheetFoot(columns: number, rows: number): string {
  return `</sheetData><autoFilter ref="A1:${letters(columns)}${rows + 1}"/></worksheet>`;
}

/** 1 → A, 27 → AA. */
export function letters(column: number): string {
  return column <= 26
    ? String.fromCharCode(64 + column)
    : letters(Math.floor((column - 1) / 26)) + letters(((column - 1) % 26) + 1);
}

export function aboutSheet(about: readonly (readonly [string, string])[]): string {
  const lines = about.map(
    ([label, words], at) =>
      `<row r="${at + 1}">${textCell(label, `A${at + 1}`, STYLE.head)}${textCell(words, `B${at + 1}`)}</row>`,
  );
  return `${HEAD}<worksheet xmlns="${MAIN}"><cols><col min="1" max="1" width="22" customWidth="1"/><col min="2" max="2" width="80" customWidth="1"/></cols><sheetData>${lines.join("")}</sheetData></worksheet>`;
}

/** A sheet's name: at most 31 characters, none that an address of cells uses. */
function sheetName(title: string): string {
  return xmlText(title.replace(/[[\]:*?/\\']/g, " ").slice(0, 31));
}

const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** The parts that hold no figure. */
export function workbookParts(title: string): readonly (readonly [path: string, xml: string])[] {
  return [
    [
      "[Content_Types].xml",
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="${TYPE}.worksheet+xml"/></Types>`,
    ],
    [
      "_rels/.rels",
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      "xl/workbook.xml",
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${sheetName(title)}" sheetId="1" r:id="rId1"/><sheet name="Filtres et date" sheetId="2" r:id="rId2"/></sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    ],
    [
      "xl/styles.xml",
      `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="#,##0.00\\ &quot;€&quot;"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ],
  ];
}
