import { wholeExport } from "~/files/export";
import { dayMonthYear } from "~/format/dates";
import { boardSearch } from "./board.form";
import { boardPage } from "./board.server";
import type { Targets } from "./targets";

type Page = Awaited<ReturnType<typeof boardPage>>;

interface Row {
  readonly figure: string;
  readonly count: number | null;
  readonly target: number | null;
  /** Shares from 0 to 1. */
  readonly share: number | null;
  readonly of: string | null;
  readonly wanted: number | null;
}

/** Time gone by, work done and where it went; nothing before the campaign begins, as on the page. */
export const boardExport = wholeExport({
  permission: "steering.read",
  title: "Pilotage",
  source: "Visites, contrats et prévision tenus dans Tandem",
  read: (query) => boardSearch.parse(query),
  load: boardPage,
  filters: ({ fund, targets }: Page) => [
    ["Caisse", fund?.name ?? "Toutes les caisses"],
    ["Campagne", `du ${dayMonthYear(targets.from)} au ${dayMonthYear(targets.to)}`],
    ["Objectifs", objectivesOf(targets.isOwn, fund !== null)],
  ],
  rows: rowsOf,
  columns: [
    { header: "Chiffre", kind: "text", value: ({ figure }) => figure },
    { header: "Nombre", kind: "number", value: ({ count }) => count },
    { header: "Objectif", kind: "number", value: ({ target }) => target },
    { header: "Part (%)", kind: "number", value: ({ share }) => percentOf(share) },
    { header: "Part de", kind: "text", value: ({ of }) => of },
    { header: "Part voulue (%)", kind: "number", value: ({ wanted }) => percentOf(wanted) },
  ],
});

function rowsOf({ pace, targets, met, signed, forecast }: Page): Row[] {
  if (pace === null) return [];
  const { visits, contracts } = pace;
  const plain = { target: null, share: null, of: null, wanted: null };
  const foreseen = forecast && [
    { ...plain, figure: "Contrats prévus à l'échéance, au moins", count: forecast.low },
    { ...plain, figure: "Contrats prévus à l'échéance, au milieu", count: forecast.middle },
    { ...plain, figure: "Contrats prévus à l'échéance, au plus", count: forecast.high },
  ];
  return [
    { ...plain, figure: "Temps écoulé", count: null, share: visits.time, of: "la campagne" },
    {
      ...plain,
      figure: "Médecins rencontrés",
      count: visits.done,
      target: visits.target,
      share: visits.work,
      of: GOAL,
    },
    {
      ...plain,
      figure: "Contrats signés",
      count: contracts.done,
      target: contracts.target,
      share: contracts.work,
      of: GOAL,
    },
    ...mixOf("Médecins rencontrés", met, targets),
    ...mixOf("Contrats signés", signed, targets),
    ...(foreseen ?? []),
  ];
}

const GOAL = "l'objectif";

function mixOf(what: string, mix: Page["met"], { priorityShare, gpShare }: Targets): Row[] {
  const part = (where: string, count: number, wanted: number | null): Row => ({
    figure: `${what}, ${where}`,
    count,
    target: null,
    share: mix.all === 0 ? null : count / mix.all,
    of: what.toLowerCase(),
    wanted,
  });
  return [
    part("zones sous-denses (ZIP et ZAC)", mix.priority, priorityShare),
    part("dont ZIP", mix.zip, null),
    part("généralistes", mix.gp, gpShare),
  ];
}

function percentOf(share: number | null): number | null {
  return share === null ? null : Math.round(share * 1_000) / 10;
}

function objectivesOf(isOwn: boolean, isCaisse: boolean): string {
  if (isOwn) return "fixés par la caisse";
  return isCaisse ? "part des objectifs nationaux selon le nombre de médecins" : "objectifs nationaux";
}
