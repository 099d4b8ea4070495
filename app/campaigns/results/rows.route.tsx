import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { enter, readSearch } from "~/access/doorway.server";
import { dayOf } from "~/calendar/day";
import { shortDay } from "~/format/dates";
import { listName } from "~/format/names";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";
import { RowItem, RowList } from "~/ui/row-list";
import { useListKeys } from "~/ui/use-list-keys";
import { LIST_LABELS } from "./result-list";
import { rowsSearch } from "./results.form";
import { openResultRows } from "./results.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? LIST_LABELS[data.list] : "Résultats"} · Tandem` },
];

export async function loader(args: LoaderFunctionArgs) {
  const search = readSearch(args.request, rowsSearch);
  return enter(args, "campaign.read", (ctx) => openResultRows(ctx, args.params.campaignId, search));
}

/** The doctors behind one figure of the results. */
export default function ResultRows() {
  const { id, name, list, count, rows, next, isFirst } = useLoaderData<typeof loader>();
  useListKeys();
  const results = `/campagnes/${id}/resultats`;
  const page = (after: number) => `${results}/medecins?liste=${list}&apres=${after}`;
  return (
    <div className="page">
      <PageHeader title={LIST_LABELS[list]} count={count} back={{ to: results, label: `Résultats de « ${name} »` }} />
      {rows.length === 0 ? (
        <EmptyState
          icon="mail"
          title="Personne dans cette liste"
          why="Aucun médecin de la campagne ne répond à ce compte."
          action={<LinkButton to={results}>Revenir aux résultats</LinkButton>}
        />
      ) : (
        <RowList label={LIST_LABELS[list]} states={1}>
          {rows.map((row) => (
            <RowItem
              key={row.id}
              to={`/medecins/${row.doctor_id}`}
              name={
                row.last_name === null
                  ? "Médecin qui n'est plus suivi"
                  : listName({ lastName: row.last_name, firstName: row.first_name ?? "" })
              }
              where={row.town}
              states={[row.settled_at && shortDay(dayOf(row.settled_at))]}
            />
          ))}
        </RowList>
      )}
      <Pager previous={isFirst ? undefined : page(0)} next={next === null ? undefined : page(next)} total={count} />
    </div>
  );
}
