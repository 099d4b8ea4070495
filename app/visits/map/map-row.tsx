import { Link } from "@remix-run/react";
import { VerdictMark } from "~/eligibility/verdict-mark";
import { ZoneMark } from "~/eligibility/zone-mark";
import type { MapDoctor } from "./map.server";

export interface MapRowProps {
  readonly doctor: MapDoctor;
  readonly isChosen: boolean;
  /** Managers look; delegates plan. */
  readonly plans: boolean;
  readonly onShow: (doctorId: number) => void;
}

export function MapRow({ doctor, isChosen, plans, onShow }: MapRowProps) {
  const { id, name, specialty, town, reason, area, verdict, near, isPlaced, latitude } = doctor;
  return (
    <li className="map-row" data-row aria-current={isChosen || undefined}>
      <div className="map-row-lead">
        <Link to={`/medecins/${id}`} className="map-row-name" data-row-link>
          {name}
        </Link>
        <span className="soft">{[specialty, town].filter(Boolean).join(", ")}</span>
      </div>
      <div className="map-row-marks">
        <ZoneMark zone={area} />
        <VerdictMark verdict={verdict} />
      </div>
      <p className="map-row-reason">
        {[reason, near?.words].filter(Boolean).join(" · ")}
        {!isPlaced && latitude !== null && <span className="soft"> (placé à sa commune)</span>}
      </p>
      <div className="map-row-acts">
        {plans && (
          <>
            <Link to={`/medecins/${id}/creneaux`} className="link">
              Planifier<span className="visually-hidden"> une visite, {name}</span>
            </Link>
            <Link to={`/visites/semaine?medecin=${id}`} className="link">
              Pourquoi pas elle{"\u202f"}?<span className="visually-hidden"> {name}</span>
            </Link>
          </>
        )}
        {plans && !isPlaced && (
          <Link to={`/medecins/${id}/emplacement`} className="link">
            Situer le cabinet<span className="visually-hidden">, {name}</span>
          </Link>
        )}
        {latitude !== null && (
          <button type="button" className="link map-show" aria-pressed={isChosen} onClick={() => onShow(id)}>
            Montrer<span className="visually-hidden"> {name} sur la carte</span>
          </button>
        )}
      </div>
    </li>
  );
}
