import type { Context } from "~/access/context";
import { can } from "~/access/permissions";
import type { Day } from "~/calendar/day";
import { type ContractSheet, contractEvents } from "~db/queries/contracts";
import { comparableContracts, countsSince, helpsOf } from "~db/queries/growth";
import { yearAmounts } from "../amounts";
import { nameOf } from "../naming";
import { contractSeen, todayOf } from "../planning.server";
import { suspensionsIn, termsOf } from "../terms";
import { contractYearOn } from "./contract-year";
import { countsOf } from "./counts";
import { type Path, pathOf } from "./path";
import { bandOf, nationalEvidence } from "./peers";
import { standingOf } from "./standing";

/** A contract on its way: the path, the counts, the doctors like this one, and whether to help now. */
export async function openGrowth(ctx: Context, contractId: string | undefined) {
  const sheet = await contractSeen(ctx, contractId);
  const followed = await followedIn(ctx, sheet);
  return {
    id: sheet.id,
    name: nameOf(sheet),
    today: todayOf(ctx, sheet),
    mayPrepare: can(ctx.actor, "contract.prepare"),
    followed,
  };
}

/** Null: a file that is not signed, or a company, whose objective is that of the group. */
export async function followedIn(ctx: Context, sheet: ContractSheet) {
  const terms = termsOf(sheet);
  if (terms === null || sheet.kind !== "individual" || sheet.doctor_id === null) return null;
  const today = todayOf(ctx, sheet);
  const { startsOn } = terms;
  const path = pathOf({
    startsOn,
    isGP: sheet.is_gp === true,
    mtPatients: sheet.mt_patients,
    activeFile: sheet.active_file,
    objective: sheet.objective,
  });
  const rows = await countsSince(ctx.tx, { contractId: sheet.id, doctorId: sheet.doctor_id }, startsOn);
  const counts = countsOf(rows, path.measure, startsOn, today);
  const suspensions = suspensionsIn(await contractEvents(ctx.tx, sheet.id));
  const helps = await helpsOf(ctx.tx, sheet.id);
  const contractYear = contractYearOn(startsOn, today);
  return {
    doctorId: sheet.doctor_id,
    path,
    counts,
    rows,
    standing: standingOf({ path, counts, today, isSuspended: suspensions.some(({ to }) => to === null) }),
    suspensions,
    band: sheet.band,
    peers: bandOf(await peersOf(ctx, sheet, path, today)),
    national: nationalEvidence(path.measure, path.baseline, startsOn),
    nextYear: yearAmounts(terms).find((year) => year.startsOn > today) ?? null,
    contractYear,
    help: helps.find(({ contract_year }) => contract_year === contractYear) ?? null,
  };
}

async function peersOf(ctx: Context, sheet: ContractSheet, { measure }: Path, today: Day) {
  if (sheet.band === null) return [];
  const of = { contractId: sheet.id, fundId: sheet.fund_id, band: sheet.band, measure, today };
  return comparableContracts(ctx.tx, of);
}
