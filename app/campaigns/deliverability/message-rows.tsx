import { dayOf } from "~/calendar/day";
import { shortDay } from "~/format/dates";
import { listName } from "~/format/names";
import { RowItem, RowList } from "~/ui/row-list";
import { VIEW_LABELS, type View } from "./views";

interface Message {
  readonly digest: string;
  readonly received_at: string;
  readonly last_name: string | null;
  readonly first_name: string | null;
  readonly address: string | null;
  readonly campaign: string | null;
}

export function MessageRows({ messages, view }: { messages: readonly Message[]; view: View }) {
  return (
    <RowList label={`${VIEW_LABELS[view]}, le plus récent d'abord`} states={1}>
      {messages.map((row) => (
        <RowItem
          key={row.digest}
          to={`/campagnes/delivrabilite/messages/${row.digest}`}
          name={
            row.last_name === null
              ? (row.address ?? "Expéditeur inconnu")
              : listName({ lastName: row.last_name, firstName: row.first_name ?? "" })
          }
          where={row.address}
          reason={row.campaign}
          states={[shortDay(dayOf(row.received_at))]}
        />
      ))}
    </RowList>
  );
}
