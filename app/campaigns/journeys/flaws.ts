import type { JourneyStep } from "./journey";

/** What keeps a draft from starting, in the order of the page. */
export function flawsOf(draft: {
  readonly segment_id: string | null;
  readonly sender_name: string;
  readonly reason: string;
  readonly steps: readonly JourneyStep[];
}): string[] {
  const letters = draft.steps.filter(({ kind }) => kind === "letter");
  const flaws: (string | false)[] = [
    draft.segment_id === null && "Choisissez le public : un segment dit qui entre dans ce parcours.",
    draft.steps.length === 0 && "Ajoutez au moins une étape.",
    ...draft.steps.map(
      ({ kind, letter }, at) => kind === "letter" && letter === "" && `Choisissez la lettre de l'étape ${at + 1}.`,
    ),
    letters.length > 0 && draft.sender_name === "" && "Dites qui écrit : les médecins voient ce nom.",
    letters.length > 0 && draft.reason === "" && "Dites au médecin pourquoi il reçoit ces lettres, en une phrase.",
  ];
  return flaws.filter((flaw) => flaw !== false);
}
