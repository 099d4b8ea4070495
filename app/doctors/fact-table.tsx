import type { SerializeFrom } from "@remix-run/node";
import { Link, useSearchParams } from "@remix-run/react";
import type { Zone } from "~/eligibility/doctor-facts";
import { ZONE_LABELS } from "~/eligibility/labels";
import { numericDay } from "~/format/dates";
import { Badge } from "~/ui/badge";
import { Table } from "~/ui/table";
import type { recordsOf } from "./doctor.server";
import { type Evidence, seenAs, sourceOf } from "./evidence";
import { FACT_COLUMNS, FACTS, type FactColumn, factText } from "./fact-catalog";
import { FactForm } from "./fact-form";

type Known = SerializeFrom<Awaited<ReturnType<typeof recordsOf>>["known"]>;

interface Line {
  readonly column: FactColumn | null;
  readonly label: string;
  readonly text: string | null;
  readonly evidence: Evidence | null;
}

interface FactTableProps {
  known: Known;
  today: string;
  mayComplete: boolean;
  /** The fact that would answer the open question. */
  asked: FactColumn | null;
}

/** Facts in force; « Modifier » opens the form of one of them, in the address so that a link can ask for it. */
export function FactTable({ known, today, mayComplete, asked }: FactTableProps) {
  const [search] = useSearchParams();
  const open = mayComplete ? FACT_COLUMNS.find((column) => column === search.get("fait")) : undefined;
  const editing = (column: FactColumn | null) => {
    const next = new URLSearchParams(search);
    column === null ? next.delete("fait") : next.set("fait", column);
    return `?${next}`;
  };
  return (
    <div className="stack">
      {open && (
        <div className="stack stack-tight">
          <h3>Compléter : {FACTS[open].label.toLocaleLowerCase("fr")}</h3>
          <FactForm key={open} doctorId={known.doctor_id} fact={open} seen={seenOf(known, open)} today={today} />
          <Link to={editing(null)} preventScrollReset>
            Fermer sans répondre
          </Link>
        </div>
      )}
      <Table
        caption="Informations en vigueur"
        rows={linesOf(known)}
        rowKey={({ label }) => label}
        columns={[
          { label: "Information", kind: "lead", cell: ({ label }) => label },
          {
            label: "Valeur",
            cell: ({ column, text }) => text ?? <Unknown isAsked={column !== null && column === asked} />,
          },
          { label: "Date", cell: ({ evidence, text }) => (evidence && text !== null ? numericDay(evidence.on) : "") },
          {
            label: "Source",
            cell: ({ evidence, text }) => (text === null ? "" : (evidence?.source ?? "Source non précisée")),
          },
          {
            label: "Compléter",
            hideLabel: true,
            cell: ({ column, text }) =>
              column !== null &&
              mayComplete && (
                <Link to={editing(column)} preventScrollReset className="no-print">
                  {text === null ? "Compléter" : "Modifier"}
                  <span className="visually-hidden"> : {FACTS[column].label}</span>
                </Link>
              ),
          },
        ]}
      />
    </div>
  );
}

function Unknown({ isAsked }: { isAsked: boolean }) {
  return isAsked ? <Badge tone="doubt">Question à poser</Badge> : <span className="soft">Non connu</span>;
}

function linesOf(known: Known): Line[] {
  const zone: Line = {
    column: null,
    label: "Zone du cabinet",
    text: known.zone === null ? null : (ZONE_LABELS[known.zone as Zone] ?? known.zone),
    evidence:
      known.zone_source !== null && known.zone_on !== null ? { source: known.zone_source, on: known.zone_on } : null,
  };
  const facts = FACT_COLUMNS.map((column) => ({
    column,
    label: FACTS[column].label,
    text: factText(column, known[column]),
    evidence: sourceOf(known.sources, column),
  }));
  return [zone, ...facts];
}

function seenOf(known: Known, column: FactColumn): string {
  return seenAs(known[column], sourceOf(known.sources, column));
}
