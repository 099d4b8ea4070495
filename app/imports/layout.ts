import { isDay } from "~/calendar/day";
import { split } from "./cells";
import { decodeLine, encodingOf, type FileEncoding } from "./encoding";
import { separatorOf } from "./header";
import { type ImportKind, KIND_LABELS } from "./kinds";
import { foreignBytes, isWorkbook } from "./layouts/not-text";
import { shapeOf } from "./layouts/shapes";
import { refusal } from "./wording";

/** How a file is to be read: found once from its first bytes, stored with the import, given again at each resume. */
export type Layout<K extends ImportKind = ImportKind> = {
  kind: K;
  variant: string;
  /** A workbook is read whole (readZoningWorkbook); only text goes through openReader. */
  container: "text" | "workbook";
  encoding: FileEncoding;
  separator: string;
  /** Whether " can enclose values in this file. */
  quotes: boolean;
  /** Where each of our fields stands on a line, by our name for it. */
  columns: Readonly<Record<string, number>>;
  /** Values a line holds, and the fewest it may hold. */
  width: number;
  least: number;
  /** The header ends with a separator, and so should each line. */
  trailing: boolean;
  headerBytes: number;
  /** Number, in the file, of the first line behind the header. */
  firstLine: number;
  /** The day in the file's own name, when its publisher puts one there. */
  stampedOn: string | null;
};

export type Recognition = { ok: true; layout: Layout } | { ok: false; why: string };

/** Which known file is this, from its first 64 KB and its name. */
export function recognise(head: Buffer, fileName: string, asked?: ImportKind): Recognition {
  const foreign = foreignBytes(head);
  if (foreign) return refusal(foreign.what, foreign.todo);
  if (isWorkbook(head)) return workbook(fileName, asked);
  const { encoding, bom } = encodingOf(head);
  if (encoding === "utf-16") {
    return refusal(
      "Ce fichier est enregistré en UTF-16 (« Texte Unicode »).",
      "Enregistrez-le en « CSV UTF-8 », puis recommencez.",
    );
  }
  if (head.subarray(0, 4096).filter((byte) => byte === 0).length > 40) {
    return refusal("Ce fichier n'est pas un fichier texte.", "Choisissez le fichier d'origine, en texte ou en CSV.");
  }
  const header = headerLine(head, bom, encoding);
  return header.ok ? fromHeader(header, encoding, fileName, asked) : header;
}

type HeaderLine = { ok: true; text: string; bytes: number; line: number; separator: string | null };

/** Skips blank lines and Excel's own « sep=; », which says how the next line is cut. */
function headerLine(head: Buffer, bom: number, encoding: FileEncoding): HeaderLine | { ok: false; why: string } {
  let separator: string | null = null;
  for (let start = bom, line = 1; start < head.length; line += 1) {
    const lf = head.indexOf(10, start);
    const end = lf < 0 ? head.length : lf;
    const text = decodeLine(head, start, end, encoding).text.replaceAll("\0", "").trim();
    const next = lf < 0 ? head.length : lf + 1;
    if (lf < 0 && head.indexOf(13, start) >= 0 && head.indexOf(13, start) < head.length - 1) {
      return refusal(
        "Les fins de ligne de ce fichier sont celles d'anciens Macintosh.",
        "Enregistrez-le en « CSV UTF-8 », puis recommencez.",
      );
    }
    if (lf < 0 && end - start >= 60_000) {
      return refusal(
        "La première ligne de ce fichier est démesurée : ce n'est pas un en-tête.",
        "Reprenez le fichier d'origine.",
      );
    }
    const hint = /^"?sep=(.)"?$/i.exec(text)?.[1];
    if (hint) separator = hint;
    else if (text !== "") return { ok: true, text, bytes: next, line, separator };
    start = next;
  }
  return refusal("Le fichier est vide.", "Téléchargez de nouveau le fichier, puis recommencez.");
}

function fromHeader(header: HeaderLine, encoding: FileEncoding, fileName: string, asked?: ImportKind): Recognition {
  const separator = header.separator ?? separatorOf(header.text);
  const names = split(header.text, separator ?? ";", separator !== "|").map((name) => name.trim());
  const found = shapeOf(names, asked);
  if (!found.ok) return found;
  const trailing = names.at(-1) === "" && separator === "|";
  const width = trailing ? names.length - 1 : names.length;
  const required = Object.entries(found.shape.columns).flatMap(([field, column]) =>
    column.must ? [found.places[field] ?? 0] : [],
  );
  return {
    ok: true,
    layout: {
      kind: found.shape.kind,
      variant: found.shape.kind === "rpps" ? `${found.shape.variant}-${width}` : found.shape.variant,
      container: "text",
      encoding,
      separator: separator ?? ";",
      quotes: separator !== "|",
      columns: found.places,
      width,
      least: found.shape.strict ? width : Math.max(...required) + 1,
      trailing,
      headerBytes: header.bytes,
      firstLine: header.line + 1,
      stampedOn: stampOf(fileName),
    },
  };
}

function workbook(fileName: string, asked?: ImportKind): Recognition {
  if (asked && asked !== "zonage") {
    return refusal(
      `Ce fichier est un classeur Excel, et « ${KIND_LABELS[asked]} » se lit en texte.`,
      "Enregistrez la feuille en « CSV UTF-8 », puis recommencez.",
    );
  }
  return {
    ok: true,
    layout: {
      kind: "zonage",
      variant: "classeur",
      container: "workbook",
      encoding: "utf-8",
      separator: ";",
      quotes: false,
      columns: {},
      width: 0,
      least: 0,
      trailing: false,
      headerBytes: 0,
      firstLine: 1,
      stampedOn: stampOf(fileName),
    },
  };
}

/** « …_202611210842.txt » and « liste-ps-20261116-023046.csv » → the day of the extraction. */
function stampOf(fileName: string): string | null {
  const stamp = /(?<!\d)(20\d\d)(\d\d)(\d\d)(?:-?\d{4}(?:\d\d)?)?(?!\d)/.exec(fileName);
  const day = stamp ? `${stamp[1]}-${stamp[2]}-${stamp[3]}` : "";
  return isDay(day) ? day : null;
}
