import { numericDay, numericDayAndTime } from "~/format/dates";
import { Table } from "~/ui/table";
import { columnNamed, FACTS, factText } from "./fact-catalog";

interface HistoryLine {
  id: number;
  name: string;
  value?: unknown;
  measured_on: string;
  source: string;
  recorded_at: string;
  recorded_by: string | null;
}

/** Everything ever said, never erased by what came after. */
export function FactHistory({ history }: { history: readonly HistoryLine[] }) {
  if (history.length === 0)
    return (
      <p className="soft">
        Rien n'a encore été dit au fil du temps : les valeurs en vigueur sont les premières connues.
      </p>
    );
  return (
    <Table
      caption="Historique des informations"
      rows={history}
      rowKey={({ id }) => String(id)}
      columns={[
        { label: "Information", kind: "lead", cell: ({ name }) => said(name) },
        { label: "Valeur", cell: ({ name, value }) => valueSaid(name, value) },
        { label: "Constaté le", cell: ({ measured_on }) => numericDay(measured_on) },
        { label: "Source", cell: ({ source }) => source },
        { label: "Noté le", cell: ({ recorded_at }) => numericDayAndTime(recorded_at) },
        { label: "Par", cell: ({ recorded_by }) => recorded_by ?? "Import" },
      ]}
    />
  );
}

const ASKED = "asked.";
/** The directory of fees tells the sector and the option in one breath. */
const FEES = "secteur";

function said(name: string): string {
  if (name === FEES) return "Secteur et Optam";
  const column = columnNamed(name.replace(ASKED, ""));
  return column ? FACTS[column].label : name;
}

function valueSaid(name: string, value: unknown): string {
  if (name.startsWith(ASKED)) return "Question posée, sans réponse";
  if (name === FEES) return feesSaid(value as { secteur?: string; optam?: string | null });
  const column = columnNamed(name);
  return (column ? factText(column, value) : String(value)) ?? "Non connu";
}

function feesSaid({ secteur, optam }: { secteur?: string; optam?: string | null }): string {
  const sector = factText("fee_sector", secteur) ?? "Secteur non connu";
  return optam ? `${sector}, ${factText("optam_variant", optam)}` : sector;
}
