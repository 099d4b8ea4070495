import type { Context } from "~/access/context";
import { record } from "~/audit/audit.server";
import { conflict, notFound } from "~/errors";
import {
  clearStage,
  importById,
  insertImport,
  moveImport,
  confirmImport as noteConfirmation,
  failImport,
  problemsByReason,
  recentImports,
  sameFileBefore,
  stalledImports,
} from "~db/queries/imports";
import { catalog } from "~jobs/catalog";
import { later } from "~jobs/later";
import type { Difference } from "./import";
import type { ImportKind } from "./kinds";

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
export async function confirmImport(ctx: Context, importId: string, partial: boolean): Promise<void> {
  const found = await importOf(ctx, importId);
  if (!(await moveImport(ctx.tx, importId, ["waiting"], "applying")))
    throw conflict("Cet import n'attend plus de confirmation.");
  await noteConfirmation(ctx.tx, importId, { ...(found.difference as Difference), partial });
  await later(ctx, catalog.applyImport, { importId });
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

export function listImports(ctx: Context) {
  return recentImports(ctx.tx);
}

/** One import, what hinders it, and whether these very bytes were taken in before. */
export async function openImport(ctx: Context, importId: string) {
  const found = await importOf(ctx, importId);
  const before =
    found.status === "waiting" && found.sha256 ? await sameFileBefore(ctx.tx, found.fund_id, found.sha256) : undefined;
  return { found, reasons: await problemsByReason(ctx.tx, importId), before: before ?? null, now: ctx.now };
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
