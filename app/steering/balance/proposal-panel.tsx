import { Form, useNavigation } from "@remix-run/react";
import { addDays, type Day } from "~/calendar/day";
import { number, percent } from "~/format/numbers";
import { Button } from "~/ui/button";
import { FormErrors } from "~/ui/form-errors";
import { Table } from "~/ui/table";
import { TextInput } from "~/ui/text-input";
import { StateMark } from "./load-table";
import type { Load } from "./loads";
import type { Move } from "./propose";

export interface Proposed {
  readonly before: readonly Load[];
  readonly after: readonly Load[];
  readonly moves: readonly Move[];
}

/** Who moves: one commune a line. */
export function MoveTable({ moves, before }: Pick<Proposed, "moves" | "before">) {
  const nameOf = (sectorId: number) => before.find(({ id }) => id === sectorId)?.name ?? "";
  return (
    <Table
      caption="Communes qui changeraient de secteur"
      rows={moves}
      rowKey={({ code }) => code}
      columns={[
        { label: "Commune", kind: "lead", cell: ({ name }) => name },
        { label: "Quitte", cell: ({ from }) => nameOf(from) },
        { label: "Rejoint", cell: ({ to }) => nameOf(to) },
        { label: "Médecins", kind: "number", cell: ({ doctors }) => number(doctors) },
        { label: "Restent jusqu'à leur visite", kind: "number", cell: ({ held }) => number(held) },
        { label: "Heures", kind: "number", cell: ({ minutes }) => number(minutes / 60, 1) },
      ]}
    />
  );
}

/** Hours and load of each sector, today and with the swaps. */
export function BeforeAfter({ before, after }: Pick<Proposed, "before" | "after">) {
  const afterOf = new Map(after.map((load) => [load.id, load]));
  const rows = before.flatMap((load) => {
    const next = afterOf.get(load.id);
    return next ? [{ load, next }] : [];
  });
  return (
    <Table
      caption="Heures par secteur, avant et après"
      rows={rows}
      rowKey={({ load }) => String(load.id)}
      columns={[
        { label: "Secteur", kind: "lead", cell: ({ load }) => load.name },
        { label: "Heures avant", kind: "number", cell: ({ load }) => number(load.needed / 60) },
        { label: "Heures après", kind: "number", cell: ({ next }) => number(next.needed / 60) },
        { label: "Charge avant", kind: "number", cell: ({ load }) => shareOf(load) },
        { label: "Charge après", kind: "number", cell: ({ next }) => shareOf(next) },
        { label: "État après", kind: "state", cell: ({ next }) => <StateMark of={next} /> },
      ]}
    />
  );
}

const shareOf = ({ load }: Load) => (load === null ? "–" : percent(load, 0));

interface Applying {
  readonly weeks: number;
  readonly token: string;
  readonly today: Day;
  readonly usualDay: Day;
  readonly refused: { readonly error?: string; readonly fields: Record<string, string[]> } | undefined;
}

export function ApplyForm({ weeks, token, today, usualDay, refused }: Applying) {
  const isBusy = useNavigation().state !== "idle";
  return (
    <Form method="post" className="form no-print" noValidate>
      <FormErrors problems={refused?.fields} message={refused?.error} />
      <input type="hidden" name="act" value="plan" />
      <input type="hidden" name="semaines" value={weeks} />
      <input type="hidden" name="moves" value={token} />
      <TextInput
        name="on"
        type="date"
        width="medium"
        label="Appliquer au"
        help="Jusque-là rien ne change, et vous pouvez annuler."
        min={addDays(today, 1)}
        defaultValue={usualDay}
        error={refused?.fields.on}
        required
      />
      <div className="cluster">
        <Button type="submit" kind="primary" busy={isBusy}>
          Prévoir ce changement
        </Button>
      </div>
    </Form>
  );
}
