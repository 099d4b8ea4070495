import type { Context } from "~/access/context";
import { can } from "~/access/permissions";
import { CONTRACT_YEARS } from "~/aids/simulate";
import { addYears } from "~/calendar/day";
import { conflict, invalid, notFound } from "~/errors";
import { dayMonthYear } from "~/format/dates";
import { endMember, membersOf, removeMember } from "~db/queries/contract-parts";
import type { ContractSheet } from "~db/queries/contracts";
import type { Ask } from "./contract.form";

/** A doctor leaves a company's contract at an anniversary, without effect on its ETP; a file, at any time. */
export async function quitContract(ctx: Context, sheet: ContractSheet, ask: Ask<"quit">): Promise<string> {
  const member = (await membersOf(ctx.tx, sheet.id)).find(({ id, left_on }) => id === ask.member && left_on === null);
  if (!member) throw notFound("Médecin adhérent");
  if (sheet.state === "opened") {
    await removeMember(ctx.tx, sheet.id, member.id);
    return "Le médecin ne fait plus partie du dossier.";
  }
  if (!can(ctx.actor, "contract.decide"))
    throw conflict("La sortie d'un médecin revient à un responsable de la caisse.");
  const anniversaries = Array.from({ length: CONTRACT_YEARS - 1 }, (_, index) =>
    addYears(sheet.starts_on ?? sheet.opened_on, index + 1),
  );
  if (!anniversaries.includes(ask.on))
    throw invalid(
      { on: ["Choisissez un anniversaire."] },
      `Un médecin sort à l'anniversaire du contrat : ${anniversaries.map(dayMonthYear).join(", ")}.`,
    );
  await endMember(ctx.tx, sheet.id, member.id, ask.on);
  return `Le médecin sort du contrat le ${dayMonthYear(ask.on)}. Un nouveau contrat lui sera possible deux ans après.`;
}
