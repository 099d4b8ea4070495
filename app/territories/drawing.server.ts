import type { Context } from "~/access/context";
import { record } from "~/audit/audit.server";
import { invalid, notFound } from "~/errors";
import { communesNamed, drawSectorOf, moveDoctorsToTheirSectors, placeCommunes } from "~db/queries/sectors";
import { catalog } from "~jobs/catalog";
import { later } from "~jobs/later";

const MOST_TOLD = 8;

/** A new sector, or more communes for one of that name. A commune has one sector: those given leave the one they had. */
export async function drawSector(
  ctx: Context,
  { name, communes }: { name: string; communes: string[] },
): Promise<number> {
  const [fundId] = ctx.actor.fundIds;
  if (fundId === undefined) throw notFound("Caisse");
  const found = await communesNamed(ctx.tx, fundId, communes);
  const known = new Set(found.map(({ asked }) => asked));
  const unknown = communes.filter((line) => !known.has(line));
  if (unknown.length > 0) throw invalid({ communes: [unknownCommunes(unknown)] });
  const sectorId = await drawSectorOf(ctx.tx, fundId, name);
  const codes = [...new Set(found.map(({ code }) => code))];
  await placeCommunes(ctx.tx, fundId, sectorId, codes);
  await moveDoctorsToTheirSectors(ctx.tx, fundId, ctx.now);
  await later(ctx, catalog.scoreFund, { fundId });
  await record(ctx, "sector.drawn", { sectorId, communes: codes.length });
  return codes.length;
}

function unknownCommunes(names: readonly string[]): string {
  const told = names.slice(0, MOST_TOLD).join(", ");
  const more = names.length > MOST_TOLD ? ` et ${names.length - MOST_TOLD} autres` : "";
  return `Ces communes ne sont pas reconnues dans la caisse : ${told}${more}. Écrivez leur nom entier ou leur code INSEE.`;
}
