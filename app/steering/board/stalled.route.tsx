import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { enter, readSearch } from "~/access/doorway.server";
import { dayMonthYear } from "~/format/dates";
import { number } from "~/format/numbers";
import { french } from "~/format/typography";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { RowItem, RowList } from "~/ui/row-list";
import { ComputedAt } from "~/ui/stat";
import { useListKeys } from "~/ui/use-list-keys";
import { stalledSearch } from "./board.form";
import { stalledPage } from "./board.server";

export const meta: MetaFunction = () => [{ title: "Ce qui bloque · Tandem" }];

export async function loader(args: LoaderFunctionArgs) {
  const asked = readSearch(args.request, stalledSearch);
  return enter(args, "steering.manage", (ctx) => stalledPage(ctx, asked));
}

const KINDS = {
  unreported: { title: "Visites sans compte rendu depuis plus d'un jour", since: "visite du", tab: "visites" },
  filed: { title: "Dossiers sans mouvement depuis 30 jours", since: "dossier ouvert le", tab: "contrat" },
  intends: { title: "Médecins décidés, sans dossier depuis 30 jours", since: "décidé le", tab: "contrat" },
  promises: { title: "Relances promises depuis plus de 7 jours", since: "promis pour le", tab: "visites" },
} as const;

export default function StalledPage() {
  const { alerte, now, fund, total, rows } = useLoaderData<typeof loader>();
  useListKeys();
  const { title, since, tab } = KINDS[alerte];
  return (
    <div className="page">
      <PageHeader
        title={title}
        count={total}
        intro={fund}
        back={{ to: "/pilotage", label: "Pilotage" }}
        facts={<ComputedAt instant={now} />}
      />
      {total > rows.length && (
        <Notice title={french(`Les ${number(rows.length)} qui attendent depuis le plus longtemps.`)} />
      )}
      {rows.length === 0 ? (
        <EmptyState
          icon="check"
          title="Plus rien n'attend ici"
          why="Ce qui était en retard a été traité depuis."
          action={<LinkButton to="/pilotage">Revenir au pilotage</LinkButton>}
        />
      ) : (
        <RowList label={title}>
          {rows.map(({ id, name, where, day }) => (
            <RowItem
              key={id}
              to={`/medecins/${id}/${tab}`}
              name={name}
              where={where}
              reason={`${since} ${dayMonthYear(day)}`}
            />
          ))}
        </RowList>
      )}
    </div>
  );
}
