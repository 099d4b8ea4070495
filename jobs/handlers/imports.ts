import { applyImport as applyOnce } from "~/imports/applying.server";
import { importFailed } from "~/imports/imports.server";
import { answersTo, fundsToMatch, keepAnswers, matterToMatch } from "~/imports/matching.server";
import { readingOf } from "~/imports/reading";
import { finishReading, takeIn, whereWeStopped } from "~/imports/reading.server";
import { catalog } from "../catalog";
import type { Desk, Handler } from "../handler";
import { later } from "../later";

/** Ask where we stopped, read on, tell what was read: each piece is committed with the cursor, so a kill costs one piece. */
const readImport: Handler<"readImport"> = async ({ importId }, desk) => {
  if (await readWhole(importId, desk)) await desk.step((ctx) => finishReading(ctx, importId));
};

const applyImport: Handler<"applyImport"> = async ({ importId }, { step }) => {
  await step((ctx) => applyOnce(ctx, importId));
};

/** Reads to the end and matches what needs matching; false when there was nothing to read or the process is stopping. */
export async function readWhole(importId: string, { step, tools, stopping }: Desk): Promise<boolean> {
  const bookmark = await step((ctx) => whereWeStopped(ctx, importId));
  if (!bookmark) return false;
  const reading = readingOf(bookmark);
  try {
    while (!reading.ended) {
      if (stopping.aborted) {
        await step((ctx) => later(ctx, catalog.readImport, { importId }));
        return false;
      }
      const from = reading.offset;
      const batch = reading.take(await tools.files.read(bookmark.fileKey, reading.readFrom, reading.wanted));
      await step((ctx) => takeIn(ctx, importId, from, batch));
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT")
      await step((ctx) => importFailed(ctx, importId, "Le fichier déposé n'est plus là. Déposez-le de nouveau."));
    throw error;
  }
  if (bookmark.layout.kind === "ameli") await matchLines(importId, { step });
  return true;
}

async function matchLines(importId: string, { step }: Pick<Desk, "step">): Promise<void> {
  for (const fundId of await step((ctx) => fundsToMatch(ctx, importId))) {
    const matter = await step((ctx) => matterToMatch(ctx, importId, fundId));
    const answers = answersTo(matter);
    await step((ctx) => keepAnswers(ctx, importId, answers));
  }
}

export const importHandlers = { readImport, applyImport };
