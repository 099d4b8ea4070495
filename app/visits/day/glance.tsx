import { Link } from "@remix-run/react";
import { countOf } from "~/format/numbers";
import { LinkButton } from "~/ui/button";
import { Panel } from "~/ui/panel";
import { Outbox } from "../report/outbox";
import { dayAddress } from "./address";
import "../report/report.css";
import "./day.css";
import type { Glance } from "./glance.server";

const NAMED = 3;

/** Where to go now, on the first page of the day. */
export function DayGlance({ me, next, toReport, due }: Glance) {
  return (
    <>
      <Outbox me={me} />
      <Panel title="Ma journée" aside={<Link to="/visites/journee">Ouvrir</Link>}>
        <div className="day-glance">
          {next ? (
            <p>
              <span className="soft">Prochaine visite</span>
              <Link to={dayAddress({ day: next.day })} className="lead bold">
                {next.name}
              </Link>
              <span>{next.when}</span>
              {next.reason && <span className="soft small">{next.reason}</span>}
            </p>
          ) : (
            <p>
              <span className="soft">Aucune visite dans les deux semaines à venir.</span>
              <LinkButton to="/visites/semaine">Préparer ma semaine</LinkButton>
            </p>
          )}
          <p>
            <span className="soft">Relances à faire</span>
            <Link to="/visites/relances" className="lead bold">
              {due === 0 ? "Aucune" : countOf(due, "relance")}
            </Link>
          </p>
          {toReport.length > 0 && (
            <p>
              <span className="soft">{countOf(toReport.length, "compte rendu", "comptes rendus")} à faire</span>
              {toReport.slice(0, NAMED).map(({ visitId, name }) => (
                <Link key={visitId} to={`/visites/${visitId}/compte-rendu`}>
                  {name}
                </Link>
              ))}
            </p>
          )}
        </div>
      </Panel>
    </>
  );
}
