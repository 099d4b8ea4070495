import { countOf, number, percent } from "~/format/numbers";
import { Badge } from "~/ui/badge";
import { Marked } from "~/ui/mark-shapes";
import { Table } from "~/ui/table";
import type { Load } from "./loads";
import { hours, stateOf } from "./words";
import type { CommuneLine } from "./work";

export interface SectorLine extends Load {
  readonly delegates: readonly string[];
  readonly toSee: number;
  readonly held: number;
  readonly communes: readonly CommuneLine[];
}

export function LoadTable({ sectors }: { sectors: readonly SectorLine[] }) {
  return (
    <Table
      caption="Heures de travail par secteur"
      rows={sectors}
      rowKey={({ id }) => String(id)}
      columns={[
        { label: "Secteur", kind: "lead", cell: ({ name }) => name },
        {
          label: "Délégués",
          cell: ({ delegates }) =>
            delegates.length === 0 ? <Badge tone="doubt">Sans délégué</Badge> : delegates.join(", "),
        },
        { label: "Médecins à voir", kind: "number", cell: ({ toSee }) => number(toSee) },
        { label: "Heures nécessaires", kind: "number", cell: ({ needed }) => number(needed / 60) },
        { label: "Heures disponibles", kind: "number", cell: ({ available }) => number(available / 60) },
        { label: "Charge", cell: ({ load }) => <LoadBar load={load} /> },
        { label: "État", kind: "state", cell: (sector) => <StateMark of={sector} /> },
      ]}
    />
  );
}

export function StateMark({ of }: { of: Load }) {
  const { label, shape, tone } = stateOf(of);
  return (
    <Marked shape={shape} tone={tone} strong={of.state !== "even"}>
      {label}
    </Marked>
  );
}

/** The share of the hours that the work takes; the line at the end of the track is all of them. */
export function LoadBar({ load }: { load: number | null }) {
  if (load === null) return <span className="soft">–</span>;
  return (
    <span className="load">
      <svg className="load-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect className="load-track" width="66.7" height="8" />
        <rect className="load-fill" width={Math.min(100, load * 66.7)} height="8" />
        <line className="load-all" x1="66.7" x2="66.7" y1="0" y2="8" />
      </svg>
      <span className="load-figure">{percent(load, 0)}</span>
    </span>
  );
}

/** What the hours are made of, one commune a line. */
export function CommuneTables({ sectors }: { sectors: readonly SectorLine[] }) {
  return (
    <div className="stack stack-tight">
      {sectors
        .filter(({ communes }) => communes.length > 0)
        .map(({ id, name, communes, needed }) => (
          <details key={id}>
            <summary>
              {name} : {countOf(communes.length, "commune")}, {hours(needed)}
            </summary>
            <Table
              caption={`Travail par commune, ${name}`}
              rows={communes}
              rowKey={({ code }) => code}
              columns={[
                { label: "Commune", kind: "lead", cell: (line) => line.name },
                { label: "Médecins à voir", kind: "number", cell: ({ toSee, held }) => number(toSee + held) },
                { label: "Visites prévues", kind: "number", cell: ({ held }) => number(held) },
                { label: "Heures", kind: "number", cell: ({ minutes }) => number(minutes / 60, 1) },
              ]}
            />
          </details>
        ))}
    </div>
  );
}
