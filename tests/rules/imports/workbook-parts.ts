import { strToU8, type Zippable, zipSync } from "fflate";

const XML = '<?xml version="1.0" encoding="UTF-8"?>';

/** A workbook made by hand, so that each test can spoil exactly one part of it. */
export function workbook(sheetXml: string, more: Zippable = {}, name = "Zonage_communes"): Uint8Array {
  const parts: Zippable = {
    "[Content_Types].xml": strToU8(`${XML}<Types/>`),
    "xl/workbook.xml": strToU8(
      `${XML}<workbook xmlns:r="r"><sheets><sheet sheetId="1" name="${name}" r:id="rId1"/></sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": strToU8(
      `${XML}<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    "xl/worksheets/sheet1.xml": strToU8(sheetXml),
    ...more,
  };
  return zipSync(parts, { level: 1 });
}

export function sheet(rows: string): string {
  return `${XML}<worksheet><sheetData>${rows}</sheetData></worksheet>`;
}

/** Where the archive's table of contents describes this entry: the place to forge. */
export function contentsAt(bytes: Uint8Array, name: string): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const wanted = new TextDecoder().decode(strToU8(name));
  for (let at = 0; at + 46 < bytes.length; at += 1) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const length = view.getUint16(at + 28, true);
    if (new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)) === wanted) return at;
  }
  throw new Error(`no ${name} in the archive`);
}
