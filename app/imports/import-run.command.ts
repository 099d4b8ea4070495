import { randomUUID } from "node:crypto";
import type { Actor, Context } from "~/access/context";
import { scoreFund } from "~/doctors/scoring.server";
import type { Services } from "~/wiring";
import { actAs } from "~db/act-as";
import { fundsOfImport } from "~db/queries/funds";
import { importById } from "~db/queries/imports";
import type { Desk } from "~jobs/handler";
import { readWhole } from "~jobs/handlers/imports";
import { applyImport } from "./applying.server";
import type { Difference } from "./import";
import { confirmImport } from "./imports.server";
import type { ImportKind } from "./kinds";
import { finishReading } from "./reading.server";
import { keepFile } from "./receiving.server";

export interface FileToImport {
  readonly kind: ImportKind;
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array>;
  /** null: every fund the file speaks of. */
  readonly fundId: number | null;
  readonly sourceOn?: string | undefined;
  readonly confirmed: boolean;
  /** An extract: those it does not name are left as they are. */
  readonly partial?: boolean;
}

export interface ImportResult {
  readonly id: string;
  readonly status: string;
  readonly read: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly ignored: number;
  readonly warned: number;
  readonly difference: Difference;
}

/** The same way in as the screens', walked in this process from end to end; null for a composition of territories, kept at once. */
export async function runImport(services: Services, actor: Actor, file: FileToImport): Promise<ImportResult | null> {
  const { pool, tools, now } = services;
  const step = <T>(work: (ctx: Context) => Promise<T>) => actAs(pool, actor, (tx) => work({ actor, tx, now: now() }));
  const desk: Desk = { step, tools, stopping: new AbortController().signal };
  const key = randomUUID();
  const id = await receive(services, step, key, file);
  if (id === null) return null;
  if (await readWhole(id, desk)) {
    const next = await step((ctx) => finishReading(ctx, id, { quietly: true, partial: file.partial ?? false }));
    if (next === "applying") await applyHere(step, id, file.fundId);
  }
  return step((ctx) => resultOf(ctx, id));
}

/** Applies what a person has just agreed to on the terminal. */
export async function applyConfirmed(
  services: Services,
  actor: Actor,
  id: string,
  fundId: number | null,
  partial: boolean,
): Promise<ImportResult> {
  const step = <T>(work: (ctx: Context) => Promise<T>) =>
    actAs(services.pool, actor, (tx) => work({ actor, tx, now: services.now() }));
  await step((ctx) => confirmImport(ctx, id, partial, { quietly: true }));
  await applyHere(step, id, fundId);
  return step((ctx) => resultOf(ctx, id));
}

async function receive(
  { tools }: Services,
  step: Desk["step"],
  key: string,
  file: FileToImport,
): Promise<string | null> {
  const { bytes, sha256 } = await tools.files.keep(key, file.content, Number.MAX_SAFE_INTEGER);
  const head = await tools.files.read(key, 0, Math.min(bytes, 20 * 1024 * 1024));
  try {
    const wanted = {
      kind: file.kind,
      sourceOn: file.sourceOn,
      confirmed: file.confirmed,
      quietly: true,
      fundId: file.fundId,
    };
    return await step((ctx) => keepFile(ctx, { key, name: file.name, bytes, sha256, head }, wanted));
  } catch (error) {
    await tools.files.remove(key);
    throw error;
  }
}

async function applyHere(step: Desk["step"], id: string, fundId: number | null): Promise<void> {
  await step((ctx) => applyImport(ctx, id, { quietly: true }));
  for (const fund of await step((ctx) => fundsOfImport(ctx.tx, fundId))) await step((ctx) => scoreFund(ctx, fund));
}

async function resultOf(ctx: Context, id: string): Promise<ImportResult> {
  const found = (await importById(ctx.tx, id))!;
  const { status, accepted, rejected, ignored, warned } = found;
  return {
    id,
    status,
    read: found.cursor_lines,
    accepted,
    rejected,
    ignored,
    warned,
    difference: found.difference as Difference,
  };
}
