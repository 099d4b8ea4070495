import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { enter, readSearch, submit } from "~/access/doorway.server";
import { dayMonthYear } from "~/format/dates";
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
import "./balance.css";
import { balanceForm, balanceSearch } from "./balance.form";
import { balance, cancelChange, planChange } from "./balance.server";
import { PlannedChange, SettledChanges } from "./changes-panel";
import { HorizonChips } from "./horizon-chips";
import { CommuneTables, LoadTable } from "./load-table";
import { ApplyForm, BeforeAfter, MoveTable } from "./proposal-panel";
import { SectorMap } from "./sector-map";
import { proposalSentence, verdictOf, warningsOf } from "./words";

export const meta: MetaFunction = () => [{ title: "Équilibre des secteurs · Tandem" }];

export async function loader(args: LoaderFunctionArgs) {
  const { semaines } = readSearch(args.request, balanceSearch);
  return enter(args, "territory.change", (ctx) => balance(ctx, semaines));
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, "territory.change", balanceForm, async (ctx, ask) => {
    await (ask.act === "plan" ? planChange(ctx, ask) : cancelChange(ctx, ask.changeId));
    return redirect("/secteurs/equilibre");
  });
}

export default function Balance() {
  const page = useLoaderData<typeof loader>();
  const { before, map, planned, settled, until, weeks, now } = page;
  const warnings = warningsOf(before, page.strays);
  return (
    <div className="page">
      <PageHeader
        title="Équilibre des secteurs"
        back={{ to: "/secteurs", label: "Secteurs" }}
        facts={before.length > 0 && <ExportLinks list="equilibre" query={`semaines=${weeks}`} />}
        intro={french(
          `Les heures de travail qu'il reste d'ici le ${dayMonthYear(until)}, route comprise, et celles des délégués, absences et jours fériés déduits.`,
        )}
      />
      {before.length === 0 ? (
        <NoSector />
      ) : (
        <div className="stack stack-loose">
          <PrintHeader fund={page.fund} title="Équilibre des secteurs" printedOn={page.today} />
          {planned && <PlannedChange change={planned} />}
          <HorizonChips weeks={weeks} />
          <Panel
            title={verdictOf(before)}
            aside={
              <span className="small soft">
                <ComputedAt instant={now} />
              </span>
            }
          >
            <LoadTable sectors={before} />
          </Panel>
          {warnings.map((sentence) => (
            <Notice key={sentence} kind="attention">
              {sentence}
            </Notice>
          ))}
          <ProposalPanel />
          {map && (
            <Panel title="Sur la carte">
              <SectorMap map={map} />
            </Panel>
          )}
          <Panel title="Ce que comptent ces heures">
            <Counted />
          </Panel>
          {settled.length > 0 && (
            <Panel title="Derniers changements">
              <SettledChanges changes={settled} />
            </Panel>
          )}
        </div>
      )}
    </div>
  );
}

function ProposalPanel() {
  const { before, after, moves, planned, weeks, token, today, usualDay } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <Panel title="Échanges proposés">
      <div className="stack">
        <p className="lead">{proposalSentence(moves, before, after)}</p>
        {moves.length > 0 && (
          <>
            <MoveTable moves={moves} before={before} />
            <BeforeAfter before={before} after={after} />
            {planned === null && (
              <ApplyForm weeks={weeks} token={token} today={today} usualDay={usualDay} refused={refused} />
            )}
          </>
        )}
        {planned !== null && moves.length > 0 && (
          <p className="soft">Calculés sur les secteurs d'aujourd'hui : le changement prévu n'y est pas encore.</p>
        )}
      </div>
    </Panel>
  );
}

function Counted() {
  const { before, weeks } = useLoaderData<typeof loader>();
  return (
    <div className="stack">
      <p className="soft">
        {french(
          `Une visite par médecin à voir : jamais rencontré, trouvé absent, rencontré il y a plus de six mois, ou promis dans les ${countOf(weeks, "semaine")}. La durée est celle que les délégués ont réglée ; la route est estimée depuis le centre du travail du secteur, partagée entre les visites d'une journée.`,
        )}
      </p>
      <CommuneTables sectors={before} />
    </div>
  );
}

function NoSector() {
  return (
    <EmptyState
      icon="map-pin"
      title="Aucun secteur"
      why="Les secteurs de la caisse ne sont pas encore dessinés : il n'y a rien à équilibrer."
      action={<LinkButton to="/secteurs/nouveau">Dessiner un secteur</LinkButton>}
    />
  );
}
