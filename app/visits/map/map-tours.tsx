import { Link } from "@remix-run/react";
import { weekday } from "~/calendar/day";
import { hhmm } from "~/calendar/zoned";
import { ZoneMark } from "~/eligibility/zone-mark";
import { clockTime, longDay } from "~/format/dates";
import { countOf } from "~/format/numbers";
import { LinkButton } from "~/ui/button";
import { Panel } from "~/ui/panel";
import { STATE_LABELS } from "../visit";
import { distance } from "./nearness";
import { type Stop, stopLabel, type Tour } from "./tour";

export interface MapToursProps {
  readonly tours: readonly Tour[];
  readonly periodWords: string;
  readonly chosenId: number | null;
  readonly plans: boolean;
  readonly onShow: (doctorId: number) => void;
}

/** The stops of each day, in order: the same that the map numbers. */
export function MapTours({ tours, periodWords, plans, ...rest }: MapToursProps) {
  if (tours.length === 0)
    return (
      <div className="map-empty">
        <p className="soft">Aucune visite {periodWords}.</p>
        {plans && <LinkButton to="/visites/semaine">Préparer la semaine</LinkButton>}
      </div>
    );
  return (
    <>
      {tours.map((tour) => (
        <Panel
          key={tour.day}
          title={capital(longDay(tour.day))}
          aside={
            <span className="soft small">
              {countOf(tour.stops.length, "arrêt")}
              {tour.metres > 0 && ` · ${distance(tour.metres)} à vol d'oiseau`}
            </span>
          }
        >
          <ol className="map-stops">
            {tour.stops.map((stop) => (
              <MapStop key={stop.rank} stop={stop} day={tour.day} isAlone={tours.length === 1} {...rest} />
            ))}
          </ol>
        </Panel>
      ))}
    </>
  );
}

interface MapStopProps extends Pick<MapToursProps, "chosenId" | "onShow"> {
  readonly stop: Stop;
  readonly day: string;
  readonly isAlone: boolean;
}

function MapStop({ stop: { rank, visits, point, town }, day, isAlone, chosenId, onShow }: MapStopProps) {
  const [first] = visits;
  const isChosen = visits.some(({ doctorId }) => doctorId === chosenId);
  return (
    <li className="map-stop" aria-current={isChosen || undefined}>
      <span className={`map-stop-label map-day-${weekday(day)}`}>{stopLabel(rank, weekday(day), isAlone)}</span>
      <div className="map-stop-main">
        {visits.map(({ id, doctorId, name, minutes, state }) => (
          <div key={id} className="map-stop-visit">
            <span className="tabular nowrap">{clockTime(hhmm(minutes))}</span>{" "}
            <Link to={`/medecins/${doctorId}`}>{name}</Link>{" "}
            {state !== "booked" && <span className="soft small">{STATE_LABELS[state]}</span>}
          </div>
        ))}
        <div className="map-stop-where">
          <span>
            {town ?? "Lieu inconnu"}
            {point === null && ", absent de la carte"}
          </span>
          <ZoneMark zone={first!.area} />
        </div>
      </div>
      {point && (
        <button type="button" className="link map-show" aria-pressed={isChosen} onClick={() => onShow(first!.doctorId)}>
          Montrer<span className="visually-hidden"> {first!.name} sur la carte</span>
        </button>
      )}
    </li>
  );
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase("fr") + text.slice(1);
}
