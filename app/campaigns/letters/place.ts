import { french } from "~/format/typography";
import { BLOCK_LABELS, type Letter } from "./block";
import type { Finding } from "./check";

/** « Bloc 3, paragraphe », « Objet »: where to look. */
export function placeOf({ block, part }: Finding, { blocks }: Letter): string {
  if (block === null) return part === "subject" ? "Objet" : "Lettre";
  const kind = blocks[block]?.kind;
  return french(`Bloc ${block + 1}${kind ? `, ${BLOCK_LABELS[kind].toLowerCase()}` : ""}`);
}

/** The id of the control that holds a part of a block. */
export function controlId(key: number, part: string): string {
  return `block-${key}-${part}`;
}
