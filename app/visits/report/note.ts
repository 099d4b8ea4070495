import { french, listed, quoted } from "~/format/typography";
import { type NoteWarning, REFUSED_KINDS, type WarningKind } from "./note-warnings";

/** A short note: what helps at the next visit, in signs. */
export const MOST_NOTE = 2_000;

/** What is wrong with it and what to write instead, by kind. */
export const WARNING_SENTENCES: Record<WarningKind, string> = {
  nir: "Un numéro de sécurité sociale ne se garde jamais ici : retirez-le.",
  health: "Cette phrase semble parler de la santé d'une personne : ne gardez que ce qui concerne le contrat.",
  insult: "Un mot peut blesser : le médecin a le droit de lire cette note.",
  phone: "Un numéro de téléphone qui n'est pas celui du cabinet : demandez-vous si cette personne l'accepterait.",
};

/** What must be corrected, or confirmed, before the note is kept; null when it may be. */
export function noteRefusal(warnings: readonly NoteWarning[], confirmed: readonly WarningKind[]): string | null {
  const open = warnings.filter(({ kind }) => REFUSED_KINDS.includes(kind) || !confirmed.includes(kind));
  const first = open.find(({ kind }) => REFUSED_KINDS.includes(kind)) ?? open[0];
  if (!first) return null;
  const words = listed(first.words.slice(0, 3).map(quoted));
  const way = REFUSED_KINDS.includes(first.kind) ? "" : " Corrigez la note, ou confirmez-la.";
  return french(`À relire : ${words}. ${WARNING_SENTENCES[first.kind]}${way} Rien n'a été enregistré.`);
}
