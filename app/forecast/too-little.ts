import { countOf } from "~/format/numbers";
import { french } from "~/format/typography";
import type { Knowledge } from "./tally";

/** Below these, an interval would say more about its author than about the contracts. */
const LEAST = { weeks: 8, doctors: 30, contracts: 10 } as const;
const FARTHEST_WEEKS = 156;

interface Lack {
  readonly why: string;
  readonly needed: string;
}

/** Null: enough is known. */
export function lackOf(known: Knowledge | null, events: number, span: number): Lack | null {
  const needed = french(
    `Il faut au moins ${LEAST.weeks} semaines d'histoire, ${LEAST.doctors} médecins suivis avant leur contrat et ${LEAST.contracts} contrats signés par eux.`,
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
    known.followed < LEAST.doctors &&
      `${countOf(known.followed, "médecin suivi avant son contrat", "médecins suivis avant leur contrat")}`,
    known.followedSigned < LEAST.contracts &&
      `${countOf(known.followedSigned, "contrat signé par un médecin suivi", "contrats signés par des médecins suivis")}`,
  ].filter((each) => each !== false);
  if (missing.length === 0) return null;
  return { why: french([`Trop peu de données : ${missing.join(", ")}.`, takenOver(known)].join(" ").trim()), needed };
}

/** Contracts that were there already: they are counted, and that is all. */
function takenOver({ signed, followedSigned }: Knowledge): string {
  const alone = signed - followedSigned;
  if (alone === 0) return "";
  return `${countOf(alone, "contrat n'est connu", "contrats ne sont connus")} que par la signature : ${alone === 1 ? "il ne dit" : "ils ne disent"} rien du temps qui y mène.`;
}
