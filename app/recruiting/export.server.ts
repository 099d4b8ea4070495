import { type AnyExport, wholeExport } from "~/files/export";
import { MOST_CANDIDATES } from "./audience.server";
import { browseCandidates } from "./browse.server";
import { candidatesSearch } from "./candidate.form";
import { HOURS_LABELS, PROFILE_LABELS } from "./labels";

/** The candidates of the filters, without the addresses and telephones that their list does not show either. */
export const candidateExport: AnyExport = wholeExport({
  permission: "candidate.read",
  title: "Candidats",
  source: "Personnes enregistrées avec leur accord dans Tandem, effacées dès qu'elles le demandent",
  read: (query) => candidatesSearch.parse(query),
  load: (ctx, search) => browseCandidates(ctx, search, MOST_CANDIDATES),
  filters: ({ search: { profil, commune, km, voir }, problem }) => [
    ...(profil ? [["Profil", PROFILE_LABELS[profil]] as const] : []),
    ...(commune === "" ? [] : [["Autour de", problem ?? `${commune}, à moins de ${km} km`] as const]),
    ...(voir === "tous" ? [] : [["Nouvelles", "sans nouvelle depuis 23 mois"] as const]),
  ],
  rows: ({ candidates }) => candidates,
  columns: [
    { header: "Candidat", kind: "text", value: ({ name }) => name },
    { header: "Commune", kind: "text", value: ({ commune }) => commune },
    { header: "Distance (km)", kind: "number", value: ({ km }) => km },
    { header: "Profil", kind: "text", value: ({ profile }) => PROFILE_LABELS[profile] },
    { header: "Temps de travail", kind: "text", value: ({ hours }) => HOURS_LABELS[hours] },
    { header: "Mobilité (km)", kind: "number", value: ({ mobilityKm }) => mobilityKm },
    { header: "Disponible le", kind: "day", value: ({ availableOn }) => availableOn },
    { header: "À effacer le", kind: "day", value: ({ erasedOn }) => erasedOn },
  ],
});
