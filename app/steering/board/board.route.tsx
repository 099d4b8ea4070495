import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { enter, readSearch } from "~/access/doorway.server";
import { dayMonthYear } from "~/format/dates";
import { number } from "~/format/numbers";
import { french } from "~/format/typography";
import { LinkButton } from "~/ui/button";
import { Chip, Chips } from "~/ui/chip";
import { EmptyState } from "~/ui/empty-state";
import { ExportLinks } from "~/ui/export-links";
import { PageHeader } from "~/ui/page-header";
import { Panel } from "~/ui/panel";
import { PrintHeader } from "~/ui/print-header";
import { ComputedAt, Stat } from "~/ui/stat";
import { AlertsPanel } from "./alerts-panel";
import { boardSearch } from "./board.form";
import { boardPage } from "./board.server";
import { MixTable } from "./mix-table";
import { PaceBars, paceSentence } from "./pace-bars";
import "../steering.css";

export const meta: MetaFunction = () => [{ title: "Pilotage · Tandem" }];

export async function loader(args: LoaderFunctionArgs) {
  const asked = readSearch(args.request, boardSearch);
  return enter(args, "steering.read", (ctx) => boardPage(ctx, asked));
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

export default function BoardPage() {
  const page = useLoaderData<typeof loader>();
  const { fund, choices, targets, pace, maySet, today } = page;
  const caisse = choices.length > 0 && fund ? `?caisse=${fund.code}` : "";
  return (
    <div className="page">
      <PageHeader
        title="Pilotage"
        intro={french(
          `${fund?.name ?? "Toutes les caisses"}, campagne du ${dayMonthYear(targets.from)} au ${dayMonthYear(targets.to)}${targets.isOwn ? "" : fund ? ", part des objectifs nationaux selon le nombre de médecins" : ""}`,
        )}
        facts={
          <>
            {maySet && <Link to="/rapport">Rapport de la semaine</Link>}
            {pace && <ExportLinks list="pilotage" query={caisse.slice(1)} />}
          </>
        }
        action={maySet && <LinkButton to={`/pilotage/objectifs${caisse}`}>Fixer les objectifs</LinkButton>}
      />
      <PrintHeader fund={fund?.name ?? "Toutes les caisses"} title="Pilotage de la campagne" printedOn={today} />
      {choices.length > 0 && (
        <Chips label="Caisses">
          {choices.map(({ code, name }) => (
            <Chip key={code} to={`/pilotage?caisse=${code}`} isOn={code === fund?.code}>
              {name}
            </Chip>
          ))}
        </Chips>
      )}
      {pace === null ? (
        <EmptyState
          icon="chart"
          title={french(`La campagne commence le ${dayMonthYear(targets.from)}`)}
          why={french(
            `D'ici là, rien ne se compte. L'objectif : ${number(targets.visits)} médecins rencontrés et ${number(targets.contracts)} contrats.`,
          )}
          action={
            <LinkButton to={maySet ? "/secteurs" : "/entonnoir"}>
              {maySet ? "Vérifier les secteurs" : "Voir l'entonnoir"}
            </LinkButton>
          }
        />
      ) : (
        <Work page={page} pace={pace} caisse={caisse} />
      )}
    </div>
  );
}

function Work({ page, pace, caisse }: { page: Page; pace: NonNullable<Page["pace"]>; caisse: string }) {
  const { fund, targets, met, signed, now, alerts, forecast, maySet } = page;
  const opens = maySet && fund !== null;
  const own = page.choices.length > 0 && fund ? `&caisse=${fund.id}` : "";
  const metAt = opens
    ? `/entonnoir/medecins?vue=periode&du=${targets.from}&jusquau=${targets.to}&etape=visited${own}`
    : null;
  const signedAt = opens ? `/entonnoir/medecins?etape=signed${own}` : null;
  const hour = (
    <span className="small soft">
      <ComputedAt instant={now} />
    </span>
  );
  return (
    <>
      <div className="board-paces">
        <Panel title={paceSentence(pace.visits, "médecins rencontrés")} aside={hour}>
          <PaceBars pace={pace.visits} work="Médecins rencontrés" />
          {metAt && met.all > 0 && (
            <Link className="link" to={metAt}>
              Voir les médecins rencontrés
            </Link>
          )}
        </Panel>
        <Panel title={paceSentence(pace.contracts, "contrats signés")} aside={hour}>
          <PaceBars pace={pace.contracts} work="Contrats signés" />
          {signedAt && signed.all > 0 && (
            <Link className="link" to={signedAt}>
              Voir les médecins qui ont signé
            </Link>
          )}
        </Panel>
      </div>
      {fund && <AlertsPanel alerts={alerts} caisse={caisse.replace("?", "&")} />}
      <Panel title="Où va le travail" aside={hour}>
        <MixTable
          met={met}
          signed={signed}
          priorityShare={targets.priorityShare}
          gpShare={targets.gpShare}
          metAt={metAt}
          signedAt={signedAt}
        />
      </Panel>
      {forecast && (
        <Stat
          label="Contrats prévus à l'échéance"
          to="/prevision"
          value={number(forecast.middle)}
          unit={french(`de ${number(forecast.low)} à ${number(forecast.high)}, quatre fois sur cinq`)}
          period={`au ${dayMonthYear(forecast.deadline)}`}
          source={`prévision du ${dayMonthYear(forecast.asof)}`}
        />
      )}
    </>
  );
}
