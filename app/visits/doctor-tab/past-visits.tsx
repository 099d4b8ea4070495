import { Link } from "@remix-run/react";
import { wallAt } from "~/calendar/zoned";
import { dayMonthYear, numericDayAndTime } from "~/format/dates";
import { Badge } from "~/ui/badge";
import type { Tone } from "~/ui/mark-shapes";
import { Panel } from "~/ui/panel";
import { RESULT_LABELS, type Result } from "../report/result";
import type { VisitState } from "../visit";

interface Note {
  id: string;
  text: string;
  noted_at: string;
  author: string | null;
}

interface Past {
  id: string;
  starts_at: string;
  zone: string;
  state: VisitState;
  result: Result | null;
  cancelled_by: string | null;
  delegate: string | null;
  notes: readonly Note[];
}

const TONES: Record<Result, Tone> = {
  interested: "good",
  later: "brand",
  objection: "doubt",
  refused: "danger",
  absent: "plain",
};

const CANCELLED: Record<string, string> = {
  doctor: "Annulée par le médecin",
  delegate: "Annulée par la caisse",
  plan: "Retirée de la semaine",
};

/** What came of each visit, with the notes as they were written. */
export function PastVisits({ visits, mayPlan }: { visits: readonly Past[]; mayPlan: boolean }) {
  return (
    <Panel title="Visites passées">
      {visits.length === 0 ? (
        <p className="soft">Aucune visite de ce médecin n'est encore notée.</p>
      ) : (
        <ol className="past-visits">
          {visits.map((visit) => (
            <li key={visit.id} className="past-visit">
              <div className="past-visit-head">
                <Link to={`/visites/${visit.id}`} className="nowrap">
                  {dayMonthYear(wallAt(visit.starts_at, visit.zone).day)}
                </Link>
                <Outcome visit={visit} mayPlan={mayPlan} />
                <span className="soft">{visit.delegate}</span>
              </div>
              {visit.notes.map((note) => (
                <div key={note.id} className="past-note">
                  <p>{note.text}</p>
                  <p className="soft small">
                    {[note.author, numericDayAndTime(note.noted_at)].filter(Boolean).join(", ")}
                  </p>
                </div>
              ))}
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}

function Outcome({ visit: { id, state, result, cancelled_by }, mayPlan }: { visit: Past; mayPlan: boolean }) {
  if (result) return <Badge tone={TONES[result]}>{RESULT_LABELS[result]}</Badge>;
  if (state === "cancelled") return <Badge>{CANCELLED[cancelled_by ?? ""] ?? "Annulée"}</Badge>;
  if (state === "missed") return <Badge>Manquée</Badge>;
  if (state === "done") return <Badge tone="good">Faite</Badge>;
  if (!mayPlan) return <Badge tone="doubt">Compte rendu attendu</Badge>;
  return <Link to={`/visites/${id}/compte-rendu`}>Faire le compte rendu</Link>;
}
