import { Link } from "@remix-run/react";
import { dayAndMonth, shortDay } from "~/format/dates";
import { french } from "~/format/typography";
import { Panel } from "~/ui/panel";
import { Table } from "~/ui/table";
import { type JourneyStep, STEP_LABELS } from "./journey";
import type { Person } from "./open.server";
import { endingOf } from "./words";

interface PeopleTableProps {
  people: readonly Person[];
  steps: readonly JourneyStep[];
  place: string | null;
}

const SHOWN: Record<string, string> = {
  finished: "Allés au bout",
  stopped: "Sortis en chemin",
  held_out: "Mis de côté pour comparer",
};

/** Where everybody stands, and what comes next or why it stopped. */
export function PeopleTable({ people, steps, place }: PeopleTableProps) {
  const title = place === null ? "Les médecins" : (SHOWN[place] ?? `Étape ${Number(place) + 1}`);
  return (
    <Panel
      title={title}
      aside={
        place !== null && (
          <Link className="link" to="?" preventScrollReset>
            Voir tout le monde
          </Link>
        )
      }
    >
      <Table
        caption={`${title}, dans l'ordre d'entrée`}
        rowKey={({ id }) => String(id)}
        rows={people}
        columns={[
          {
            label: "Médecin",
            kind: "lead",
            cell: (person) => <Link to={`/medecins/${person.doctorId}`}>{person.name}</Link>,
          },
          { label: "Commune", cell: ({ town }) => town },
          { label: "Position", cell: (person) => positionOf(person, steps) },
          { label: "Suite", cell: (person) => french(nextOf(person)) },
          { label: "Entré le", cell: ({ enteredOn }) => shortDay(enteredOn) },
        ]}
      />
    </Panel>
  );
}

function positionOf({ state, step }: Person, steps: readonly JourneyStep[]): string {
  if (state === "finished") return "au bout";
  if (state === "held_out") return "mis de côté";
  const kind = steps[step]?.kind;
  return kind === undefined ? "après la dernière étape" : `étape ${step + 1}, ${STEP_LABELS[kind].toLowerCase()}`;
}

function nextOf({ state, because, overOn, begunOn, dueOn }: Person): string {
  const on = overOn === null ? "" : ` le ${dayAndMonth(overOn)}`;
  if (state === "stopped") return `arrêté${on} : ${endingOf(because)}`;
  if (state === "finished") return `terminé${on}`;
  if (state === "held_out") return "aucune étape";
  if (begunOn !== null) return `en cours depuis le ${dayAndMonth(begunOn)}`;
  return dueOn === null ? "bientôt terminé" : `commence le ${dayAndMonth(dueOn)}`;
}
