import type { Context } from "~/access/context";
import { ROLE_LABELS, type Role } from "~/access/permissions";
import { record } from "~/audit/audit.server";
import { journalExport } from "~/audit/export.server";
import { dayOf } from "~/calendar/day";
import { campaignExport } from "~/campaigns/export.server";
import { journeyPeopleExport } from "~/campaigns/journeys/people-export.server";
import { resultsExport } from "~/campaigns/results/export.server";
import { contractExport } from "~/contracts/export.server";
import { alertExport } from "~/contracts/growth/alerts-export.server";
import { milestoneExport } from "~/contracts/milestones-export.server";
import { doctorExport } from "~/doctors/export.server";
import { notFound } from "~/errors";
import { type AnyExport, anyExport, type OpenExport } from "~/files/export";
import { csvTable } from "~/files/table-csv";
import { type About, joined, type TableWriter } from "~/files/table-file";
import { xlsxTable } from "~/files/table-xlsx";
import { forecastExport, nationForecastExport } from "~/forecast/export.server";
import { numericDayAndTime } from "~/format/dates";
import { number } from "~/format/numbers";
import { french } from "~/format/typography";
import { importExport } from "~/imports/export.server";
import { premisesExport } from "~/premises/export.server";
import { candidateExport } from "~/recruiting/export.server";
import { segmentExport } from "~/segments/export.server";
import { followUpExport } from "~/visits/follow-ups/export.server";
import { balanceExport } from "../balance/export.server";
import { boardExport } from "../board/export.server";
import { funnelExport } from "../funnel/export.server";
import { nationExport } from "../nation/export.server";
import { reachSectorExport, reachWeekExport } from "../reach/export.server";

/** Every list one can take away, by the name its file has. */
const EXPORTS: Readonly<Record<string, AnyExport>> = {
  medecins: anyExport(doctorExport),
  contrats: anyExport(contractExport),
  echeances: anyExport(milestoneExport),
  relances: anyExport(followUpExport),
  campagnes: anyExport(campaignExport),
  resultats: anyExport(resultsExport),
  national: anyExport(nationExport),
  entonnoir: anyExport(funnelExport),
  pilotage: boardExport,
  journal: anyExport(journalExport),
  candidats: candidateExport,
  locaux: premisesExport,
  "atteignabilite-semaines": reachWeekExport,
  "atteignabilite-secteurs": reachSectorExport,
  equilibre: balanceExport,
  prevision: forecastExport,
  previsions: nationForecastExport,
  patienteles: alertExport,
  parcours: anyExport(journeyPeopleExport),
  imports: importExport,
  segments: segmentExport,
};

const TYPES = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
} as const;
type Format = keyof typeof TYPES;

/** « medecins.xlsx » and the filters of an address: what to send, to whom, and its pieces in order. */
export function exportAsked(file: string | undefined, query: URLSearchParams, at: Date) {
  const [, list = "", format = ""] = /^([a-z-]+)\.(xlsx|csv)$/.exec(file ?? "") ?? [];
  const table = Object.hasOwn(EXPORTS, list) ? EXPORTS[list] : undefined;
  if (!table) throw notFound("Export");
  const writer = format === "xlsx" ? xlsxTable(table.title, table.columns, at) : csvTable(table.columns);
  return {
    permission: table.permission,
    file: { name: `${list}-${dayOf(at)}.${format}`, type: TYPES[format as Format] },
    pieces: piecesOf({ list, format, table, writer, at }, table.open(Object.fromEntries(query))),
  };
}

interface Going {
  readonly list: string;
  readonly format: string;
  readonly table: AnyExport;
  readonly writer: TableWriter;
  readonly at: Date;
}

/** Noted in the journal before the first row leaves: a file cut half-way has been read all the same. The journal's own file does not tell of itself. */
function piecesOf({ list, format, table, writer, at }: Going, open: OpenExport) {
  let filters: About | null = null;
  let lines = 0;
  return async (ctx: Context) => {
    const { rows, isLast } = await open.stretch(ctx);
    if (filters === null) {
      filters = await open.filters(ctx);
      await record(ctx, "list.exported", { list, format, lines: await open.count(ctx) });
    }
    lines += rows.length;
    const bytes = writer.rows(rows);
    if (!isLast) return { bytes, isLast };
    const about = aboutOf({ table, filters, lines, at, role: ctx.actor.role });
    return { bytes: joined([bytes, writer.end(about)]), isLast };
  };
}

interface Told {
  readonly table: AnyExport;
  readonly filters: About;
  readonly lines: number;
  readonly at: Date;
  readonly role: Role;
}

function aboutOf({ table, filters, lines, at, role }: Told): About {
  return [
    ["Liste", table.title],
    ...(filters.length > 0 ? filters : [["Filtres", "aucun"] as const]),
    ["Lignes", number(lines)],
    ["Calculé", french(`le ${numericDayAndTime(at)}, heure de Paris`)],
    ["Demandé par", ROLE_LABELS[role]],
    ["Source", table.source],
  ];
}
