import { Link } from "@remix-run/react";
import { shortDay } from "~/format/dates";
import { french } from "~/format/typography";
import { ExportLinks } from "~/ui/export-links";
import { Panel } from "~/ui/panel";
import { Table } from "~/ui/table";
import type { JourneyStep } from "./journey";
import type { Person } from "./open.server";
import { nextOf, placeTitle, positionOf } from "./person-words";

interface PeopleTableProps {
  journeyId: string;
  people: readonly Person[];
  steps: readonly JourneyStep[];
  place: string | null;
}

/** Where everybody stands, and what comes next or why it stopped. */
export function PeopleTable({ journeyId, people, steps, place }: PeopleTableProps) {
  const title = placeTitle(place);
  return (
    <Panel
      title={title}
      aside={
        <span className="cluster">
          {place !== null && (
            <Link className="link" to="?" preventScrollReset>
              Voir tout le monde
            </Link>
          )}
          {people.length > 0 && (
            <ExportLinks list="parcours" query={`parcours=${journeyId}${place === null ? "" : `&place=${place}`}`} />
          )}
        </span>
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
