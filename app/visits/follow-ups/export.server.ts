import type { Export } from "~/files/export";
import { formatPhone } from "~/format/phone";
import { BASKET_LABELS } from "./baskets";
import { PROMISES } from "./follow-up";
import { type FollowUpsSearch, followUpsSearch } from "./follow-ups.form";
import { type FollowUpView, openMyFollowUps } from "./follow-ups.server";

/** One's own open promises, in the order to take them up: at most what the page shows. */
export const followUpExport: Export<FollowUpsSearch, FollowUpView, never> = {
  permission: "visit.plan",
  title: "Relances",
  source: "Comptes rendus de visite et relances tenues dans Tandem",
  read: (query) => followUpsSearch.parse(query),
  filters: async (_ctx, { panier }) => (panier ? [["Panier", BASKET_LABELS[panier]]] : []),
  count: async (ctx, search) => (await openMyFollowUps(ctx, search)).followUps.length,
  page: async (ctx, search) => ({ rows: (await openMyFollowUps(ctx, search)).followUps, next: null }),
  columns: [
    { header: "À faire le", kind: "day", value: ({ dueOn }) => dueOn },
    { header: "Médecin", kind: "text", value: ({ name }) => name },
    { header: "Commune", kind: "text", value: ({ town }) => town },
    { header: "Téléphone", kind: "text", value: ({ phone }) => phone && formatPhone(phone) },
    { header: "Promis", kind: "text", value: ({ kind }) => PROMISES[kind] },
    { header: "Panier", kind: "text", value: ({ basket }) => BASKET_LABELS[basket] },
    { header: "Objections", kind: "text", value: ({ objections }) => objections.join(", ") },
    { header: "Vu le", kind: "day", value: ({ reportedOn }) => reportedOn },
  ],
};
