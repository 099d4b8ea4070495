import { dayOf } from "~/calendar/day";
import type { Export } from "~/files/export";
import { CAMPAIGN_LABELS, CATEGORY_LABELS } from "./campaign";
import { browseCampaigns } from "./open.server";

type Row = Awaited<ReturnType<typeof browseCampaigns>>["campaigns"][number];

/** The campaigns and their books, newest first: as many as the page lists. */
export const campaignExport: Export<null, Row, never> = {
  permission: "campaign.read",
  title: "Campagnes",
  source: "Registre d'envoi des campagnes dans Tandem",
  read: () => null,
  filters: async () => [],
  count: async (ctx) => (await browseCampaigns(ctx)).campaigns.length,
  page: async (ctx) => ({ rows: (await browseCampaigns(ctx)).campaigns, next: null }),
  columns: [
    { header: "Campagne", kind: "text", value: ({ name }) => name },
    { header: "Nature", kind: "text", value: ({ category }) => CATEGORY_LABELS[category] },
    { header: "État", kind: "text", value: ({ state }) => CAMPAIGN_LABELS[state] },
    { header: "Le", kind: "day", value: ({ at }) => dayOf(at) },
    { header: "Prévus", kind: "number", value: ({ ledger }) => ledger.planned },
    { header: "Acceptés", kind: "number", value: ({ ledger }) => ledger.accepted },
    { header: "Refusés", kind: "number", value: ({ ledger }) => ledger.rejected },
    { header: "Différés", kind: "number", value: ({ ledger }) => ledger.deferred },
    { header: "Incertains", kind: "number", value: ({ ledger }) => ledger.uncertain },
    { header: "Écartés", kind: "number", value: ({ ledger }) => ledger.suppressed },
    { header: "Annulés", kind: "number", value: ({ ledger }) => ledger.cancelled },
    { header: "Expirés", kind: "number", value: ({ ledger }) => ledger.expired },
    { header: "En attente", kind: "number", value: ({ ledger }) => ledger.waiting },
    { header: "Mis de côté", kind: "number", value: ({ ledger }) => ledger.heldOut },
  ],
};
