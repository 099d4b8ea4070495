import { demoLetter } from "~/campaigns/letters/demo-letter";

const SENTENCE =
  "Un assistant médical prépare les consultations, tient les dossiers à jour et organise le parcours des patients. ";

/** A letter of about thirty kilobytes once in its frame. */
export const longLetter = {
  ...demoLetter,
  blocks: [
    ...demoLetter.blocks,
    ...Array.from({ length: 12 }, (_, rank) => ({
      kind: "paragraph" as const,
      text: `**${rank + 1}.** ${SENTENCE.repeat(9)}`,
    })),
  ],
};
