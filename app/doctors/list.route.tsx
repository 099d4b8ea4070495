import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useLocation, useNavigation } from "@remix-run/react";
import { useEffect, useState } from "react";
import { enter, readSearch } from "~/access/doorway.server";
import { ExportLinks } from "~/ui/export-links";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";
import { useListKeys } from "~/ui/use-list-keys";
import { browseDoctors } from "./browse.server";
import { DoctorRows } from "./doctor-rows";
import "./doctors.css";
import { queryOf } from "./filters";
import { listForm } from "./list.form";
import { ListChips } from "./list-chips";
import { ListEmpty } from "./list-empty";
import { ListSearch } from "./list-search";
import { ListSelection } from "./list-selection";

export const meta: MetaFunction = () => [{ title: "Médecins · Tandem" }];

export async function loader(args: LoaderFunctionArgs) {
  const ask = readSearch(args.request, listForm);
  return enter(args, "doctor.read", (ctx) => browseDoctors(ctx, ask));
}

export default function DoctorList() {
  const { filters, rows, near, removed, total, before, previous, next, sectors, segment, tooShort, isDelegate } =
    useLoaderData<typeof loader>();
  const { search } = useLocation();
  const { selected, toggle, clear } = useSelection(search);
  const isLoading = useNavigation().location?.pathname === "/medecins";
  useListKeys({ select: "Sélectionner la ligne" });
  const names = new Map([...sectors, ...(segment ? [segment] : [])].map(({ id, name }) => [id, name] as const));
  const query = queryOf(filters);
  const pageAt = (way: "apres" | "avant", place: string | null) =>
    place === null ? undefined : `/medecins?${query}${query === "" ? "" : "&"}${way}=${place}`;
  return (
    <div className="page">
      <PageHeader title="Médecins" count={total} facts={total > 0 && <ExportLinks list="medecins" query={query} />} />
      <ListSearch filters={filters} sectors={sectors} />
      <ListChips filters={filters} names={names} />
      {tooShort && <Notice title="Tapez au moins deux lettres, ou trois chiffres, pour chercher." />}
      <ListSelection rows={rows.filter(({ id }) => selected.has(id))} onClear={clear} />
      <div className="doctor-list stack" aria-busy={isLoading}>
        {rows.length > 0 && (
          <DoctorRows
            label="Médecins, par priorité"
            rows={rows}
            list={search.slice(1)}
            selected={selected}
            onSelect={toggle}
          />
        )}
        {near.length > 0 && (
          <>
            <Notice title="Aucun médecin ne s'écrit exactement ainsi ; voici les plus proches." />
            <DoctorRows label="Médecins au nom proche" rows={near} list="" />
          </>
        )}
        {rows.length === 0 && near.length === 0 && (
          <ListEmpty filters={filters} removed={removed} names={names} isDelegate={isDelegate} />
        )}
        <Pager
          previous={pageAt("avant", previous)}
          next={pageAt("apres", next)}
          first={before + 1}
          last={before + rows.length}
          total={total}
        />
      </div>
    </div>
  );
}

/** Boxes ticked on this page; another page begins anew. */
function useSelection(search: string) {
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set());
  const clear = () => setSelected(new Set());
  // biome-ignore lint/correctness/useExhaustiveDependencies: another address is another list
  useEffect(clear, [search]);
  const toggle = (id: number) =>
    setSelected((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  return { selected, toggle, clear };
}
