import type { Letter } from "./block";

/** What was typed and not saved, on this device. */
export interface KeptDraft {
  readonly name: string;
  readonly letter: Letter;
  /** The version it began from. */
  readonly seen: number;
}

/** Null for anything that this page did not write. */
export function readKept(json: string | null): KeptDraft | null {
  if (json === null) return null;
  try {
    const kept = JSON.parse(json) as Partial<KeptDraft> | null;
    const isWhole =
      typeof kept?.name === "string" &&
      typeof kept.seen === "number" &&
      typeof kept.letter?.subject === "string" &&
      Array.isArray(kept.letter.blocks) &&
      kept.letter.blocks.every((block) => typeof block?.kind === "string");
    return isWhole ? (kept as KeptDraft) : null;
  } catch {
    return null;
  }
}

export function sameWords(one: { name: string; letter: Letter }, other: { name: string; letter: Letter }): boolean {
  return one.name === other.name && JSON.stringify(one.letter) === JSON.stringify(other.letter);
}
