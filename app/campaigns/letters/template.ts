import type { ValueName } from "./fields";

/** How a value is made harmless where it stands. */
export type Escape = "html" | "text" | "url" | "header";

/** A letter split once: texts that never vary, and what does. Plain data, so that it can be stored and hashed. */
export type Piece = string | Varying | Choice;

export interface Varying {
  readonly value: ValueName;
  readonly as: Escape;
  /** Already escaped; what stands there when the value is not known. */
  readonly otherwise: string;
}

/** One passage when all these values are known, another when one is missing. */
export interface Choice {
  readonly known: readonly ValueName[];
  readonly given: readonly Piece[];
  readonly otherwise: readonly Piece[];
}

export interface Template {
  readonly subject: readonly Piece[];
  readonly html: readonly Piece[];
  readonly text: readonly Piece[];
}

/** Neighbouring texts become one: fewer pieces to join for each of 35,000 letters. */
export function joined(pieces: readonly Piece[]): Piece[] {
  const short: Piece[] = [];
  for (const piece of pieces) {
    const last = short.at(-1);
    if (typeof piece === "string" && typeof last === "string") short[short.length - 1] = last + piece;
    else if (typeof piece === "object" && "known" in piece)
      short.push({ ...piece, given: joined(piece.given), otherwise: joined(piece.otherwise) });
    else if (piece !== "") short.push(piece);
  }
  return short;
}

/** The values a template asks for. */
export function valuesIn(pieces: readonly Piece[]): Set<ValueName> {
  const names = new Set<ValueName>();
  for (const piece of pieces) {
    if (typeof piece === "string") continue;
    if ("value" in piece) names.add(piece.value);
    else for (const name of [...piece.known, ...valuesIn(piece.given), ...valuesIn(piece.otherwise)]) names.add(name);
  }
  return names;
}
