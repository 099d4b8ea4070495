import type { AidLine } from "./aid-lines";
import { FIELDS, type ValueName } from "./fields";
import type { Inline } from "./inline";
import type { Target } from "./link-target";
import type { Piece } from "./template";

/** Read in a terminal, quoted in an answer: lines stay short. */
const WIDTH = 72;
/** A signed link is longer than a line; it is never cut. */
const LINK_WIDTH = 60;
const AMOUNT_WIDTH = 12;

/** The twin of a paragraph, on lines of its own. */
export function textLines(content: readonly Inline[]): Piece[] {
  return [...wrapped(inlineText(content)), "\n"];
}

export function textBullets(items: readonly (readonly Inline[])[]): Piece[] {
  return items.flatMap((item) => ["- ", ...wrapped(inlineText(item), "  "), "\n"]);
}

export function textButton(label: readonly Inline[], to: Target): Piece[] {
  return [...wrapped([...inlineText(label), "\u00a0:"]), "\n", address(to), "\n"];
}

export function textFigures(title: string, lines: readonly AidLine[], caution: string): Piece[] {
  const rows = lines.flatMap(({ label, value }): Piece[] => [
    `- ${label}\u00a0: `,
    { value, as: "text", otherwise: "" },
    "\n",
  ]);
  return [...wrapped([title]), "\n", ...rows, "\n", ...wrapped([caution]), "\n"];
}

export function textFooter(lines: readonly (readonly Inline[])[]): Piece[] {
  return ["-- \n", ...lines.flatMap((line, rank) => [...(rank > 0 ? ["\n"] : []), ...textLines(line)])];
}

/** Emphasis is dropped; a link is followed by its address. */
export function inlineText(content: readonly Inline[]): Piece[] {
  return content.flatMap(textOf);
}

function textOf(inline: Inline): Piece[] {
  switch (inline.kind) {
    case "text":
      return [inline.text];
    case "field":
      return [{ value: inline.name, as: "text", otherwise: inline.fallback ?? "" }];
    case "strong":
    case "emphasis":
      return inlineText(inline.content);
    case "link":
      return [...inlineText(inline.content), " (", address(inline.to), ")"];
  }
}

function address(to: Target): Piece {
  return "url" in to ? to.url.replace(/^(mailto|tel):/, "") : { value: to.page, as: "text", otherwise: "" };
}

/** Breaks at spaces, never within a value: its length is supposed to be that of its example. */
export function wrapped(pieces: readonly Piece[], indent = ""): Piece[] {
  const lines: Piece[] = [];
  let [column, word, width] = [0, [] as Piece[], 0];
  const endWord = () => {
    if (word.length === 0) return;
    if (column > 0 && column + 1 + width > WIDTH - indent.length) {
      lines.push(`\n${indent}`);
      column = 0;
    } else if (column > 0) {
      lines.push(" ");
      column += 1;
    }
    lines.push(...word);
    column += width;
    [word, width] = [[], 0];
  };
  const endLine = () => {
    endWord();
    lines.push(`\n${indent}`);
    column = 0;
  };
  for (const piece of pieces) {
    if (typeof piece !== "string") {
      word.push(piece);
      width += "value" in piece ? widthOf(piece.value) : 0;
      continue;
    }
    for (const part of piece.split(/( |\n)/)) {
      if (part === " ") endWord();
      else if (part === "\n") endLine();
      else if (part !== "") {
        word.push(part);
        width += part.length;
      }
    }
  }
  endWord();
  return lines;
}

function widthOf(name: ValueName): number {
  if (name in FIELDS) return FIELDS[name as keyof typeof FIELDS].example.length;
  return name.endsWith("Page") ? LINK_WIDTH : AMOUNT_WIDTH;
}
