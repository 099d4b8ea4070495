import { Link } from "@remix-run/react";
import { Badge } from "~/ui/badge";
import { Icon } from "~/ui/icon";
import { FIRMNESS_LABELS } from "../visit";
import type { DayStop, DayVisit, StopTurn } from "./stops";
import { VisitActs } from "./visit-acts";
import { WayButton } from "./way-button";

interface StopCardProps {
  readonly me: string;
  readonly day: string;
  readonly stop: DayStop;
  readonly turn: StopTurn;
}

/** A door: its address once, and each doctor behind it. */
export function StopCard({ me, day, stop, turn }: StopCardProps) {
  const { visits, lines } = stop;
  const isNext = turn === "next";
  const isTaken = visits.some(({ state }) => state === "booked");
  const toReport = isNext ? visits.find(({ state, isReportable }) => state === "booked" && isReportable) : undefined;
  return (
    <details className={`day-stop day-stop-${turn}`} open={isNext} data-row>
      <summary data-row-link>
        <span className="day-hour">{visits[0]!.from}</span>
        <span className="day-names">
          <strong>{visits.map(({ name }) => name).join(", ")}</strong>
          <span className="soft small">{lines.at(-1)}</span>
        </span>
        <StopState visits={visits} />
      </summary>
      <div className="day-door">
        <p className="day-address">
          <Icon name="map-pin" small />
          <span>
            {lines.join(", ") || "Adresse inconnue"}
            {stop.isApproximate && <span className="soft small"> (placé au centre de la commune)</span>}
          </span>
        </p>
        {turn !== "over" && isTaken && <WayButton stop={stop} isNext={isNext && !toReport} />}
        {visits.map((visit) => (
          <VisitLine key={visit.id} me={me} day={day} visit={visit} isToReport={visit === toReport} />
        ))}
      </div>
    </details>
  );
}

function StopState({ visits }: { visits: readonly DayVisit[] }) {
  const [first] = visits;
  if (visits.every(({ state }) => state === "missed")) return <Badge>absent</Badge>;
  if (visits.every(({ state }) => state === "done" || state === "missed"))
    return <Badge tone="good">{first?.result ?? "faite"}</Badge>;
  if (visits.some(({ state }) => state === "proposed")) return <Badge tone="brand">proposition</Badge>;
  return first?.firmness === "fixed" ? (
    <span className="day-firm">
      <Icon name="lock" small />
      <span className="visually-hidden">{FIRMNESS_LABELS.fixed}</span>
    </span>
  ) : (
    <span className="day-firm soft small">souple</span>
  );
}

interface VisitLineProps {
  readonly me: string;
  readonly day: string;
  readonly visit: DayVisit;
  /** Its report is what comes next. */
  readonly isToReport: boolean;
}

function VisitLine({ me, day, visit, isToReport }: VisitLineProps) {
  return (
    <section className="day-visit" aria-label={visit.name}>
      <div>
        <Link to={`/medecins/${visit.doctorId}`} className="day-doctor">
          {visit.name}
        </Link>{" "}
        <span className="soft">{visit.specialty}</span>
        <p>
          {visit.from} – {visit.to}, {FIRMNESS_LABELS[visit.firmness]}
          {visit.area && ` · ${visit.area}`}
        </p>
        {visit.reason && <p>{visit.reason}</p>}
        <p className="soft small">
          {"Horaires\u00a0: "}
          {visit.hours}
          {visit.hoursAreAssumed && " (supposés)"}
        </p>
      </div>
      <VisitActs me={me} day={day} visit={visit} isToReport={isToReport} />
    </section>
  );
}
