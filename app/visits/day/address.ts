import type { Day } from "~/calendar/day";

/** What was just done, by the word its address carries: a sentence in an address could be anybody's. */
export const DONE = {
  annulee: "La visite est annulée.",
  prevue: "La visite est prévue.",
  prevues: "Les visites sont prévues.",
  "en-partie": "Les visites sont prévues, sauf celles qui restent en proposition : leur moment n'est plus libre.",
  proposee: "Voici cinq médecins au plus, dans l'ordre de la route. Rien n'est encore pris.",
  retiree: "La proposition est retirée.",
  remise: "La visite est de nouveau prévue.",
} as const;

export type Done = keyof typeof DONE;

export function isDone(word: string | null): word is Done {
  return word !== null && Object.hasOwn(DONE, word);
}

/** The page of a day; `hole`: the visit whose time is to be filled. */
export function dayAddress({ day, done, hole }: { day: Day; done?: Done; hole?: string }): string {
  const search = new URLSearchParams({ jour: day });
  if (done !== undefined) search.set("fait", done);
  if (hole !== undefined) search.set("remplacer", hole);
  return `/visites/journee?${search}`;
}
