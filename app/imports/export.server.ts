import { dayOf } from "~/calendar/day";
import { type AnyExport, wholeExport } from "~/files/export";
import { STATUS_LABELS } from "./import";
import { listImports } from "./imports.server";
import { KIND_LABELS } from "./kinds";

/** The files received last, as many as the page lists. */
export const importExport: AnyExport = wholeExport({
  permission: "import.manage",
  title: "Imports",
  source: "Fichiers reçus par Tandem",
  read: () => null,
  load: (ctx) => listImports(ctx),
  filters: () => [["Filtres", "les derniers fichiers reçus"]],
  rows: ({ imports }) => imports,
  columns: [
    { header: "Reçu le", kind: "day", value: ({ asked_at }) => dayOf(asked_at) },
    { header: "Nature", kind: "text", value: ({ kind }) => KIND_LABELS[kind] },
    { header: "Fichier", kind: "text", value: ({ file_name }) => file_name },
    { header: "État", kind: "text", value: ({ status }) => STATUS_LABELS[status] },
    { header: "Lignes retenues", kind: "number", value: ({ accepted }) => accepted },
    { header: "Lignes rejetées", kind: "number", value: ({ rejected }) => rejected },
    { header: "Demandé par", kind: "text", value: ({ asked_by_name }) => asked_by_name ?? "Tandem" },
  ],
});
