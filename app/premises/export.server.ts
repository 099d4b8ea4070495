import { type AnyExport, wholeExport } from "~/files/export";
import { browsePremises } from "./browse.server";
import { KIND_LABELS, STATE_LABELS } from "./labels";
import { premisesSearch } from "./premises.form";

/** More than a caisse receives in ten years. */
const MOST_EXPORTED = 10_000;

/** The requests of the filters, without the free text of what is asked, which their list does not show either. */
export const premisesExport: AnyExport = wholeExport({
  permission: "premises.read",
  title: "Locaux",
  source: "Demandes d'aide aux locaux tenues dans Tandem",
  read: (query) => premisesSearch.parse(query),
  load: (ctx, search) => browsePremises(ctx, search, MOST_EXPORTED),
  filters: ({ etat, secteur, sectors }) => [
    ["État", etat === "en-cours" ? "en cours" : STATE_LABELS[etat]],
    ...(secteur === null
      ? []
      : [["Secteur", sectors.find(({ id }) => id === secteur)?.name ?? "introuvable"] as const]),
  ],
  rows: ({ requests }) => requests,
  columns: [
    { header: "Médecin", kind: "text", value: ({ name }) => name },
    { header: "Commune et secteur", kind: "text", value: ({ where }) => where },
    { header: "Besoin", kind: "text", value: ({ kind }) => KIND_LABELS[kind] },
    { header: "État", kind: "text", value: ({ state }) => STATE_LABELS[state] },
    { header: "Reçue le", kind: "day", value: ({ receivedOn }) => receivedOn },
    { header: "Prochaine étape", kind: "text", value: ({ nextStep }) => nextStep },
    { header: "Pour le", kind: "day", value: ({ nextOn }) => nextOn },
  ],
});
