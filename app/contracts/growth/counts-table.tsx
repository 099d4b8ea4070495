import { useFetcher } from "@remix-run/react";
import type { Day } from "~/calendar/day";
import { dayMonthYear } from "~/format/dates";
import { number } from "~/format/numbers";
import { Button } from "~/ui/button";
import { Table } from "~/ui/table";
import { type TabReply, useTabReply } from "~/visits/hours/use-tab-reply";
import { expectedOn, type Path } from "./path";

interface Row {
  readonly id: string | null;
  readonly on: Day;
  readonly mt: number | null;
  readonly fa: number | null;
  readonly source: string;
}

/** The drawing's figures, the latest first. */
export function CountsTable({ path, rows, mayPrepare }: { path: Path; rows: readonly Row[]; mayPrepare: boolean }) {
  const fetcher = useFetcher<TabReply>();
  useTabReply(fetcher.data);
  const start: Row = {
    id: null,
    on: path.startsOn,
    mt: path.measure === "MT" ? path.baseline : null,
    fa: path.measure === "MT" ? null : path.baseline,
    source: "à la signature",
  };
  const shown = [...rows].reverse().concat(path.baseline === null ? [] : [start]);
  return (
    <Table
      caption="Comptages"
      rows={shown}
      rowKey={({ id, on, source }) => id ?? `${on} ${source}`}
      columns={[
        { label: "Jour", kind: "lead", cell: ({ on }) => dayMonthYear(on) },
        { label: "Médecin traitant", kind: "number", cell: ({ mt }) => (mt === null ? "–" : number(mt)) },
        { label: "File active", kind: "number", cell: ({ fa }) => (fa === null ? "–" : number(fa)) },
        {
          label: "Attendu ce jour-là",
          kind: "number",
          cell: ({ on }) => {
            const expected = expectedOn(path, on);
            return expected === null ? "inconnu" : number(expected);
          },
        },
        { label: "Source", cell: ({ source }) => source },
        {
          label: "Retirer",
          hideLabel: true,
          cell: ({ id, on }) =>
            id !== null &&
            mayPrepare && (
              <fetcher.Form method="post">
                <input type="hidden" name="intent" value="remove" />
                <input type="hidden" name="id" value={id} />
                <Button type="submit" kind="quiet" icon="trash" iconOnly>
                  Retirer le comptage du {dayMonthYear(on)}
                </Button>
              </fetcher.Form>
            ),
        },
      ]}
    />
  );
}
