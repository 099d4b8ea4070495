import type { Context } from "~/access/context";
import { conflict } from "~/errors";
import { insertProblems } from "~db/queries/import-problems";
import {
  addToCounts,
  type ImportRecord,
  importById,
  moveCursor,
  moveImport,
  noteDifference,
} from "~db/queries/imports";
import { rejectUnknownDoctors } from "~db/queries/patient-count-merge";
import { stageAmeli, stageEmails, stagePatientCounts, stageRpps, stageZones } from "~db/queries/staging";
import { catchments } from "~db/queries/territories-of-care";
import { catalog } from "~jobs/catalog";
import { later } from "~jobs/later";
import type { AmeliRow } from "./ameli/row";
import { differenceOf } from "./applying.server";
import type { Batch, Problem } from "./batch";
import type { EmailRow } from "./emails";
import { type Difference, needsConfirmation } from "./import";
import { foldedTown, forStage, zonesForStage } from "./intake";
import type { Layout } from "./layout";
import type { PatientCountRow } from "./patient-counts";
import type { RppsRow } from "./rpps/row";
import type { ZoneRow } from "./zoning/row";

/** Warnings beyond this many say nothing new; rejects are all kept. */
const MOST_WARNINGS = 20_000;

export interface Bookmark {
  readonly fileKey: string;
  readonly layout: Layout;
  readonly offset: number;
  readonly line: number;
  readonly size: number;
}

/** Where reading stands; null when there is nothing left to read, or when the import was cancelled. */
export async function whereWeStopped(ctx: Context, importId: string): Promise<Bookmark | null> {
  const found = await importById(ctx.tx, importId);
  if (!found) return null;
  if (found.status === "uploaded") await moveImport(ctx.tx, importId, ["uploaded"], "reading");
  else if (found.status !== "reading") return null;
  const layout = found.layout as Layout;
  return {
    fileKey: found.file_key,
    layout,
    offset: found.cursor_bytes,
    line: layout.firstLine + found.cursor_lines,
    size: found.byte_size,
  };
}

/** Stores one batch and moves the cursor, both or neither: killed here, the same bytes are read again. */
export async function takeIn(ctx: Context, importId: string, from: number, batch: Batch<unknown>): Promise<void> {
  if (!(await moveCursor(ctx.tx, importId, from, batch.next, batch.counts))) {
    throw conflict("Cet import est lu ailleurs, ou vient d'être annulé.");
  }
  const found = (await importById(ctx.tx, importId))!;
  const { rejects, warnings } = await stageRows(ctx, found, batch.rows);
  await addToCounts(ctx.tx, importId, { rejected: rejects.length, warned: warnings.length });
  await insertProblems(ctx.tx, importId, found.fund_id, "rejected", [...batch.rejects, ...rejects]);
  if (found.warned < MOST_WARNINGS) {
    await insertProblems(ctx.tx, importId, found.fund_id, "warning", [...batch.warnings, ...warnings]);
  }
}

async function stageRows(
  ctx: Context,
  { id, kind }: ImportRecord,
  rows: unknown[],
): Promise<{ rejects: Problem[]; warnings: Problem[] }> {
  const nothing = { rejects: [], warnings: [] };
  switch (kind) {
    case "rpps":
      await stageRpps(ctx.tx, id, (rows as RppsRow[]).map(forStage));
      return nothing;
    case "ameli":
      await stageAmeli(
        ctx.tx,
        id,
        (rows as AmeliRow[]).map((row) => ({ ...row, foldedTown: foldedTown(row.town) })),
      );
      return nothing;
    case "zonage": {
      const { zones, ...problems } = zonesForStage(rows as ZoneRow[], await catchments(ctx.tx));
      await stageZones(ctx.tx, id, zones);
      return problems;
    }
    case "patientele":
      await stagePatientCounts(ctx.tx, id, rows as PatientCountRow[]);
      return nothing;
    default:
      await stageEmails(ctx.tx, id, rows as EmailRow[]);
      return nothing;
  }
}

/** The whole file is read: says what applying would change, and applies at once what is small or was agreed beforehand. */
export async function finishReading(
  ctx: Context,
  importId: string,
  options: { quietly?: boolean; partial?: boolean } = {},
): Promise<"waiting" | "applying"> {
  const found = (await importById(ctx.tx, importId))!;
  if (found.kind === "patientele" || found.kind === "emails") {
    const stage = found.kind === "emails" ? "stage_email" : "stage_patient_count";
    await addToCounts(ctx.tx, importId, { rejected: await rejectUnknownDoctors(ctx.tx, found, stage), warned: 0 });
  }
  const compared = await differenceOf(ctx, found);
  const difference: Difference = options.partial ? { ...compared, partial: true } : compared;
  await noteDifference(ctx.tx, importId, difference);
  const next = found.confirmed || !needsConfirmation(difference) ? "applying" : "waiting";
  if (!(await moveImport(ctx.tx, importId, ["reading"], next))) throw conflict("Cet import vient d'être annulé.");
  if (next === "applying" && !options.quietly) await later(ctx, catalog.applyImport, { importId });
  return next;
}
