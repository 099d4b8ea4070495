import type { Context } from "~/access/context";
import { record } from "~/audit/audit.server";
import { ameliDifference, mergeAmeli } from "~db/queries/ameli-merge";
import { emailDifference, mergeEmails } from "~db/queries/email-merge";
import { fundsOfImport } from "~db/queries/funds";
import {
  clearStage,
  type ImportRecord,
  importById,
  lockFundForImport,
  moveImport,
  planForBulk,
} from "~db/queries/imports";
import { mergePatientCounts, patientCountDifference } from "~db/queries/patient-count-merge";
import {
  compareAgain,
  findMissingCommunes,
  gatherDoctors,
  gatherPlaces,
  markGone,
  mergeDoctors,
  mergePlaces,
  rppsDifference,
} from "~db/queries/rpps-merge";
import { mergeZones, zoneDifference } from "~db/queries/zone-merge";
import { catalog } from "~jobs/catalog";
import { later } from "~jobs/later";
import type { Difference } from "./import";

/** Compares what was read with what is known; writes nothing but the comparison. */
export async function differenceOf(ctx: Context, found: ImportRecord): Promise<Difference> {
  await planForBulk(ctx.tx);
  switch (found.kind) {
    case "rpps":
      await findMissingCommunes(ctx.tx, found.id);
      await gatherDoctors(ctx.tx, found);
      await gatherPlaces(ctx.tx, found);
      return rppsDifference(ctx.tx, found);
    case "ameli":
      return ameliDifference(ctx.tx, found);
    case "zonage":
      return zoneDifference(ctx.tx, found);
    case "patientele":
      return patientCountDifference(ctx.tx, found);
    default:
      return emailDifference(ctx.tx, found);
  }
}

/** All of it in one transaction: a crash leaves the previous data whole. Returns false when there was nothing to apply. */
export async function applyImport(
  ctx: Context,
  importId: string,
  options: { quietly?: boolean } = {},
): Promise<boolean> {
  const asked = await importById(ctx.tx, importId);
  if (!asked) return false;
  await lockFundForImport(ctx.tx, asked.fund_id);
  const found = await importById(ctx.tx, importId); // read again: another worker may have applied it while we waited
  if (found?.status !== "applying") return false;
  await planForBulk(ctx.tx);
  await merge(ctx, found);
  await clearStage(ctx.tx, importId);
  await moveImport(ctx.tx, importId, ["applying"], "done");
  const { created, changed, gone } = found.difference as Difference;
  await record(ctx, "import.applied", { importId, created, changed, gone });
  if (!options.quietly) {
    for (const fundId of await fundsOfImport(ctx.tx, found.fund_id)) await later(ctx, catalog.scoreFund, { fundId });
  }
  return true;
}

async function merge(ctx: Context, found: ImportRecord): Promise<void> {
  switch (found.kind) {
    case "rpps":
      await compareAgain(ctx.tx, found);
      await mergeDoctors(ctx.tx, found);
      if (!(found.difference as Difference).partial) await markGone(ctx.tx, found);
      return mergePlaces(ctx.tx, found);
    case "ameli":
      return mergeAmeli(ctx.tx, found);
    case "zonage":
      return mergeZones(ctx.tx, found);
    case "patientele":
      return mergePatientCounts(ctx.tx, found);
    default:
      return mergeEmails(ctx.tx, found);
  }
}
