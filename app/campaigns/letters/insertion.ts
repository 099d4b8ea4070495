/** A text being written, and what is selected of it. */
export interface Selected {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Puts signs around what is selected, or around a word to be typed over; what remains selected is that word. */
export function around({ text, from, to }: Selected, before: string, after: string, word: string): Selected {
  const inside = from === to ? word : text.slice(from, to);
  const start = from + before.length;
  return {
    text: text.slice(0, from) + before + inside + after + text.slice(to),
    from: start,
    to: start + inside.length,
  };
}

/** Puts a piece in place of what is selected, and the cursor after it. */
export function inPlace({ text, from, to }: Selected, piece: string): Selected {
  const end = from + piece.length;
  return { text: text.slice(0, from) + piece + text.slice(to), from: end, to: end };
}
