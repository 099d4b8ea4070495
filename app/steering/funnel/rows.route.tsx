import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { enter, readSearch } from "~/access/doorway.server";
import { ZoneMark } from "~/eligibility/zone-mark";
import { dayMonthYear } from "~/format/dates";
import { french } from "~/format/typography";
import { PLACE_LABELS } from "~/funnel/place";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";
import { ComputedAt } from "~/ui/stat";
import { type Column, Table } from "~/ui/table";
import { useListKeys } from "~/ui/use-list-keys";
import { lossLabel } from "../loss-reasons";
import { cellSearch } from "./funnel.form";
import { cellPage } from "./rows.server";
import { addressOf, cellAddress } from "./selection";
import { cellTitle } from "./wording";
import "../steering.css";

export const meta: MetaFunction = () => [{ title: "Médecins de l'entonnoir · Tandem" }];

export async function loader(args: LoaderFunctionArgs) {
  const ask = readSearch(args.request, cellSearch);
  return enter(args, "steering.manage", (ctx) => cellPage(ctx, ask));
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>["rows"][number];

const COLUMNS: readonly Column<Row>[] = [
  {
    label: "Médecin",
    kind: "lead",
    cell: ({ id, name, where }) => (
      <>
        <Link to={`/medecins/${id}`} className="link" data-row-link>
          {name}
        </Link>
        <div className="soft small">{where}</div>
      </>
    ),
  },
  { label: "Zone", kind: "state", cell: ({ zone }) => <ZoneMark zone={zone} /> },
  {
    label: "Étape d'aujourd'hui",
    cell: ({ place, lostOn, lostReason }) =>
      lostOn === null
        ? PLACE_LABELS[place]
        : french(
            `${PLACE_LABELS[place]}, perdu le ${dayMonthYear(lostOn)} : ${lossLabel(lostReason ?? "").toLowerCase()}`,
          ),
  },
  { label: "Depuis", cell: ({ since }) => (since === null ? "–" : dayMonthYear(since)) },
  {
    label: "Étapes",
    hideLabel: true,
    cell: ({ id, name }) => (
      <Link to={`/entonnoir/medecins/${id}`} className="link no-print" aria-label={`Étapes de ${name}`}>
        Étapes
      </Link>
    ),
  },
];

export default function CellPage() {
  const { wanted, place, reason, span, name, total, rows, next, isFirst, now } = useLoaderData<typeof loader>();
  useListKeys();
  const cell = reason === null ? { etape: place ?? "target" } : { motif: reason };
  const here = cellAddress(wanted, wanted.first, cell);
  return (
    <div className="page">
      <PageHeader
        title={cellTitle(wanted, place, reason)}
        count={total}
        back={{ to: addressOf(wanted), label: "Entonnoir" }}
        intro={`${name}${wanted.vue === "photo" ? "" : `, du ${dayMonthYear(span.from)} au ${dayMonthYear(span.to)}`}`}
        facts={<ComputedAt instant={now} />}
      />
      {rows.length === 0 ? (
        <EmptyState
          title="Aucun médecin ici"
          why="La sélection ou les jours choisis n'en retiennent aucun."
          action={<LinkButton to={addressOf(wanted)}>Revenir à l'entonnoir</LinkButton>}
        />
      ) : (
        <Table caption="Médecins, par nom" columns={COLUMNS} rows={rows} rowKey={({ id }) => String(id)} />
      )}
      <Pager
        previous={isFirst ? undefined : here}
        next={next === null ? undefined : `${here}&apres=${encodeURIComponent(next)}`}
      />
    </div>
  );
}
