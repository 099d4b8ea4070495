import { Inflate } from "fflate";
import { packedBytes, type ZipEntry } from "./zip";

/** Small enough that a bomb gives at most a few megabytes before it is noticed. */
const STEP = 4096;

const DAMAGED = "Ce classeur est abîmé ou incomplet : son contenu ne se laisse pas lire.";
const FORGED = "Ce classeur annonce une fausse taille : il se déplie plus qu'il ne le dit.";

/** Unpacks one entry as text, piece by piece, and stops at once when it outgrows what it announced. */
export function unpackText(bytes: Uint8Array, entry: ZipEntry, take: (text: string) => string | null): string | null {
  const packed = packedBytes(bytes, entry);
  if (!packed || (entry.method !== 0 && entry.method !== 8)) return DAMAGED;
  const decoder = new TextDecoder("utf-8");
  let unpacked = 0;
  let problem: string | null = null;
  const receive = (piece: Uint8Array) => {
    unpacked += piece.length;
    if (unpacked > entry.unpacked) problem ??= FORGED;
    problem ??= take(decoder.decode(piece, { stream: true }));
  };
  if (entry.method === 0) receive(packed);
  else problem = inflate(packed, receive, () => problem !== null) ?? problem;
  if (problem === null && unpacked !== entry.unpacked) problem = DAMAGED;
  return problem ?? take(decoder.decode());
}

/** The unpacking library throws on broken data: that, and only that, is what is caught here. */
function inflate(packed: Uint8Array, receive: (piece: Uint8Array) => void, isOver: () => boolean): string | null {
  const inflater = new Inflate(receive);
  try {
    for (let at = 0; at < packed.length && !isOver(); at += STEP) {
      inflater.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
    }
  } catch {
    return DAMAGED;
  }
  return null;
}
