import type { Context } from "~/access/context";
import { record } from "~/audit/audit.server";
import { conflict, invalid, notFound } from "~/errors";
import { dayMonthYear } from "~/format/dates";
import { countOf } from "~/format/numbers";
import { listed } from "~/format/typography";
import { deleteSector, holdsOfSector, renameSector, type SectorHolds } from "~db/queries/sectors";

export async function nameSector(ctx: Context, { id, name }: { id: number; name: string }): Promise<void> {
  const sector = await holdsOfSector(ctx.tx, id);
  if (!sector) throw notFound("Secteur");
  if (!(await renameSector(ctx.tx, sector, name)))
    throw invalid({ name: [`Un autre secteur de la caisse s'appelle déjà « ${name} ».`] });
  await record(ctx, "sector.renamed", { sectorId: id });
}

/** Only a sector that nothing holds any more: a commune or a delegate is never left without one by the way. */
export async function removeSector(ctx: Context, id: number): Promise<void> {
  const sector = await holdsOfSector(ctx.tx, id);
  if (!sector) throw notFound("Secteur");
  const why = whyKept(sector);
  if (why !== null) throw conflict(why);
  await deleteSector(ctx.tx, id);
  await record(ctx, "sector.removed", { sectorId: id });
}

function whyKept({ name, communes, delegates, doctors, change_on }: SectorHolds): string | null {
  if (change_on !== null)
    return `« ${name} » reste : un changement de secteurs prévu le ${dayMonthYear(change_on)} le concerne. Annulez-le d'abord.`;
  const held = [
    communes > 0 && countOf(communes, "commune"),
    delegates > 0 && countOf(delegates, "délégué"),
    communes === 0 && doctors > 0 && `${countOf(doctors, "médecin")} dont une visite est prévue`,
  ].filter((each) => each !== false);
  if (held.length === 0) return null;
  return `« ${name} » reste : il a encore ${listed(held)}. Donnez-les d'abord à un autre secteur.`;
}
