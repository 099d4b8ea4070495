import { VerdictMark } from "~/eligibility/verdict-mark";
import { ZoneMark } from "~/eligibility/zone-mark";
import { dayMonthYear } from "~/format/dates";
import { number } from "~/format/numbers";
import { SelectBox } from "~/ui/checkbox";
import { RowItem, RowList } from "~/ui/row-list";
import type { DoctorRow } from "./browse.server";

export interface DoctorRowsProps {
  label: string;
  rows: readonly DoctorRow[];
  /** The list one comes from, as the doctor's page carries it. */
  list: string;
  selected?: ReadonlySet<number>;
  onSelect?: (id: number) => void;
}

export function DoctorRows({ label, rows, list, selected, onSelect }: DoctorRowsProps) {
  const back = list === "" ? "" : `?liste=${encodeURIComponent(list)}`;
  return (
    <RowList label={label} states={3}>
      {rows.map((row) => (
        <RowItem
          key={row.id}
          to={`/medecins/${row.id}${back}`}
          name={row.name}
          where={row.where}
          reason={row.goneOn === null ? row.reason : `Absent de l'annuaire depuis le ${dayMonthYear(row.goneOn)}.`}
          states={
            row.goneOn === null
              ? [
                  <ZoneMark key="zone" zone={row.zone} />,
                  <VerdictMark key="verdict" verdict={row.verdict} />,
                  <Points key="points" points={row.priority} />,
                ]
              : []
          }
          select={
            selected && (
              <SelectBox
                label={`Sélectionner ${row.name}`}
                checked={selected.has(row.id)}
                onChange={() => onSelect?.(row.id)}
              />
            )
          }
        />
      ))}
    </RowList>
  );
}

function Points({ points }: { points: number }) {
  return (
    <span className="row-points">
      <span className="visually-hidden">priorité </span>
      {number(points)}
      <span className="row-points-unit"> pts</span>
    </span>
  );
}
