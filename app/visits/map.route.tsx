import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useNavigation, useSearchParams } from "@remix-run/react";
import { useMemo, useState } from "react";
import { enter, readSearch } from "~/access/doorway.server";
import { countOf, number } from "~/format/numbers";
import { LinkButton } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { PrintHeader } from "~/ui/print-header";
import { useListKeys } from "~/ui/use-list-keys";
import { mapForm } from "./map/map.form";
import { openMap } from "./map/map.server";
import { FilterChips, PeriodChips } from "./map/map-chips";
import { ChosenPlace, MapDoctors, ROWS } from "./map/map-doctors";
import { MapEmpty } from "./map/map-empty";
import { MapLegend } from "./map/map-legend";
import { MapTours } from "./map/map-tours";
import { MapView } from "./map/map-view";
import "./map/map.css";
import { periodWords } from "./map/period";
import { type Placed, spotsOf } from "./map/spots";

export const meta: MetaFunction = () => [{ title: "Carte · Visites · Tandem" }];

export async function loader(args: LoaderFunctionArgs) {
  const ask = readSearch(args.request, mapForm);
  const shown = await enter(args, "visit.read", (ctx) => openMap(ctx, ask));
  return { ...shown, styleUrl: args.context.services.env.MAP_STYLE_URL };
}

export default function MapPage() {
  const shown = useLoaderData<typeof loader>();
  const { period, tours, doctors, base, towns, filters, order, plans } = shown;
  const view = { period, filters, order };
  const { chosenId, rows, choose, more } = useChoice();
  const isLoading = useNavigation().location?.pathname === "/visites/carte";
  const spots = useMemo(() => spotsOf(doctors.filter(isOnMap)), [doctors]);
  const scene = useMemo(() => ({ spots, tours, base, towns }), [spots, tours, base, towns]);
  const spot = spots.find(({ doctorIds }) => chosenId !== null && doctorIds.includes(chosenId));
  const stop = tours.flatMap(({ stops }) => stops).find(({ visits }) => visits.some((v) => v.doctorId === chosenId));
  const atSpot = spot ? chosenFirst(doctors, spot.doctorIds, chosenId) : [];
  const nowhere = doctors.filter((doctor) => !isOnMap(doctor)).length;
  useListKeys();
  const chooseOnMap = (id: number) => {
    choose(id);
    reveal(".map-list [aria-current]");
  };
  const showOnMap = (id: number) => {
    choose(id);
    reveal(".map-frame");
  };
  return (
    <>
      <PrintHeader fund={shown.fund} title={`Visites ${periodWords(period)}`} printedOn={shown.today} />
      <PageHeader title="Carte" intro={introOf(shown)} />
      {plans && base === null && (
        <Notice action={<LinkButton to="/visites/reglages">Indiquer mon point de départ</LinkButton>}>
          Sans point de départ, les tournées sont tracées d'un arrêt à l'autre seulement.
        </Notice>
      )}
      <div className="map-split" aria-busy={isLoading}>
        <div className="map-side">
          <MapView
            scene={scene}
            chosen={spot ?? stop?.point ?? null}
            styleUrl={shown.styleUrl}
            twinId="liste"
            onChoose={chooseOnMap}
          />
          <MapLegend hasBase={base !== null} />
        </div>
        <div className="map-list stack" id="liste" tabIndex={-1}>
          <div className="stack stack-tight no-print">
            <PeriodChips view={view} busyDays={tours.map(({ day }) => day)} />
            <FilterChips view={view} />
          </div>
          {spot && (
            <ChosenPlace
              key={spot.id}
              spot={spot}
              doctors={atSpot}
              chosenId={chosenId}
              plans={plans}
              onShow={showOnMap}
              onClear={() => choose(null)}
            />
          )}
          <MapTours
            tours={tours}
            periodWords={periodWords(period)}
            chosenId={chosenId}
            plans={plans}
            onShow={showOnMap}
          />
          {doctors.length === 0 ? (
            <MapEmpty view={view} removed={shown.removed} total={shown.total} />
          ) : (
            <MapDoctors
              view={view}
              doctors={doctors}
              shown={rows}
              onMore={more}
              chosenId={chosenId}
              plans={plans}
              onShow={showOnMap}
            />
          )}
          {nowhere > 0 && (
            <p className="soft small">
              {countOf(nowhere, "médecin de cette liste n'est pas", "médecins de cette liste ne sont pas")} sur la carte
              : leur commune n'est pas connue.
            </p>
          )}
          {shown.isCut && (
            <p className="soft small">Seuls les {number(shown.total)} premiers du classement sont montrés.</p>
          )}
        </div>
      </div>
    </>
  );
}

/** Once it is drawn, and only if it is out of sight. */
function reveal(selector: string) {
  requestAnimationFrame(() => document.querySelector(selector)?.scrollIntoView({ block: "nearest" }));
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

function introOf({ tours, period }: Shown): string {
  const stops = tours.reduce((sum, tour) => sum + tour.stops.length, 0);
  return stops === 0 ? `Aucune visite ${periodWords(period)}.` : `${countOf(stops, "arrêt")} ${periodWords(period)}.`;
}

function chosenFirst(doctors: Shown["doctors"], ids: readonly number[], chosenId: number | null) {
  const here = doctors.filter(({ id }) => ids.includes(id));
  return [...here.filter(({ id }) => id === chosenId), ...here.filter(({ id }) => id !== chosenId)];
}

function isOnMap(doctor: Shown["doctors"][number]): doctor is Shown["doctors"][number] & Placed {
  return doctor.latitude !== null && doctor.longitude !== null;
}

/**
 * Who is chosen and how many rows are read stand in the address, so that coming back finds them; they change nothing that
 * the server knows, so the router is not asked.
 */
function useChoice() {
  const [query] = useSearchParams();
  const [chosenId, setChosen] = useState(() => wholeIn(query.get("medecin")));
  const [rows, setRows] = useState(() => Math.max(ROWS, wholeIn(query.get("rangs")) ?? 0));
  const choose = (doctorId: number | null) => {
    setChosen(doctorId);
    note("medecin", doctorId);
  };
  const more = () => {
    setRows(rows + ROWS);
    note("rangs", rows + ROWS);
  };
  return { chosenId, rows, choose, more };
}

function note(name: string, value: number | null) {
  const url = new URL(window.location.href);
  if (value === null) url.searchParams.delete(name);
  else url.searchParams.set(name, String(value));
  window.history.replaceState(window.history.state, "", url);
}

function wholeIn(text: string | null): number | null {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null;
}
