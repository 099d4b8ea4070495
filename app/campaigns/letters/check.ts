import { number } from "~/format/numbers";
import { readPhone } from "~/format/phone";
import { french } from "~/format/typography";
import { type Block, type Letter, LONGEST_LINE, LONGEST_TEXT, MOST_BLOCKS, MOST_ITEMS, textsOf } from "./block";
import { firstInvisible } from "./escape";
import { type Problem, readMarkup, readPlain } from "./inline";
import { readTarget } from "./link-target";
import { warningsOf } from "./warnings";

export interface Finding {
  /** Rank of the block from 0; null for the subject, or the letter as a whole. */
  readonly block: number | null;
  /** The field of its form. */
  readonly part: string;
  /** Characters before the place. */
  readonly at: number;
  readonly message: string;
}

export interface Checked {
  /** The letter may not leave. */
  readonly errors: readonly Finding[];
  /** It may, but somebody should look. */
  readonly warnings: readonly Finding[];
}

/** Some mailboxes cut a letter at 102 kB; the frame and the markup take their part. */
export const MOST_CHARACTERS = 30_000;

export function checkLetter(letter: Letter): Checked {
  const errors = [...subjectErrors(letter.subject), ...wholeErrors(letter), ...letter.blocks.flatMap(blockErrors)];
  const warnings = warningsOf(letter);
  return { errors: errors.map(printed), warnings: warnings.map(printed) };
}

function printed(finding: Finding): Finding {
  return { ...finding, message: french(finding.message) };
}

function subjectErrors(subject: string): Finding[] {
  const error = (message: string, at = 0): Finding => ({ block: null, part: "subject", at, message });
  const hidden = firstInvisible(subject.replaceAll("\n", "\r")); // a line break is as good as hidden here
  if (hidden !== -1)
    return [
      error(
        "L'objet contient un retour à la ligne ou un caractère invisible, qui pourrait en cacher un autre.",
        hidden,
      ),
    ];
  if (subject.trim() === "") return [error("Écrivez l'objet de la lettre.")];
  if (!/\p{L}{2}/u.test(subject)) return [error("L'objet ne contient aucun mot.")];
  if (subject.length > LONGEST_LINE)
    return [error(`L'objet compte ${subject.length} caractères : ${LONGEST_LINE} au plus.`, LONGEST_LINE)];
  return textProblems(subject, "plain").map(({ at, message }) => error(message, at));
}

function wholeErrors({ blocks }: Letter): Finding[] {
  const error = (message: string): Finding => ({ block: null, part: "blocks", at: 0, message });
  if (blocks.length === 0) return [error("La lettre est vide : ajoutez un premier bloc.")];
  if (blocks.length > MOST_BLOCKS) return [error(`La lettre compte ${blocks.length} blocs : ${MOST_BLOCKS} au plus.`)];
  const length = blocks.flatMap(textsOf).reduce((sum, [, text]) => sum + text.length, 0);
  if (length <= MOST_CHARACTERS) return [];
  return [
    error(
      `La lettre compte ${number(length)} caractères : au-delà de ${number(MOST_CHARACTERS)}, certaines messageries la coupent.`,
    ),
  ];
}

function blockErrors(block: Block, rank: number): Finding[] {
  return textsOf(block).flatMap(([part, text]) =>
    partProblems(block, part, text).map(({ at, message }): Finding => ({ block: rank, part, at, message })),
  );
}

function partProblems(block: Block, part: string, text: string): Problem[] {
  const refused = (message: string, at = 0) => [{ at, message }];
  const isOptional = block.kind === "signature" && part !== "name";
  if (text.trim() === "") return isOptional ? [] : refused(EMPTY[block.kind === "button" ? part : block.kind]!);
  const longest = part === "text" || part === "items" || part === "fallback" ? LONGEST_TEXT : LONGEST_LINE;
  if (text.length > longest)
    return refused(`Ce texte compte ${number(text.length)} caractères : ${number(longest)} au plus.`, longest);
  if (block.kind === "list") return [...listProblems(block.items), ...textProblems(text, "markup")];
  if (part === "to") {
    const target = readTarget(text);
    return typeof target === "string" ? refused(target) : [];
  }
  if (part === "phone" && !text.includes("{{") && readPhone(text) === null)
    return refused(`« ${text} » n'est pas un numéro de téléphone.`);
  return textProblems(text, hasMarkup(block) ? "markup" : "plain");
}

function listProblems(items: readonly string[]): Problem[] {
  if (items.length > MOST_ITEMS)
    return [{ at: 0, message: `La liste compte ${items.length} lignes : ${MOST_ITEMS} au plus.` }];
  const empty = items.findIndex((item) => item.trim() === "");
  const at = items.slice(0, empty).join("\n").length;
  return empty === -1 ? [] : [{ at, message: "Une ligne de la liste est vide." }];
}

const EMPTY: Record<string, string> = {
  title: "Ce titre est vide.",
  paragraph: "Ce paragraphe est vide.",
  list: "Cette liste est vide.",
  label: "Écrivez ce que dit le bouton.",
  to: "Indiquez où mène le bouton.",
  simulation: "Écrivez ce qui s'affiche quand le montant n'est pas connu.",
  signature: "Indiquez qui signe.",
};

function hasMarkup({ kind }: Block): boolean {
  return kind === "paragraph" || kind === "list" || kind === "simulation";
}

function textProblems(text: string, kind: "plain" | "markup"): Problem[] {
  const hidden = firstInvisible(text);
  if (hidden !== -1) return [{ at: hidden, message: "Ce texte contient un caractère invisible : retapez ce passage." }];
  const code = text.search(/<[a-z/!?]|\{%/i);
  const found = code === -1 ? [] : [{ at: code, message: "Le code n'est pas accepté : écrivez un texte simple." }];
  const { problems } = kind === "markup" ? readMarkup(text) : readPlain(text);
  return [...found, ...problems];
}
