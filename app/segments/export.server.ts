import { dayOf } from "~/calendar/day";
import { type AnyExport, wholeExport } from "~/files/export";
import { browseSegments } from "./open.server";

/** The segments one sees, each with its criteria in words and its count. */
export const segmentExport: AnyExport = wholeExport({
  permission: "segment.read",
  title: "Segments",
  source: "Segments enregistrés dans Tandem",
  read: () => null,
  load: (ctx) => browseSegments(ctx),
  filters: () => [],
  rows: ({ segments }) => segments,
  columns: [
    { header: "Segment", kind: "text", value: ({ name }) => name },
    { header: "Critères", kind: "text", value: ({ sentence }) => sentence },
    { header: "Médecins", kind: "number", value: ({ count }) => count },
    { header: "Comptés le", kind: "day", value: ({ countedAt }) => dayOf(countedAt) },
    { header: "Créé par", kind: "text", value: ({ owner }) => owner },
    { header: "Partagé", kind: "text", value: ({ isShared }) => (isShared ? "oui" : "non") },
  ],
});
