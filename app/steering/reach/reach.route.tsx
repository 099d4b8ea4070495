import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { enter, readSearch } from "~/access/doorway.server";
import { dayMonthYear } from "~/format/dates";
import { countOf, number } from "~/format/numbers";
import { french } from "~/format/typography";
import { Button, LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { ExportLinks } from "~/ui/export-links";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Panel } from "~/ui/panel";
import { PrintHeader } from "~/ui/print-header";
import { Stat } from "~/ui/stat";
import { TextInput } from "~/ui/text-input";
import "./reach.css";
import { reachSearch } from "./reach.form";
import { reachability } from "./reach.server";
import { ReachChart } from "./reach-chart";
import { SectorTable, WeekTable } from "./reach-tables";
import { RemediesPanel } from "./remedies-panel";
import { answerOf, chartTitle, doubtsOf, restOf } from "./words";

export const meta: MetaFunction = () => [{ title: "Atteignabilité · Tandem" }];

export async function loader(args: LoaderFunctionArgs) {
  const asked = readSearch(args.request, reachSearch);
  return enter(args, "steering.read", (ctx) => reachability(ctx, asked));
}

export default function Reach() {
  const page = useLoaderData<typeof loader>();
  return (
    <div className="page">
      <PageHeader
        title="Atteignabilité"
        intro="Les heures des délégués suffisent-elles aux visites qui restent d'ici l'échéance ?"
      />
      {page.view === "nation" ? (
        <EmptyState
          icon="chart"
          title="À lire caisse par caisse"
          why="L'atteignabilité tient aux horaires et aux absences des délégués, que seule leur caisse connaît."
          action={<LinkButton to="/prevision">Voir la prévision de chaque caisse</LinkButton>}
        />
      ) : (
        <FundReach page={page} />
      )}
    </div>
  );
}

type FundPage = Extract<ReturnType<typeof useLoaderData<typeof loader>>, { view: "fund" }>;

function FundReach({ page }: { page: FundPage }) {
  const { told } = page;
  return (
    <div className="stack stack-loose">
      <PrintHeader fund={page.fund} title="Atteignabilité des visites" printedOn={page.today} />
      <Notice kind={told.lateFrom === null && told.sectors.length > 0 ? "good" : "attention"} title={answerOf(page)}>
        {doubtsOf(page).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </Notice>
      <Figures page={page} />
      {told.missing > 0 && <RemediesPanel {...page} />}
      {told.weeks.length > 0 && told.remaining > 0 && (
        <Panel
          title={chartTitle(told)}
          aside={<ExportLinks list="atteignabilite-semaines" which="par semaine" query={`part=${page.part}`} />}
        >
          <div className="stack">
            <ReachChart weeks={told.weeks} lateFrom={told.lateFrom} />
            <WeekTable weeks={told.weeks} />
          </div>
        </Panel>
      )}
      {told.sectors.length > 0 && (
        <Panel
          title="Secteur par secteur"
          aside={<ExportLinks list="atteignabilite-secteurs" which="par secteur" query={`part=${page.part}`} />}
        >
          <SectorTable sectors={told.sectors} />
        </Panel>
      )}
      <Panel title="Ce qui est compté">
        <Assumptions part={page.part} />
      </Panel>
    </div>
  );
}

function Figures({ page: { told, target, met, now } }: { page: FundPage }) {
  return (
    <div className="columns">
      <Stat
        label="Visites qui restent"
        value={number(restOf(target, met))}
        unit={french(`sur ${number(target.visits)}`)}
        period={french(
          `${countOf(met, "médecin rencontré", "médecins rencontrés")} depuis le ${dayMonthYear(target.from)}`,
        )}
        source={target.isOwn ? "cible de la caisse" : "part de la caisse dans les 35 000 visites"}
        to="/pilotage"
      />
      <Stat
        label="Visites possibles"
        value={number(told.possible)}
        period={`d'ici le ${dayMonthYear(target.to)}`}
        computedAt={now}
      />
      <Stat
        label="Il manque de la place pour"
        value={number(told.sectors.length === 0 ? restOf(target, met) : Math.ceil(told.missing))}
        unit="visites"
      />
    </div>
  );
}

function Assumptions({ part }: { part: number }) {
  return (
    <div className="stack">
      <p className="soft">
        Les horaires que les délégués ont réglés, sans le déjeuner, les absences, les jours fériés ni les jours où un
        collègue les remplace ; leur durée de visite et leur nombre de visites par jour ; la route estimée. Les visites
        qui restent se répartissent entre secteurs selon leurs médecins à voir, et au même rythme chaque jour ouvré.
      </p>
      <Form method="get" className="stack no-print" preventScrollReset>
        <TextInput
          name="part"
          label="Part de leurs heures que les délégués donnent aux visites"
          type="number"
          inputMode="numeric"
          width="short"
          unit="%"
          min={10}
          max={100}
          defaultValue={part}
          key={part}
        />
        <div className="cluster">
          <Button type="submit">Recalculer</Button>
        </div>
      </Form>
    </div>
  );
}
