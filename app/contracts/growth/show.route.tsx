import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { enter, submit } from "~/access/doorway.server";
import { dayMonthYear } from "~/format/dates";
import { number } from "~/format/numbers";
import { french } from "~/format/typography";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Panel } from "~/ui/panel";
import { workOnGrowth } from "./answer.server";
import { CountForm } from "./count-form";
import { CountsTable } from "./counts-table";
import "./growth.css";
import { growthForm } from "./growth.form";
import { openGrowth } from "./growth.server";
import { GrowthChart } from "./growth-chart";
import { FEWEST_PEERS } from "./peers";
import { StandingPanel } from "./standing-panel";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.name ?? "Contrat"} · Patientèle · Tandem` },
];

export async function loader(args: LoaderFunctionArgs) {
  return enter(args, "contract.read", (ctx) => openGrowth(ctx, args.params.contractId));
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, "contract.prepare", growthForm, async (ctx, ask) =>
    json({ done: await workOnGrowth(ctx, args.params.contractId, ask) }),
  );
}

export default function Growth() {
  const { id, name, today, mayPrepare, followed } = useLoaderData<typeof loader>();
  const header = (
    <PageHeader
      title={french(`Patientèle : ${name}`)}
      back={{ to: `/contrats/${id}`, label: "Contrat" }}
      facts={followed && (followed.path.measure === "MT" ? "Patients médecin traitant" : "File active")}
    />
  );
  if (!followed)
    return (
      <div className="page">
        {header}
        <EmptyState
          icon="chart"
          title="Rien à suivre encore"
          why="La patientèle se suit à partir de la signature d'un contrat individuel. Celle d'un contrat collectif se juge pour tout le groupe, auprès de la caisse."
        />
      </div>
    );
  const { path, counts, rows, standing, peers, national, suspensions } = followed;
  return (
    <div className="page">
      {header}
      <StandingPanel standing={standing} nextYear={followed.nextYear} help={followed.help} mayPrepare={mayPrepare} />
      {suspensions.length > 0 && (
        <Notice title="Contrat suspendu une fois au moins">
          {french(
            `Depuis le ${dayMonthYear(suspensions[0]!.from)}. Si l'échéance de l'objectif est reportée d'autant, aucun texte lu ne le dit : à vérifier auprès de la caisse.`,
          )}
        </Notice>
      )}
      <div className="beside">
        <div className="stack stack-loose">
          <Panel title={drawnTitle(counts.at(-1), standing.expected)}>
            <div className="stack">
              <GrowthChart
                path={path}
                counts={counts}
                peers={peers}
                national={national}
                projection={standing.projection}
                today={today}
                message={standing.reason}
              />
              {!peers.isEnough && (
                <p className="soft small">
                  {french(
                    `Médecins comparables : ${peers.doctors} dans la même tranche parmi ceux que vous suivez. Il en faut ${FEWEST_PEERS} pour montrer leur progression.`,
                  )}
                </p>
              )}
            </div>
          </Panel>
          <Panel
            title="Comptages"
            aside={
              <Link to={`/contrats/${id}/patientele.csv`} reloadDocument>
                Exporter
              </Link>
            }
          >
            <CountsTable path={path} rows={rows} mayPrepare={mayPrepare} />
          </Panel>
        </div>
        <div className="stack stack-loose">
          {mayPrepare && (
            <Panel title="Noter un comptage">
              <CountForm today={today} startsOn={path.startsOn} key={rows.length} />
            </Panel>
          )}
          <Panel title="Comment c'est calculé">
            <div className="stack stack-tight small">
              <p>
                La trajectoire va en ligne droite du nombre à la signature à l'objectif, le {dayMonthYear(path.dueOn)}.
              </p>
              <p>
                {french(
                  "La projection suit la pente médiane entre tous les comptages distants d'un mois ou plus (Theil et Sen) : un comptage faux n'y change presque rien. L'intervalle couvre huit pentes sur dix, et au moins 1 % de la patientèle (5 % avec deux comptages seulement).",
                )}
              </p>
              <p>Aucune alerte avant le sixième mois. La moyenne nationale est observée, ce n'est pas une promesse.</p>
            </div>
          </Panel>
        </div>
      </div>
    </div>
  );
}

/** What the drawing shows first: the last count, and what was hoped for that day. */
function drawnTitle(last: { on: string; value: number } | undefined, expected: number | null): string {
  if (!last) return "Aucun comptage depuis la signature";
  const hoped = expected === null ? "" : `, pour ${number(expected)} attendus ce jour-là`;
  return `${number(last.value)} patients le ${dayMonthYear(last.on)}${hoped}`;
}
