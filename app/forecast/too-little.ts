import { countOf } from "~/format/numbers";
import { french } from "~/format/typography";
import type { Knowledge } from "./tally";

/** Below these, an interval would say more about its author than about the contracts. */
export const LEAST = { weeks: 8, doctors: 30, contracts: 10 } as const;
const FARTHEST_WEEKS = 156;

interface Lack {
  readonly why: string;
  readonly needed: string;
}

/** Null: enough is known. */
export function lackOf(known: Knowledge | null, events: number, span: number): Lack | null {
  const needed = french(
    `Il faut au moins ${LEAST.weeks} semaines d'histoire, ${LEAST.doctors} médecins suivis et ${LEAST.contracts} contrats signés.`,
  );
  if (known === null)
    return {
      why: french(
        events === 0 ? "Aucun fait n'est connu." : "Tous les faits connus sont postérieurs au jour de la prévision.",
      ),
      needed,
    };
  if (span > FARTHEST_WEEKS * 7)
    return { why: "L'échéance est à plus de trois ans.", needed: french("Choisissez une échéance plus proche.") };
  const missing = [
    known.weeks < LEAST.weeks && `l'histoire ne couvre que ${countOf(known.weeks, "semaine")}`,
    known.doctors < LEAST.doctors && `seulement ${countOf(known.doctors, "médecin suivi", "médecins suivis")}`,
    known.signed < LEAST.contracts && `seulement ${countOf(known.signed, "contrat signé", "contrats signés")}`,
  ].filter((each) => each !== false);
  if (missing.length === 0) return null;
  return { why: french(`Trop peu de données : ${missing.join(", ")}.`), needed };
}
