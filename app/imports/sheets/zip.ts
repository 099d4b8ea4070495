import { countOf } from "~/format/numbers";
import type { SheetBudgets } from "./budgets";

/** One file inside the workbook, as the archive's own table of contents announces it. */
export type ZipEntry = { name: string; method: number; packed: number; unpacked: number; at: number };

export type ZipReading = { ok: true; entries: Map<string, ZipEntry> } | { ok: false; what: string };

const DAMAGED = "Ce classeur est abîmé ou incomplet : son contenu ne se laisse pas lire.";
const MEGABYTE = 1024 * 1024;

/** Reads the table of contents only: everything that can be refused is refused before a byte is unpacked. */
export function readZip(bytes: Uint8Array, budgets: SheetBudgets): ZipReading {
  if (bytes.length > budgets.fileBytes)
    return { ok: false, what: `Ce classeur dépasse ${Math.round(budgets.fileBytes / MEGABYTE)} Mo.` };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  if (end < 0) return { ok: false, what: DAMAGED };
  const count = view.getUint16(end + 10, true);
  if (count > budgets.entries) {
    return {
      ok: false,
      what: `Ce classeur contient ${countOf(count, "fichier")} : bien plus qu'un vrai classeur.`,
    };
  }
  const entries = new Map<string, ZipEntry>();
  let at = view.getUint32(end + 16, true);
  for (let rank = 0; rank < count; rank += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return { ok: false, what: DAMAGED };
    const entry = entryAt(view, bytes, at);
    const problem = refused(entry, view.getUint16(at + 8, true), budgets) ?? (entries.has(entry.name) ? DAMAGED : null);
    if (problem) return { ok: false, what: problem };
    entries.set(entry.name, entry);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  const problem = refusedTogether([...entries.values()], bytes.length, budgets);
  return problem ? { ok: false, what: problem } : { ok: true, entries };
}

/** Where the entry's packed bytes lie; null when the archive contradicts itself. */
export function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.at + 30 > bytes.length || view.getUint32(entry.at, true) !== 0x04034b50) return null;
  const start = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
  return start + entry.packed > bytes.length ? null : bytes.subarray(start, start + entry.packed);
}

/** Behind it only a comment of at most 65 535 bytes may stand. */
function endRecord(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - 65_535);
  for (let at = view.byteLength - 22; at >= first; at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  return -1;
}

function entryAt(view: DataView, bytes: Uint8Array, at: number): ZipEntry {
  const nameLength = view.getUint16(at + 28, true);
  return {
    name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
    method: view.getUint16(at + 10, true),
    packed: view.getUint32(at + 20, true),
    unpacked: view.getUint32(at + 24, true),
    at: view.getUint32(at + 42, true),
  };
}

function refused(entry: ZipEntry, flags: number, budgets: SheetBudgets): string | null {
  if ((flags & 1) === 1) return "Ce classeur est protégé par un mot de passe.";
  if (/(^|[/\\])\.\.([/\\]|$)|^[/\\]|^[a-z]:/i.test(entry.name))
    return "Ce classeur contient un fichier au chemin anormal.";
  if (/vbaProject\.bin$/i.test(entry.name)) return "Ce classeur contient des macros.";
  if (/\.(zip|gz|7z|rar|xlsx|xlsm|xlsb|xls)$/i.test(entry.name))
    return "Ce classeur contient un autre classeur ou une archive.";
  if (entry.unpacked > MEGABYTE && entry.unpacked > entry.packed * budgets.ratio) {
    return "Ce classeur se déplierait démesurément (taille annoncée sans rapport avec celle du fichier).";
  }
  return null;
}

function refusedTogether(entries: readonly ZipEntry[], fileLength: number, budgets: SheetBudgets): string | null {
  const packed = entries.reduce((sum, entry) => sum + entry.packed, 0);
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (packed > fileLength) return DAMAGED;
  return unpacked > budgets.unpackedBytes
    ? `Ce classeur se déplierait sur plus de ${Math.round(budgets.unpackedBytes / MEGABYTE)} Mo.`
    : null;
}
