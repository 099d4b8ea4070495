import type { Move } from "./propose";

/** The swaps in one line: what was shown is what is planned. */
export function tokenOf(moves: readonly Pick<Move, "code" | "from" | "to">[]): string {
  return moves.map(({ code, from, to }) => `${code}:${from}>${to}`).join(" ");
}
