/** What a letter is made of. Texts carry merge fields, {{commune|votre commune}}, and paragraphs a tiny closed markup. */
export type Block =
  | { readonly kind: "title"; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | { readonly kind: "button"; readonly label: string; readonly to: string }
  | { readonly kind: "simulation"; readonly option: AidOption; readonly fallback: string }
  | { readonly kind: "signature"; readonly name: string; readonly role: string; readonly phone: string };

export type BlockKind = Block["kind"];

/** The two working times open to a new contract. */
export type AidOption = "0.5" | "1";

export interface Letter {
  readonly subject: string;
  readonly blocks: readonly Block[];
}

export const BLOCK_LABELS: Record<BlockKind, string> = {
  title: "Titre",
  paragraph: "Paragraphe",
  list: "Liste",
  button: "Bouton",
  simulation: "Simulation",
  signature: "Signature",
};

/** More than a doctor would ever read; it also bounds what a preview costs. */
export const MOST_BLOCKS = 40;
export const LONGEST_TEXT = 5_000;
export const LONGEST_LINE = 200;
export const MOST_ITEMS = 20;

/** What a new block of that kind begins with. */
export function blankBlock(kind: BlockKind): Block {
  switch (kind) {
    case "title":
    case "paragraph":
      return { kind, text: "" };
    case "list":
      return { kind, items: [""] };
    case "button":
      return { kind, label: "", to: "{{lien simulation}}" };
    case "simulation":
      return { kind, option: "1", fallback: "" };
    case "signature":
      return { kind, name: "", role: "", phone: "" };
  }
}

/** Each text of a block under the name its form gives it, in reading order. */
export function textsOf(block: Block): readonly (readonly [part: string, text: string])[] {
  switch (block.kind) {
    case "title":
    case "paragraph":
      return [["text", block.text]];
    case "list":
      return [["items", block.items.join("\n")]];
    case "button":
      return [
        ["label", block.label],
        ["to", block.to],
      ];
    case "simulation":
      return [["fallback", block.fallback]];
    case "signature":
      return [
        ["name", block.name],
        ["role", block.role],
        ["phone", block.phone],
      ];
  }
}
