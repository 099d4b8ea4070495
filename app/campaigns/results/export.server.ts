import type { Export } from "~/files/export";
import { verdictText } from "./comparison-words";
import { type SideBySideSearch, sideBySideSearch } from "./results.form";
import { type Compared, compareCampaigns } from "./side-by-side.server";

/** Every campaign that is over, side by side: the same figures as on the page. */
export const resultsExport: Export<SideBySideSearch, Compared, never> = {
  permission: "campaign.read",
  title: "Résultats des campagnes",
  source: "Registre d'envoi, visites et contrats tenus dans Tandem",
  read: (query) => sideBySideSearch.parse(query),
  filters: async (_ctx, { mesure }) => [["Mesure", mesure === "visites" ? "visites prises" : "contrats signés"]],
  count: async (ctx, search) => (await compareCampaigns(ctx, search)).campaigns.length,
  page: async (ctx, search) => ({ rows: (await compareCampaigns(ctx, search)).campaigns, next: null }),
  columns: [
    { header: "Campagne", kind: "text", value: ({ name }) => name },
    { header: "Premier courriel", kind: "day", value: ({ startedOn }) => startedOn },
    { header: "Médecins", kind: "number", value: ({ letter }) => letter.doctors },
    { header: "Mis de côté", kind: "number", value: ({ holdout }) => holdout.doctors },
    { header: "Pour 100, avec", kind: "number", value: ({ effect }) => points(effect.letterRate) },
    { header: "Pour 100, sans", kind: "number", value: ({ effect }) => points(effect.holdoutRate) },
    { header: "Écart", kind: "number", value: ({ effect }) => effect.interval && points(effect.difference) },
    {
      header: "Borne basse à 95 %",
      kind: "number",
      value: ({ effect }) => effect.interval && points(effect.interval.low),
    },
    {
      header: "Borne haute à 95 %",
      kind: "number",
      value: ({ effect }) => effect.interval && points(effect.interval.high),
    },
    { header: "Conclusion", kind: "text", value: verdictText },
  ],
};

/** Points for a hundred doctors, two decimals. */
function points(share: number): number {
  return Math.round(share * 10_000) / 100;
}
