import { BLOCK_LABELS, type Block, type Letter, textsOf } from "./block";
import type { Finding } from "./check";

const LONG_SUBJECT = 70;
const MANY_WORDS = 350;
/** Six capitals in a row are no acronym of the trade. */
const SHOUTED = /(?<!\p{L})\p{Lu}{6,}(?!\p{L})/u;
const VAGUE = /\[\s*((cliquez|cliquer) ici|ici|lien|ce lien|en savoir plus|plus d'informations?)\s*\]/i;
const VAGUE_LABEL = /^((cliquez|cliquer) ici|ici|lien|ok|valider|suite)$/i;

/** Nothing here stops a letter: it is what a careful colleague would say on reading it. */
export function warningsOf(letter: Letter): Finding[] {
  return [...subjectWarnings(letter.subject), ...letter.blocks.flatMap(blockWarnings), ...wholeWarnings(letter)];
}

function subjectWarnings(subject: string): Finding[] {
  const warn = (message: string, at = 0): Finding => ({ block: null, part: "subject", at, message });
  return [
    ...(subject.length > LONG_SUBJECT
      ? [warn("L'objet est long : un téléphone en montre la moitié.", LONG_SUBJECT)]
      : []),
    ...toneWarnings(subject).map(({ message, at }) => warn(message, at)),
  ];
}

function blockWarnings(block: Block, rank: number): Finding[] {
  return textsOf(block)
    .filter(([part]) => part !== "to")
    .flatMap(([part, text]) => {
      const vague = text.search(part === "label" ? VAGUE_LABEL : VAGUE);
      const unclear = {
        at: vague,
        message: "Ce lien ne dit pas où il mène : qui l'écoute sans le voir ne le comprendra pas.",
      };
      const found = [...toneWarnings(text), ...(vague === -1 ? [] : [unclear])];
      return found.map(({ message, at }): Finding => ({ block: rank, part, at, message }));
    });
}

function toneWarnings(text: string): { at: number; message: string }[] {
  const [shouted, exclaimed] = [text.search(SHOUTED), text.indexOf("!")];
  return [
    ...(shouted === -1
      ? []
      : [{ at: shouted, message: "Un mot tout en capitales : les filtres y voient une publicité." }]),
    ...(exclaimed === -1 ? [] : [{ at: exclaimed, message: "Un point d'exclamation : une caisse n'en a pas besoin." }]),
  ];
}

function wholeWarnings({ blocks }: Letter): Finding[] {
  const warn = (message: string, block: number | null = null): Finding => ({ block, part: "blocks", at: 0, message });
  const words = blocks.flatMap(textsOf).reduce((sum, [, text]) => sum + text.split(/\s+/).length, 0);
  const second = blocks.flatMap(({ kind }, rank) => (kind === "button" ? [rank] : []))[1];
  return [
    ...(words > MANY_WORDS ? [warn("La lettre est longue : un médecin lit une minute, soit environ 200 mots.")] : []),
    ...(second === undefined ? [] : [warn("Deux boutons se disputent l'attention : gardez le plus utile.", second)]),
    ...(blocks.some(({ kind }) => kind === "signature")
      ? []
      : [warn(`Sans bloc « ${BLOCK_LABELS.signature} », le médecin ne sait pas qui lui écrit.`)]),
  ];
}
