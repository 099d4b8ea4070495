import { escaped } from "./escape";
import type { LetterValues } from "./fields";
import type { Piece, Template } from "./template";

export interface Message {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** One doctor's letter. Values are put in once and never read again, so a value that looks like a field stays a text. */
export function merge(template: Template, values: LetterValues): Message {
  return {
    subject: filled(template.subject, values),
    html: filled(template.html, values),
    text: filled(template.text, values),
  };
}

function filled(pieces: readonly Piece[], values: LetterValues): string {
  let text = "";
  for (const piece of pieces) {
    if (typeof piece === "string") text += piece;
    else if ("value" in piece) {
      const value = values[piece.value];
      text += value === null ? piece.otherwise : escaped(value, piece.as);
    } else text += filled(piece.known.every((name) => values[name] !== null) ? piece.given : piece.otherwise, values);
  }
  return text;
}
