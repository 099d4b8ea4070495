import { isUtf8 } from "node:buffer";

/** UTF-16 is recognised to be refused in plain words: Excel's « Texte Unicode ». */
export type FileEncoding = "utf-8" | "windows-1252";
export type EncodingReading = { encoding: FileEncoding | "utf-16"; bom: number };

/** BOM, else the header's own bytes, else what most accented lines say. */
export function encodingOf(head: Buffer): EncodingReading {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: "utf-8", bom: 3 };
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff))
    return { encoding: "utf-16", bom: 2 };
  if (looksLikeUtf16(head)) return { encoding: "utf-16", bom: 0 };
  return { encoding: isUtf8(wholeLines(head)) || mostLinesAreUtf8(head) ? "utf-8" : "windows-1252", bom: 0 };
}

export type Decoded = { text: string; rescued: boolean };

/** One line, read in the file's encoding or, when its bytes say otherwise, in the other one. */
export function decodeLine(bytes: Buffer, start: number, end: number, encoding: FileEncoding): Decoded {
  if (encoding === "utf-8") {
    const text = bytes.toString("utf8", start, end);
    if (!text.includes("\ufffd") || isUtf8(bytes.subarray(start, end))) return { text, rescued: false };
    return { text: fromWindows1252(bytes.toString("latin1", start, end)), rescued: true };
  }
  const text = bytes.toString("latin1", start, end);
  if (!/[\x80-\xff]/.test(text)) return { text, rescued: false };
  if (isUtf8(bytes.subarray(start, end))) return { text: bytes.toString("utf8", start, end), rescued: true };
  return { text: fromWindows1252(text), rescued: false };
}

/** The first letter of an accent read in the wrong encoding, and one that can follow it. */
export const MISREAD = /[ÃÂâ][\u0080-\u00ff€-™]/;

/** Accents that were already wrong in the source (« MÃ©DICAL »): UTF-8 once read as Windows-1252. Null when sound. */
export function repairedAccents(text: string): string | null {
  if (!MISREAD.test(text)) return null;
  const bytes = Buffer.from(toWindows1252(text), "latin1");
  return isUtf8(bytes) ? bytes.toString("utf8") : null;
}

/** What Windows-1252 puts where ISO-8859-1 has control characters, 0x80 to 0x9F. */
const C1 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

function fromWindows1252(latin1: string): string {
  return latin1.replace(/[\x80-\x9f]/g, (char) => C1[char.charCodeAt(0) - 0x80] ?? char);
}

function toWindows1252(text: string): string {
  return text.replace(/[^\0-\xff]/g, (char) => {
    const at = C1.indexOf(char);
    return at < 0 ? "\0" : String.fromCharCode(0x80 + at);
  });
}

function wholeLines(head: Buffer): Buffer {
  const end = head.lastIndexOf(10);
  return end < 0 ? head : head.subarray(0, end);
}

function mostLinesAreUtf8(head: Buffer): boolean {
  let [valid, invalid] = [0, 0];
  for (let start = 0; start < head.length; ) {
    const lf = head.indexOf(10, start);
    const line = head.subarray(start, lf < 0 ? head.length : lf);
    const accented = line.some((byte) => byte > 0x7f);
    // The header is written once, by the program that made the file: it outweighs the lines, which people paste.
    if (accented && start === 0) return isUtf8(line);
    if (accented && isUtf8(line)) valid += 1;
    else if (accented) invalid += 1;
    start += line.length + 1;
  }
  return valid > invalid;
}

/** Latin letters in UTF-16 have a zero in every other byte. */
function looksLikeUtf16(head: Buffer): boolean {
  const sample = head.subarray(0, 200);
  const zeros = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2]! += 1;
  });
  return sample.length >= 8 && Math.max(...zeros) > sample.length * 0.4;
}
