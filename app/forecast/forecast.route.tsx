import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useLocation } from "@remix-run/react";
import { enter, readSearch } from "~/access/doorway.server";
import { dayOf } from "~/calendar/day";
import { dayAndTime } from "~/format/dates";
import { french } from "~/format/typography";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { ExportLinks } from "~/ui/export-links";
import { PageHeader } from "~/ui/page-header";
import { Panel } from "~/ui/panel";
import { PrintHeader } from "~/ui/print-header";
import { useShortcuts } from "~/ui/shortcuts";
import { BackTestStrip } from "./back-test-strip";
import { CaisseNav } from "./caisse-nav";
import { FanChart } from "./fan-chart";
import "./forecast.css";
import { forecastSearch } from "./forecast.form";
import { forecastOf } from "./forecast.server";
import { ContributorsPanel, FanTable, ForecastFigures } from "./forecast-panels";
import { NationTable } from "./nation-table";
import { ScenarioForm } from "./scenario-form";
import { chartTitle, sentencesOf } from "./wording";

export const meta: MetaFunction = () => [{ title: "Prévision · Tandem" }];

export async function loader(args: LoaderFunctionArgs) {
  const asked = readSearch(args.request, forecastSearch);
  return enter(args, "steering.read", (ctx) => forecastOf(ctx, asked));
}

export default function ForecastPage() {
  const page = useLoaderData<typeof loader>();
  return (
    <div className="page">
      <PageHeader
        title="Prévision"
        intro={page.view === "fund" ? page.fund : "Dernière prévision de chaque caisse"}
        facts={page.view === "nation" && page.rows.length > 0 && <ExportLinks list="previsions" />}
      />
      {page.view === "fund" && <CaisseNav choices={page.choices} code={page.code} />}
      {page.view === "fund" ? <FundForecast page={page} /> : <NationTable rows={page.rows} />}
    </div>
  );
}

type FundPage = Extract<ReturnType<typeof useLoaderData<typeof loader>>, { view: "fund" }>;

function FundForecast({ page }: { page: FundPage }) {
  const { told, tried, target, asked, now, computedAt } = page;
  const query = useLocation().search.slice(1);
  useShortcuts([
    {
      keys: "s",
      label: "Tester un scénario",
      run: () => document.querySelector<HTMLElement>("[name=delegues]")?.focus(),
    },
  ]);
  if (told.kind !== "forecast") {
    return (
      <EmptyState
        icon="chart"
        title={told.kind === "passed" ? "L'échéance est passée" : "Pas encore de prévision"}
        why={sentencesOf(told, null).map((sentence) => (
          <span key={sentence} className="forecast-lack">
            {sentence}
          </span>
        ))}
        action={<LinkButton to="/medecins">Voir les médecins à visiter</LinkButton>}
      />
    );
  }
  return (
    <div className="stack stack-loose">
      <PrintHeader fund={page.fund} title="Prévision des contrats signés" printedOn={dayOf(now)} />
      <ForecastFigures told={told} target={target} computedAt={computedAt} />
      <Panel title={chartTitle(told, target)} aside={<ExportLinks list="prevision" query={query} />}>
        <div className="stack">
          <FanChart told={told} tried={tried?.kind === "forecast" ? tried : null} target={target} />
          <FanTable told={told} />
        </div>
      </Panel>
      <Panel title="Tester un scénario">
        <ScenarioForm asked={asked} told={told} tried={tried} />
      </Panel>
      <ContributorsPanel told={told} />
      <Panel
        title="Ce que valaient les prévisions passées"
        aside={page.testedAt && <span className="small soft">{french(`calculé ${dayAndTime(page.testedAt)}`)}</span>}
      >
        {page.backTest ? (
          <BackTestStrip tested={page.backTest} />
        ) : (
          <p className="soft">L'épreuve du passé sera calculée la nuit prochaine.</p>
        )}
      </Panel>
    </div>
  );
}
