import type { Context } from "~/access/context";
import type { Day } from "~/calendar/day";
import { versionById } from "~/eligibility/versions";
import { conflict } from "~/errors";
import type { ContractSheet } from "~db/queries/contracts";
import { objectiveAtSignature } from "./objective";
import { changeSeen } from "./planning.server";
import { runningVersion } from "./running-version";

/** A doctor may leave the text of their signature for the one in force that day; its objective comes with it. */
export async function switchText(ctx: Context, sheet: ContractSheet, on: Day): Promise<string> {
  if (sheet.kind === "collective" || sheet.version === null || sheet.starts_on === null)
    throw conflict("Un contrat collectif ne change pas de texte.");
  const version = runningVersion(sheet.starts_on, on, true);
  if (version === null || version.since <= versionById(sheet.version).since)
    throw conflict(`Ce contrat suit déjà le texte en vigueur ce jour-là : ${versionById(sheet.version).name}.`);
  const objective = objectiveAtSignature({
    version: version.id,
    signedOn: sheet.starts_on,
    isGP: sheet.is_gp === true,
    option: sheet.option ?? "0.5",
    newlyInstalled: sheet.newly_installed,
    age: sheet.age_at_signature,
    band: sheet.band,
    patients: sheet.mt_patients,
    fileActive: sheet.active_file,
  });
  await changeSeen(ctx, sheet, {
    version: version.id,
    ...(sheet.objective === null ? {} : { objective: JSON.stringify(objective) }),
  });
  return `Le contrat suit maintenant ${version.name}. Son objectif et les versements de l'année entamée sont à vérifier auprès de la caisse.`;
}
