import type { Letter } from "./block";
import type { Frame } from "./frame";

export type TrialState = "waiting" | "sending" | "sent" | "uncertain" | "refused";

/** A trial on its way is read again until it has settled. */
export function isMoving(state: TrialState): boolean {
  return state === "waiting" || state === "sending";
}

/** Nobody takes it for the real one: its subject says so, and its first line. */
export function trialOf(letter: Letter): Letter {
  return { ...letter, subject: `[essai] ${letter.subject.trim()}` };
}

/** The words a campaign will choose are not chosen yet: the frame says which ones. */
export const PREVIEW_FRAME: Frame = {
  category: "information",
  sender: "le service que choisira la campagne",
  reason: "Ici se dira la raison que choisira la campagne : « Vous recevez ce message parce que… ».",
};

export const TRIAL_FRAME: Frame = {
  ...PREVIEW_FRAME,
  notice: "Ceci est un essai, envoyé à votre seule adresse. Ses liens personnels ne mènent à aucune page.",
};
