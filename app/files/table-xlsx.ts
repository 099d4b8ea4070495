import { strToU8, Zip, ZipDeflate } from "fflate";
import { aboutSheet, rowXml, sheetFoot, sheetHead, workbookParts } from "./sheet-xml";
import { type FileColumn, joined, type TableWriter } from "./table-file";

/** The lightest: a list shrinks more than ten times all the same, and the server answers others meanwhile. */
const EFFORT = 1;

/** A workbook of two sheets, the table and what it says about itself, deflated as it is written. */
export function xlsxTable(title: string, columns: readonly FileColumn[], at: Date): TableWriter {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    ready.push(piece);
  });
  const part = (path: string) => {
    const file = new ZipDeflate(path, { level: EFFORT });
    file.mtime = at;
    zip.add(file);
    return file;
  };
  const taken = () => {
    const bytes = joined(ready);
    ready = [];
    return bytes;
  };
  for (const [path, xml] of workbookParts(title)) part(path).push(strToU8(xml), true);
  const sheet = part("xl/worksheets/sheet1.xml");
  sheet.push(strToU8(sheetHead(columns)));
  let written = 0;
  return {
    rows(rows) {
      const first = written + 2; // under the headers
      written += rows.length;
      sheet.push(strToU8(rows.map((row, at) => rowXml(row, columns, first + at)).join("")));
      return taken();
    },
    end(about) {
      sheet.push(strToU8(sheetFoot(columns.length, written)), true);
      part("xl/worksheets/sheet2.xml").push(strToU8(aboutSheet(about)), true);
      zip.end();
      return taken();
    },
  };
}
