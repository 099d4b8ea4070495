import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useLocation } from "@remix-run/react";
import { enter, readSearch } from "~/access/doorway.server";
import { countOf } from "~/format/numbers";
import { french } from "~/format/typography";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { ExportLinks } from "~/ui/export-links";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Panel } from "~/ui/panel";
import { PrintHeader } from "~/ui/print-header";
import { ComputedAt } from "~/ui/stat";
import { funnelSearch } from "./funnel.form";
import { funnelPage } from "./funnel.server";
import { FunnelChart } from "./funnel-chart";
import { FunnelFilters } from "./funnel-filters";
import { FunnelTable } from "./funnel-table";
import { LossesPanel } from "./losses-panel";
import { chartTitle, checkedSentence, checkSentence, readingOf } from "./wording";
import "../steering.css";

export const meta: MetaFunction = () => [{ title: "Entonnoir · Tandem" }];

export async function loader(args: LoaderFunctionArgs) {
  const wanted = readSearch(args.request, funnelSearch);
  return enter(args, "steering.read", (ctx) => funnelPage(ctx, wanted));
}

export default function FunnelPage() {
  const page = useLoaderData<typeof loader>();
  const { search } = useLocation();
  const { wanted, columns, span, today, now, opensRows, waiting, checks } = page;
  const [first, second] = columns;
  const isEmpty = columns.every(({ figures }) => figures?.every(({ doctors }) => !doctors));
  const differences = checks.map(checkSentence).filter((sentence) => sentence !== null);
  return (
    <div className="page">
      <PageHeader
        title="Entonnoir"
        intro={readingOf(wanted, span, !opensRows)}
        facts={!isEmpty && <ExportLinks list="entonnoir" query={search.slice(1)} />}
      />
      <PrintHeader fund={columns.map(({ name }) => name).join(" / ")} title="Entonnoir" printedOn={today} />
      {differences.map((sentence) => (
        <Notice key={sentence} kind="attention" title={sentence} />
      ))}
      {waiting > 0 && (
        <Notice
          title={french(
            "Un changement de milliers de médecins est en train d'être compté : ces chiffres bougent encore.",
          )}
        />
      )}
      <FunnelFilters wanted={wanted} span={span} today={today} funds={page.funds} sectors={page.sectors} />
      {isEmpty ? (
        <EmptyState
          icon="chart"
          title="Aucun médecin à cette étape de l'entonnoir"
          why={french(
            "Rien n'a encore bougé pour cette sélection et ces jours. Un courriel accepté, une visite ou un contrat fait avancer un médecin.",
          )}
          action={<LinkButton to="/entonnoir">Voir tous les médecins</LinkButton>}
        />
      ) : (
        <>
          <Panel
            title={chartTitle(first!.figures)}
            aside={
              <span className="small soft">
                <ComputedAt instant={now} />
              </span>
            }
          >
            <div className="stack">
              {second && <PairLegend names={[first!.name, second.name]} />}
              <FunnelChart columns={columns} />
              {columns.map(({ name, figures }) => figures === null && <TooSmall key={name} name={name} />)}
              <FunnelTable wanted={wanted} columns={columns} opensRows={opensRows} />
            </div>
          </Panel>
          <LossesPanel wanted={wanted} columns={columns} opensRows={opensRows} />
          {checks.map((check) => (
            <p key={check.name} className="small soft">
              {checkedSentence(check)}
            </p>
          ))}
        </>
      )}
    </div>
  );
}

function PairLegend({ names }: { names: readonly [string, string] }) {
  return (
    <p className="funnel-legend">
      <span className="funnel-key funnel-key-0" aria-hidden="true" /> A : {names[0]}
      <span className="funnel-key funnel-key-1" aria-hidden="true" /> B : {names[1]}
    </p>
  );
}

function TooSmall({ name }: { name: string }) {
  return (
    <Notice title={french(`${name} : moins de ${countOf(5, "médecin")}, rien n'est montré.`)}>
      Un groupe aussi petit dirait quelque chose d'une personne.
    </Notice>
  );
}
