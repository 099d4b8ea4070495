import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { enter, readSearch } from "~/access/doorway.server";
import { ZONE_LABELS } from "~/eligibility/labels";
import { french } from "~/format/typography";
import { NationPanel } from "~/steering/nation/nation-panel";
import { Chip, Chips } from "~/ui/chip";
import { EmptyState } from "~/ui/empty-state";
import { PageHeader } from "~/ui/page-header";
import { ComputedAt } from "~/ui/stat";
import { type Column, Table } from "~/ui/table";
import { hiddenCount } from "./hidden-count";
import { nationalSearch } from "./home.form";
import { nationalPage } from "./national.server";
import { NATIONAL_ZONES, type NationalRow, type NationalZone } from "./national-table";

export const meta: MetaFunction = () => [{ title: "Toutes les caisses · Tandem" }];

export async function loader(args: LoaderFunctionArgs) {
  const search = readSearch(args.request, nationalSearch);
  return enter(args, "national.read", (ctx) => nationalPage(ctx, search));
}

const SHORT: Record<NationalZone, string> = {
  ZIP: "ZIP",
  ZAC: "ZAC",
  ZV: "Vigilance",
  HZ: "Hors zonage",
  inconnue: "Non connue",
};

const COLUMNS: readonly Column<NationalRow>[] = [
  { label: "Caisse", kind: "lead", cell: ({ code, fund }) => `${code} ${fund}`.trim() },
  ...NATIONAL_ZONES.map(
    (zone): Column<NationalRow> => ({
      label: SHORT[zone],
      kind: "number",
      header: zone === "inconnue" ? SHORT[zone] : <abbr title={ZONE_LABELS[zone]}>{SHORT[zone]}</abbr>,
      cell: ({ zones }) => hiddenCount(zones[zone]),
    }),
  ),
  { label: "Ensemble", kind: "number", cell: ({ total }) => <strong>{hiddenCount(total)}</strong> },
];

export default function National() {
  const { rows, total, now, figures } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  return (
    <div className="page">
      <PageHeader
        title="Toutes les caisses"
        intro="Visites, contrats et médecins de chaque caisse, en nombres : personne n'y est nommé."
      />
      <NationPanel figures={figures} addressOf={(slug) => addressWith(search, "mesure", slug)} />
      <h2>Médecins libéraux par caisse et par zone</h2>
      <p className="soft">
        {french(
          "Un groupe de moins de 11 médecins n'est pas montré : « < 11 » ; une somme qui en contient un commence par « ≥ ».",
        )}{" "}
        <ComputedAt instant={now} />
      </p>
      <Filters />
      {rows.length === 0 ? (
        <EmptyState icon="chart" title="Aucun médecin" why="Aucune caisse n'a encore de médecin dans cette lecture." />
      ) : (
        <Table
          caption="Nombre de médecins par caisse et par zone"
          columns={COLUMNS}
          rows={[...rows, total]}
          rowKey={({ code }) => code}
        />
      )}
    </div>
  );
}

const VERDICTS = [
  ["", "Tous les verdicts"],
  ["oui", "Éligibles"],
  ["a-verifier", "À vérifier"],
  ["non", "Non éligibles"],
] as const;

const PRACTICES = [
  ["", "Toutes spécialités"],
  ["generalistes", "Généralistes"],
  ["specialistes", "Autres spécialités"],
] as const;

function Filters() {
  const [search] = useSearchParams();
  const line = (name: string, label: string, choices: readonly (readonly [string, string])[]) => (
    <Chips label={label}>
      {choices.map(([value, words]) => (
        <Chip key={value} to={addressWith(search, name, value)} isOn={(search.get(name) ?? "") === value}>
          {words}
        </Chip>
      ))}
    </Chips>
  );
  return (
    <div className="stack stack-tight">
      {line("verdict", "Verdict", VERDICTS)}
      {line("specialite", "Spécialité", PRACTICES)}
    </div>
  );
}

function addressWith(search: URLSearchParams, name: string, value: string): string {
  const changed = new URLSearchParams(search);
  if (value === "") changed.delete(name);
  else changed.set(name, value);
  return changed.size === 0 ? "/national" : `/national?${changed}`;
}
