import { dayOf } from "~/calendar/day";
import { shortDay } from "~/format/dates";
import { listName } from "~/format/names";
import { french } from "~/format/typography";
import { Badge } from "~/ui/badge";
import { RowItem, RowList } from "~/ui/row-list";
import { CATEGORY_LABELS, type Category } from "../campaign";

interface Opposition {
  readonly id: number;
  readonly doctor_id: number;
  readonly last_name: string;
  readonly first_name: string;
  readonly town: string | null;
  readonly category: string | null;
  readonly noted_at: string;
  readonly lifted_at: string | null;
  readonly campaign: string | null;
  readonly via: "complaint" | "one-click" | null;
}

const WAYS = {
  complaint: "signalé comme indésirable dans sa messagerie",
  "one-click": "par retour de courriel",
  page: "sur la page du courriel",
} as const;

/** Who no longer wants to be written to, since which letter, and how they said it. */
export function OppositionRows({ oppositions }: { oppositions: readonly Opposition[] }) {
  return (
    <RowList label="Oppositions, la plus récente d'abord" states={2}>
      {oppositions.map((row) => (
        <RowItem
          key={row.id}
          to={`/medecins/${row.doctor_id}`}
          name={listName({ lastName: row.last_name, firstName: row.first_name })}
          where={row.town}
          reason={french(
            `${row.category === null ? "Tous les courriels" : `Courriels de nature « ${CATEGORY_LABELS[row.category as Category] ?? row.category} »`}, ${WAYS[row.via ?? "page"]}${row.campaign === null ? "" : ` : ${row.campaign}`}.`,
          )}
          states={[
            shortDay(dayOf(row.noted_at)),
            row.lifted_at !== null && (
              <Badge key="lifted" tone="good">
                levée depuis
              </Badge>
            ),
          ]}
        />
      ))}
    </RowList>
  );
}
