import { FIELDS, type FieldName, fieldNamed, nearestToken, pageNamed, writtenField } from "./fields";
import { readTarget, type Target } from "./link-target";

/** A text once read: **gras**, *italique*, [texte](https://…) and {{champ|texte de repli}}, and nothing else. */
export type Inline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "field"; readonly name: FieldName; readonly fallback: string | null }
  | { readonly kind: "strong" | "emphasis"; readonly content: readonly Inline[] }
  | { readonly kind: "link"; readonly to: Target; readonly content: readonly Inline[] };

export interface Problem {
  /** Characters before the place. */
  readonly at: number;
  readonly message: string;
}

export interface Reading {
  readonly content: readonly Inline[];
  readonly problems: readonly Problem[];
}

type Marks = { readonly strong: boolean; readonly emphasis: boolean; readonly links: boolean };

export function readMarkup(source: string): Reading {
  return read(source, { strong: true, emphasis: true, links: true });
}

/** Titles, labels and subjects: fields, but no markup. */
export function readPlain(source: string): Reading {
  return read(source, { strong: false, emphasis: false, links: false });
}

function read(source: string, marks: Marks): Reading {
  const problems: Problem[] = [];
  const content = contentOf(source, { from: 0, to: source.length, marks }, problems);
  return { content, problems };
}

interface Span {
  readonly from: number;
  readonly to: number;
  readonly marks: Marks;
}

const SIGNS = /\{\{|\}\}|\*\*|\*|\[/g;

function contentOf(source: string, { from, to, marks }: Span, problems: Problem[]): Inline[] {
  const found: Inline[] = [];
  let [at, textFrom] = [from, from];
  const sign = new RegExp(SIGNS);
  for (;;) {
    sign.lastIndex = at;
    const next = sign.exec(source);
    if (!next || next.index >= to) break;
    const piece = pieceAt(source, next[0], { from: next.index, to, marks }, problems);
    at = piece ? piece.end : next.index + next[0].length;
    if (!piece) continue;
    if (next.index > textFrom) found.push({ kind: "text", text: source.slice(textFrom, next.index) });
    if (piece.inline) found.push(piece.inline);
    textFrom = at;
  }
  if (to > textFrom) found.push({ kind: "text", text: source.slice(textFrom, to) });
  return found;
}

interface Piece {
  readonly inline: Inline | null;
  readonly end: number;
}

/** Null: the sign stands for itself, as in « 5 * 3 ». */
function pieceAt(source: string, sign: string, span: Span, problems: Problem[]): Piece | null {
  switch (sign) {
    case "{{":
      return fieldAt(source, span, problems);
    case "}}":
      problems.push({ at: span.from, message: "Ces accolades se ferment sans s'être ouvertes." });
      return null;
    case "[":
      return span.marks.links ? linkAt(source, span, problems) : null;
    default:
      return markedAt(source, sign, span, problems);
  }
}

function fieldAt(source: string, { from, to }: Span, problems: Problem[]): Piece {
  const close = source.indexOf("}}", from + 2);
  if (close === -1 || close + 2 > to) {
    problems.push({ at: from, message: "Ces accolades ne se ferment pas." });
    return { inline: null, end: from + 2 };
  }
  const inside = source.slice(from + 2, close);
  const bar = inside.indexOf("|");
  const token = (bar === -1 ? inside : inside.slice(0, bar)).trim();
  const fallback = bar === -1 ? null : inside.slice(bar + 1).trim();
  const name = fieldNamed(token);
  if (!name) problems.push({ at: from, message: unknownField(token) });
  else if (FIELDS[name].fallback !== null && !fallback) problems.push({ at: from, message: missingFallback(name) });
  else if (fallback !== null && /[{}|]/.test(fallback))
    problems.push({ at: from, message: "Un texte de repli ne contient ni accolade ni barre." });
  const end = close + 2;
  // Shown as it was typed: a mistake that vanished would be looked for elsewhere.
  return { inline: name ? { kind: "field", name, fallback } : { kind: "text", text: source.slice(from, end) }, end };
}

function unknownField(token: string): string {
  if (pageNamed(token)) return `« ${token} » se place dans un lien : [texte]({{${token}}}).`;
  const near = nearestToken(token);
  return near === null
    ? `« ${token} » n'est pas un champ connu.`
    : `« ${token} » n'est pas un champ connu. Vouliez-vous « ${near} » ?`;
}

function missingFallback(name: FieldName): string {
  return `« ${FIELDS[name].token} » n'est pas connu pour tous les médecins : écrivez un texte de repli, par exemple ${writtenField(name)}.`;
}

function linkAt(source: string, { from, to, marks }: Span, problems: Problem[]): Piece | null {
  const match = /^\[([^[\]]+)\]\(([^()\s]*(?: [^()\s]+)*)\)/.exec(source.slice(from, to));
  if (!match) return null;
  const target = readTarget(match[2]!);
  const labelFrom = from + 1;
  const label = { from: labelFrom, to: labelFrom + match[1]!.length, marks: { ...marks, links: false } };
  const content = contentOf(source, label, problems);
  if (typeof target === "string") problems.push({ at: label.to + 2, message: target });
  return {
    inline: typeof target === "string" ? null : { kind: "link", to: target, content },
    end: from + match[0].length,
  };
}

function markedAt(source: string, sign: string, { from, to, marks }: Span, problems: Problem[]): Piece | null {
  const kind = sign === "**" ? "strong" : "emphasis";
  const start = from + sign.length;
  if (!marks[kind] || start >= to || /\s/.test(source[start]!)) return null;
  const close = closing(source, sign, start, to);
  if (close === -1) return null;
  const content = contentOf(source, { from: start, to: close, marks: { ...marks, [kind]: false } }, problems);
  return { inline: { kind, content }, end: close + sign.length };
}

/** The sign that closes: of the same length, and glued to the last word. */
function closing(source: string, sign: string, from: number, to: number): number {
  const stars = /\*+/g;
  stars.lastIndex = from;
  for (let match = stars.exec(source); match && match.index < to; match = stars.exec(source)) {
    const isGlued = match.index > from && !/\s/.test(source[match.index - 1]!);
    if (isGlued && match[0].length === sign.length) return match.index;
    if (isGlued && match[0].length === 3) return match.index + (sign === "**" ? 1 : 0);
  }
  return -1;
}
