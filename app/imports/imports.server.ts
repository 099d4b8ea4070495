import type { Context } from "~/access/context";
import { record } from "~/audit/audit.server";
import { conflict, notFound } from "~/errors";
import { problemsByReason } from "~db/queries/import-problems";
import {
  clearStage,
  failImport,
  type ImportStatus,
  importById,
  insertImport,
  moveImport,
  confirmImport as noteConfirmation,
  recentImports,
  sameFileBefore,
  stalledImports,
} from "~db/queries/imports";
import { openDoubtCount } from "~db/queries/matches";
import { catalog } from "~jobs/catalog";
import { later } from "~jobs/later";
import type { Difference } from "./import";
import { type ImportKind, KIND_LABELS } from "./kinds";

export interface ReceivedFile {
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly fileKey: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly layout: { readonly headerBytes: number };
  readonly source: string;
  readonly sourceOn: string;
  /** Apply without asking, whatever the difference. */
  readonly confirmed: boolean;
  /** The command line reads in its own process and leaves no note. */
  readonly quietly?: boolean;
  readonly fundId?: number | null;
}

/** A recognised file begins its way in. */
export async function startImport(ctx: Context, file: ReceivedFile): Promise<string> {
  const fundId = file.fundId === undefined ? (ctx.actor.fundIds[0] ?? null) : file.fundId;
  const importId = await insertImport(ctx.tx, {
    ...file,
    fundId,
    cursorBytes: file.layout.headerBytes,
    askedBy: ctx.actor.id,
  });
  if (!file.quietly) await later(ctx, catalog.readImport, { importId });
  await record(ctx, "import.started", { importId, kind: file.kind });
  return importId;
}

/** The person has seen the difference and says yes. */
export async function confirmImport(
  ctx: Context,
  importId: string,
  partial: boolean,
  options: { quietly?: boolean } = {},
): Promise<void> {
  const found = await importOf(ctx, importId);
  if (!(await moveImport(ctx.tx, importId, ["waiting"], "applying")))
    throw conflict("Cet import n'attend plus de confirmation.");
  await noteConfirmation(ctx.tx, importId, { ...(found.difference as Difference), partial });
  if (!options.quietly) await later(ctx, catalog.applyImport, { importId });
  await record(ctx, "import.confirmed", { importId });
}

/** Gives up before anything was changed. */
export async function cancelImport(ctx: Context, importId: string): Promise<void> {
  await importOf(ctx, importId);
  if (!(await moveImport(ctx.tx, importId, ["uploaded", "reading", "waiting"], "cancelled"))) {
    throw conflict("Cet import est déjà appliqué ou terminé : il ne peut plus être annulé.");
  }
  await clearStage(ctx.tx, importId);
  await record(ctx, "import.cancelled", { importId });
}

export async function listImports(ctx: Context) {
  const [imports, doubts] = [await recentImports(ctx.tx), await openDoubtCount(ctx.tx)];
  return {
    imports: imports.map((each) => ({ ...each, kind: each.kind as ImportKind, status: each.status as ImportStatus })),
    doubts,
    now: ctx.now,
  };
}

/** One import as its page shows it, and whether these very bytes were taken in before. */
export async function openImport(ctx: Context, importId: string) {
  const found = await importOf(ctx, importId);
  const before =
    found.status === "waiting" && found.sha256 ? await sameFileBefore(ctx.tx, found.fund_id, found.sha256) : undefined;
  return {
    id: found.id,
    kind: found.kind as ImportKind,
    label: KIND_LABELS[found.kind as ImportKind],
    status: found.status as ImportStatus,
    fileName: found.file_name,
    byteSize: found.byte_size,
    sourceOn: found.source_on,
    askedAt: found.asked_at,
    cursorBytes: found.cursor_bytes,
    read: found.cursor_lines,
    accepted: found.accepted,
    rejected: found.rejected,
    ignored: found.ignored,
    warned: found.warned,
    difference: found.difference as Difference | null,
    failure: found.failure,
    elapsedMs: found.started_at ? ctx.now.getTime() - found.started_at.getTime() : 0,
    reasons: await problemsByReason(ctx.tx, importId),
    before: before?.finished_at ?? null,
    now: ctx.now,
  };
}

export async function importOf(ctx: Context, importId: string) {
  const found = await importById(ctx.tx, importId);
  if (!found) throw notFound("Import");
  return found;
}

export function abandonedImports(ctx: Context) {
  return stalledImports(ctx.tx);
}

/** What cannot be mended by trying again. */
export async function importFailed(ctx: Context, importId: string, why: string): Promise<void> {
  await failImport(ctx.tx, importId, why);
}
