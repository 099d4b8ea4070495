import { foldedStreet } from "../streets";
import { shown } from "../wording";
import type { Place } from "./place";
import type { RppsRow } from "./row";

export type PracticeVerdict = { ok: true } | { ok: false; why: string };

/** Cabinet individuel, cabinet de groupe, exercice en société, maison de santé (NOS TRE_R02). */
const PRACTICE_SECTORS = new Set(["SA07", "SA08", "SA09", "SA52"]);
const REPLACEMENT = new Set(["GENR02", "GENR03"]);

/** Whether the line shows a doctor settled in a liberal practice: the one a delegate can visit. */
export function isPracticeLine(row: RppsRow): PracticeVerdict {
  if (row.category !== "C") return { ok: false, why: "Médecin militaire, étudiant ou de catégorie inconnue." };
  if (row.mode === "S") return { ok: false, why: "Activité salariée." };
  if (row.mode === "B") return { ok: false, why: "Activité bénévole." };
  if (row.mode !== "L") return { ok: false, why: "Mode d'exercice inconnu." };
  if (row.genre && REPLACEMENT.has(row.genre)) return { ok: false, why: "Activité de remplacement." };
  if (row.activitySector) {
    if (PRACTICE_SECTORS.has(row.activitySector)) return { ok: true };
    return {
      ok: false,
      why: `Secteur d'activité ${shown(row.activitySectorLabel ?? row.activitySector)} hors cabinet.`,
    };
  }
  const hasAddress = row.addressLine !== null || (row.postcode !== null && row.town !== null);
  return hasAddress ? { ok: true } : { ok: false, why: "Ni secteur d'activité ni adresse." };
}

/**
 * The same for all doctors of one address. The postcode stands for the commune, whose code is often missing; without
 * a street the structure's own identifier is all there is.
 */
export function practiceKey(place: Place, structureId: string | null): string | null {
  const ground = place.postcode ?? place.communeCode;
  if (place.addressLine && ground) return `${foldedStreet(place.addressLine)}|${ground}`;
  return structureId;
}

/** One activity stands on as many lines as the doctor has skills there. */
export function activityKey(row: RppsRow): string {
  return [row.rpps, row.structureId ?? row.practiceKey, row.mode, row.activitySector]
    .map((part) => part ?? "")
    .join("|");
}
