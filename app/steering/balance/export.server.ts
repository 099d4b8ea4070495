import { type AnyExport, wholeExport } from "~/files/export";
import { countOf } from "~/format/numbers";
import { balanceSearch } from "./balance.form";
import { balance } from "./balance.server";
import { stateOf, verdictOf } from "./words";

/** Hours needed and hours available, sector by sector, rounded as on the page. */
export const balanceExport: AnyExport = wholeExport({
  permission: "territory.change",
  title: "Équilibre des secteurs",
  source: "Médecins à voir, visites promises, horaires et absences tenus dans Tandem ; route estimée",
  read: (query) => balanceSearch.parse(query),
  load: (ctx, { semaines }) => balance(ctx, semaines),
  filters: ({ fund, weeks, before }) => [
    ["Caisse", fund],
    ["Horizon", countOf(weeks, "semaine")],
    ["Réponse", verdictOf(before)],
  ],
  rows: ({ before }) => before,
  columns: [
    { header: "Secteur", kind: "text", value: ({ name }) => name },
    { header: "Délégués", kind: "text", value: ({ delegates }) => delegates.join(", ") },
    { header: "Médecins à voir", kind: "number", value: ({ toSee }) => toSee },
    { header: "Heures nécessaires", kind: "number", value: ({ needed }) => Math.round(needed / 60) },
    { header: "Heures disponibles", kind: "number", value: ({ available }) => Math.round(available / 60) },
    { header: "Charge (%)", kind: "number", value: ({ load }) => load && Math.round(load * 100) },
    { header: "État", kind: "text", value: (sector) => stateOf(sector).label },
  ],
});
