import { euros } from "~/format/euros";
import { french } from "~/format/typography";
import type { MilestoneKind } from "./milestone";

interface Told {
  readonly kind: MilestoneKind;
  readonly key: string;
  readonly contractYear: number | null;
}

/** What is due, in few words. */
export function titleOf({ kind, key, contractYear }: Told): string {
  switch (kind) {
    case "payment":
      return `Versement de l'année ${contractYear}${/:2$/.test(key) ? " (second)" : ""}`;
    case "talk":
      return `Entretien du ${key.split(":")[1]}ᵉ mois`;
    case "training-start":
      return "Entrée de l'assistant en formation";
    case "certificate":
      return "Qualification de l'assistant obtenue";
    case "secretary":
      return "Secrétaire remplacé";
    case "objective":
      return "Objectif de patientèle exigible";
    case "anniversary":
      return `Anniversaire : l'année ${contractYear} commence`;
    case "amendment":
      return "Avenant de suspension à signer";
    case "return":
      return "Avenant de reprise à signer";
    case "renewal":
      return "Renouvellement à préparer";
    case "end":
      return "Fin du contrat";
  }
}

/** « 28 000 € », « de 0 à 22 000 € »; null when no amount is published. */
export function amountOf({ minCents, maxCents }: { minCents: number | null; maxCents: number | null }): string | null {
  if (minCents === null || maxCents === null) return null;
  return minCents === maxCents ? euros(maxCents) : french(`de ${euros(minCents)} à ${euros(maxCents)}`);
}

export const TO_CHECK = "à vérifier auprès de la caisse";
