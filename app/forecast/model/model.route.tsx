import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { enter, readSearch, submit } from "~/access/doorway.server";
import { number, percent } from "~/format/numbers";
import { french } from "~/format/typography";
import { DefinitionList } from "~/ui/definition-list";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Panel } from "~/ui/panel";
import { ComputedAt } from "~/ui/stat";
import { type Column, Table } from "~/ui/table";
import { CaisseNav } from "../caisse-nav";
import { caisseSearch } from "../forecast.form";
import { modelOf } from "../forecast.server";
import { FEATURES } from "./declared";
import type { Bin, Evaluation } from "./evaluation";
import { strengthsOf, timesOf } from "./strengths";
import { weightForm } from "./weight.form";
import { weighByChances } from "./weight.server";
import { WeightPanel } from "./weight-panel";

export const meta: MetaFunction = () => [{ title: "Probabilité de signature · Tandem" }];

export async function loader(args: LoaderFunctionArgs) {
  const asked = readSearch(args.request, caisseSearch);
  return enter(args, "steering.read", (ctx) => modelOf(ctx, asked));
}

export async function action(args: ActionFunctionArgs) {
  const { caisse } = readSearch(args.request, caisseSearch);
  return submit(args, "weights.change", weightForm, async (ctx, { use }) => {
    await weighByChances(ctx, caisse, use === "yes");
    return null;
  });
}

export default function ModelPage() {
  const { judged, model, computedAt, weight, mayChoose, choices, code } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <div className="page">
      <PageHeader
        title="Probabilité de signature"
        intro={french("Apprise chaque nuit sur les médecins de la caisse visités depuis six mois ou plus.")}
        facts={computedAt && <ComputedAt instant={computedAt} />}
      />
      <CaisseNav choices={choices} code={code} />
      {judged === null ? (
        <EmptyState
          icon="chart"
          title="Pas encore calculée"
          why="Le modèle est appris la nuit, à partir des visites et des contrats de la caisse."
        />
      ) : (
        <div className="stack stack-loose">
          <Notice
            kind={judged.isUsable ? "good" : "info"}
            title={judged.isUsable ? "La probabilité est fiable" : "La probabilité n'est pas proposée"}
          >
            {judged.why}
          </Notice>
          {(judged.isUsable || weight.isUsed) && (
            <WeightPanel weight={weight} isUsable={judged.isUsable} mayChoose={mayChoose} refused={refused?.error} />
          )}
          {judged.evaluation && <EvaluationPanel evaluation={judged.evaluation} />}
          {model && <StrengthsPanel strengths={strengthsOf(model)} />}
          <Panel title="Ce que le modèle regarde">
            <p>
              {french(
                `Pour chaque médecin : ${Object.values(FEATURES).join(", ")}. Rien d'autre : ni le délégué, ni les commentaires.`,
              )}
            </p>
          </Panel>
        </div>
      )}
    </div>
  );
}

const BINS: readonly Column<Bin & { rank: number }>[] = [
  { label: "Dixième", kind: "lead", cell: ({ rank }) => number(rank) },
  { label: "Médecins", kind: "number", cell: ({ doctors }) => number(doctors) },
  { label: "Annoncé", kind: "number", cell: ({ told }) => percent(told) },
  { label: "Observé", kind: "number", cell: ({ came }) => percent(came) },
];

function EvaluationPanel({ evaluation }: { evaluation: Evaluation }) {
  const { windows, rows, signed, logLoss, baseLogLoss, slope, intercept } = evaluation;
  return (
    <Panel title="Ce qu'il vaut sur des mois qu'il ne connaissait pas">
      <div className="stack">
        <DefinitionList
          items={[
            {
              term: "Éprouvé sur",
              value: french(`${number(rows)} médecins, ${number(signed)} contrats, ${windows} périodes`),
            },
            {
              term: "Perte logarithmique",
              value: french(`${number(logLoss, 4)}, contre ${number(baseLogLoss, 4)} pour la moyenne`),
            },
            {
              term: "Étalonnage",
              value: french(`pente ${number(slope, 2)} (1 : juste), décalage ${number(intercept, 2)}`),
            },
          ]}
        />
        <Table
          caption="Du dixième de médecins le moins probable au plus probable"
          showCaption
          columns={BINS}
          rows={evaluation.bins.map((bin, at) => ({ ...bin, rank: at + 1 }))}
          rowKey={({ rank }) => String(rank)}
        />
      </div>
    </Panel>
  );
}

function StrengthsPanel({ strengths }: { strengths: ReturnType<typeof strengthsOf> }) {
  return (
    <Panel title="Ce qui pèse le plus">
      <ul>
        {strengths.map(({ name, times }) => (
          <li key={name}>{french(`${name} ; ${timesOf(times)}`)}</li>
        ))}
      </ul>
    </Panel>
  );
}
