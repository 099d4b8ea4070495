import { type AnyExport, wholeExport } from "~/files/export";
import { dayMonthYear } from "~/format/dates";
import { percent } from "~/format/numbers";
import { reachSearch } from "./reach.form";
import { reachability } from "./reach.server";
import { answerOf } from "./words";

type Page = Awaited<ReturnType<typeof reachability>>;

const COMMON = {
  permission: "steering.read",
  source: "Horaires et absences des délégués, visites et objectifs tenus dans Tandem",
  read: (query: Readonly<Record<string, string>>) => reachSearch.parse(query),
  load: reachability,
  filters: (page: Page) =>
    page.view === "nation"
      ? []
      : ([
          ["Caisse", page.fund],
          ["Échéance", dayMonthYear(page.target.to)],
          ["Part des heures donnée aux visites", percent(page.part / 100, 0)],
          ["Réponse", answerOf(page)],
        ] as const),
} as const;

/** What each week asks for and has room for, rounded as on the page. */
export const reachWeekExport: AnyExport = wholeExport({
  ...COMMON,
  title: "Atteignabilité par semaine",
  rows: (page: Page) => (page.view === "nation" || page.told.remaining === 0 ? [] : page.told.weeks),
  columns: [
    { header: "Semaine du", kind: "day", value: ({ weekOn }) => weekOn },
    { header: "Jours ouvrés", kind: "number", value: ({ workdays }) => workdays },
    { header: "Visites demandées", kind: "number", value: ({ wanted }) => Math.round(wanted) },
    { header: "Visites possibles", kind: "number", value: ({ possible }) => Math.round(possible) },
    { header: "Retard cumulé", kind: "number", value: ({ behind }) => Math.round(behind) },
  ],
});

export const reachSectorExport: AnyExport = wholeExport({
  ...COMMON,
  title: "Atteignabilité par secteur",
  rows: (page: Page) => (page.view === "nation" ? [] : page.told.sectors),
  columns: [
    { header: "Secteur", kind: "text", value: ({ name }) => name },
    { header: "Visites qui restent", kind: "number", value: ({ remaining }) => Math.round(remaining) },
    { header: "Visites possibles", kind: "number", value: ({ possible }) => Math.round(possible) },
    { header: "Il en manque", kind: "number", value: ({ missing }) => Math.ceil(missing) },
    { header: "Ne tient plus à partir du", kind: "day", value: ({ lateFrom }) => lateFrom },
  ],
});
