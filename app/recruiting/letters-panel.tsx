import { dayOf, type Instant } from "~/calendar/day";
import { dayMonthYear } from "~/format/dates";
import { number } from "~/format/numbers";
import { Panel } from "~/ui/panel";
import { Table } from "~/ui/table";

interface SentLetter {
  readonly id: string;
  readonly subject: string;
  readonly recipients: number;
  readonly asked_at: Instant;
  readonly by: string | null;
  readonly sent: number;
  readonly waiting: number;
}

/** The last letters, and what became of them; who was erased since is no longer counted among the sent. */
export function LettersPanel({ letters }: { letters: readonly SentLetter[] }) {
  return (
    <Panel title="Lettres envoyées aux candidats">
      <Table
        caption="Lettres envoyées aux candidats"
        rows={letters}
        rowKey={({ id }) => id}
        columns={[
          { label: "Objet", kind: "lead", cell: ({ subject }) => subject },
          { label: "Demandée le", cell: ({ asked_at }) => dayMonthYear(dayOf(asked_at)) },
          { label: "Par", cell: ({ by }) => by ?? "–" },
          { label: "Prévues", kind: "number", cell: ({ recipients }) => number(recipients) },
          { label: "En attente", kind: "number", cell: ({ waiting }) => number(waiting) },
          { label: "Envoyées", kind: "number", cell: ({ sent }) => number(sent) },
        ]}
      />
    </Panel>
  );
}
