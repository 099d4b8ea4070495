import { type AnyExport, wholeExport } from "~/files/export";
import { countOf } from "~/format/numbers";
import { openAlerts } from "./alerts.server";
import { STANDING_TITLES } from "./standing-titles";

/** The contracts to help, without the counts of their reasons: a small one would be recognised. */
export const alertExport: AnyExport = wholeExport({
  permission: "contract.read",
  title: "Alertes de patientèle",
  source: "Patientèles suivies dans Tandem pour les contrats signés",
  read: () => null,
  load: (ctx) => openAlerts(ctx),
  filters: ({ followed }) => [
    ["Suivi", countOf(followed, "contrat suivi", "contrats suivis")],
    ["Patients", "non comptés ici : les comptages sont dans le fichier de chaque contrat"],
  ],
  rows: ({ alerts }) => alerts,
  columns: [
    { header: "Médecin", kind: "text", value: ({ name }) => name },
    { header: "Commune", kind: "text", value: ({ town }) => town },
    { header: "Alerte", kind: "text", value: ({ kind }) => STANDING_TITLES[kind] },
    { header: "Objectif dû le", kind: "day", value: ({ dueOn }) => dueOn },
  ],
});
