import { SYSTEM_ACTOR } from "~/access/system-actor";
import { diskFiles } from "~/files/disk.server";
import { finishReading } from "~/imports/reading.server";
import type { Tools } from "~/tools";
import { actAs } from "~db/act-as";
import { openPool } from "~db/connection";
import type { Desk } from "~jobs/handler";
import { importHandlers, readWhole } from "~jobs/handlers/imports";
import { backendOf, measured, timed } from "../clock";
import type { ImportJob, ImportRun } from "./job";

/**
 * What the worker's two jobs do with a file that was received: read it to the end and compare, then apply. Scoring
 * afterwards is another job and another bench.
 */
export async function importByProduct({ url, folder, importId }: ImportJob): Promise<Omit<ImportRun, "rss">> {
  const pool = openPool(url, 1);
  const tools = { files: diskFiles(folder) } as unknown as Tools; // nothing is mailed
  const step: Desk["step"] = (work) =>
    actAs(pool, SYSTEM_ACTOR, (tx) => work({ actor: SYSTEM_ACTOR, tx, now: new Date() }));
  const desk: Desk = { step, tools, stopping: new AbortController().signal };
  const steps: Record<string, number> = {};
  try {
    const cost = await measured([await backendOf(pool)], async () => {
      await timed(steps, "read", () => readWhole(importId, desk));
      await timed(steps, "compare", () => step((ctx) => finishReading(ctx, importId)));
      await timed(steps, "apply", () => importHandlers.applyImport({ importId }, desk));
    });
    return { ...cost, steps };
  } finally {
    await pool.end();
  }
}
