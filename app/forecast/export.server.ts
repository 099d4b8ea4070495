import { type AnyExport, wholeExport } from "~/files/export";
import { dayMonthYear } from "~/format/dates";
import { number } from "~/format/numbers";
import { forecastSearch } from "./forecast.form";
import { forecastOf } from "./forecast.server";
import { sentencesOf } from "./wording";

type Page = Awaited<ReturnType<typeof forecastOf>>;

const COMMON = {
  permission: "steering.read",
  source: "Histoire des étapes des médecins dans Tandem ; intervalle à 80 %",
  read: (query: Readonly<Record<string, string>>) => forecastSearch.parse(query),
  load: forecastOf,
} as const;

/** Contracts week by week to the deadline, without the scenario being tried; where too little is known, why. */
export const forecastExport: AnyExport = wholeExport({
  ...COMMON,
  title: "Prévision des contrats signés",
  filters: (page: Page) =>
    page.view === "nation"
      ? []
      : [
          ["Caisse", page.fund],
          ["Échéance", dayMonthYear(page.deadline)],
          ["Cible", number(page.target)],
          ["Réponse", sentencesOf(page.told, null).join(" ")],
        ],
  rows: (page: Page) => (page.view === "fund" && page.told.kind === "forecast" ? page.told.fan : []),
  columns: [
    { header: "Au", kind: "day", value: ({ day }) => day },
    { header: "Au moins", kind: "number", value: ({ low }) => low },
    { header: "Au milieu", kind: "number", value: ({ middle }) => middle },
    { header: "Au plus", kind: "number", value: ({ high }) => high },
  ],
});

/** One line a caisse, for who reads the nation. */
export const nationForecastExport: AnyExport = wholeExport({
  ...COMMON,
  title: "Prévision de chaque caisse",
  filters: () => [["Petits nombres", "les caisses de moins de onze contrats n'y sont pas"]],
  rows: (page: Page) => (page.view === "nation" ? page.rows : []),
  columns: [
    { header: "Code", kind: "text", value: ({ code }) => code },
    { header: "Caisse", kind: "text", value: ({ name }) => name },
    { header: "Échéance", kind: "day", value: ({ deadline }) => deadline },
    { header: "Signés", kind: "number", value: ({ signed }) => signed },
    { header: "Au moins", kind: "number", value: ({ low }) => low },
    { header: "Au milieu", kind: "number", value: ({ middle }) => middle },
    { header: "Au plus", kind: "number", value: ({ high }) => high },
    { header: "Prévu le", kind: "day", value: ({ asof }) => asof },
  ],
});
