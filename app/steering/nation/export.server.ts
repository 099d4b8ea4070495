import type { Export } from "~/files/export";
import { MEASURE_WORDS, type Measure, measureOf } from "./measures";
import { toldOf } from "./nation.server";
import { HIDDEN_NOTE, toldText } from "./wording";

type Row = Awaited<ReturnType<typeof toldOf>>["rows"][number] & { readonly measure: Measure };

/** One measure by département; what the page hides is hidden here. */
export const nationExport: Export<Measure, Row, never> = {
  permission: "national.read",
  title: "Chiffres par département",
  source: "Visites, contrats et zonage tenus par les caisses dans Tandem, calculés chaque heure",
  read: ({ mesure }) => measureOf(mesure),
  filters: async (_ctx, measure) => [
    ["Mesure", MEASURE_WORDS[measure].what],
    ["Petits nombres", HIDDEN_NOTE],
  ],
  count: async (ctx, measure) => (await toldOf(ctx, measure)).rows.length,
  page: async (ctx, measure) => ({
    rows: (await toldOf(ctx, measure)).rows.map((row) => ({ ...row, measure })),
    next: null,
  }),
  columns: [
    { header: "Département", kind: "text", value: ({ code }) => code },
    { header: "Caisse", kind: "text", value: ({ names }) => names },
    { header: "Valeur", kind: "number", value: ({ told, measure }) => told.value ?? toldText(measure, told) },
  ],
};
