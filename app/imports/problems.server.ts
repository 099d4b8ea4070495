import type { Context } from "~/access/context";
import { numericDay } from "~/format/dates";
import { problemsAfter } from "~db/queries/import-problems";
import { importOf } from "./imports.server";

const PAGE = 2_000;

/** The report of what was rejected or remarked upon, in the order of the file. */
export async function problemReport(ctx: Context, importId: string) {
  const found = await importOf(ctx, importId);
  return { name: `rejets-${found.kind}-${found.source_on}.csv`, pages: pagesOf(importId, titleOf(found)) };
}

function titleOf(found: { file_name: string; source_on: string }): (string | null)[][] {
  return [
    [`Rejets et remarques : ${found.file_name}, données du ${numericDay(found.source_on)}`],
    ["ligne", "effet", "motif", "ligne du fichier"],
  ];
}

function pagesOf(importId: string, title: (string | null)[][]) {
  return async (ctx: Context, after: number) => {
    const rows = await problemsAfter(ctx.tx, importId, after, PAGE);
    const lines = rows.map((row) => [
      row.line,
      row.severity === "rejected" ? "rejetée" : "gardée, à vérifier",
      row.reason,
      row.raw,
    ]);
    return { lines: [...(after === 0 ? title : []), ...lines], next: rows.length < PAGE ? null : rows.at(-1)!.id };
  };
}
